package tests.alter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a change may change. Whatever nothing is said about has to stay as it was. */
final class Expectation {
    /** Nothing may change. */
    static final Expectation NOTHING = new Expectation(Map.of(), List.of());

    /** What has to be true of a fact. */
    @FunctionalInterface
    interface Check {
        /** It has to be as it was. */
        Check SAME = (before, after) -> equal(before, after);
        /** It may be anything. */
        Check ANYTHING = (before, after) -> Optional.empty();

        /**
         * {@return what is wrong, if something is}
         *
         * @param before its lines before the change; none if it was not there
         * @param after  its lines after it
         */
        Optional<String> complaint(List<String> before, List<String> after);

        /** {@return a check that it has become just this} */
        static Check becomes(List<String> wanted) {
            return (before, after) -> equal(wanted, after);
        }
    }

    private record Rule(Predicate<Fact> facts, Check check) {
    }

    private final Map<Fact, Check> checks;
    private final List<Rule> rules;

    private Expectation(Map<Fact, Check> checks, List<Rule> rules) {
        this.checks = checks;
        this.rules = rules;
    }

    /** {@return this, and something about one fact} */
    Expectation with(Fact.Kind kind, String name, Check check) {
        var more = new HashMap<>(checks);
        more.put(new Fact(kind, name), check);
        return new Expectation(more, rules);
    }

    /** {@return this, and something about all such facts that are not named one by one; what is said last counts} */
    Expectation with(Predicate<Fact> facts, Check check) {
        var more = new ArrayList<>(List.of(new Rule(facts, check)));
        more.addAll(rules);
        return new Expectation(checks, more);
    }

    Check of(Fact fact) {
        var named = checks.get(fact);
        if (named != null) {
            return named;
        }
        return rules.stream().filter(it -> it.facts().test(fact)).map(Rule::check).findFirst().orElse(Check.SAME);
    }

    /** {@return the first difference of two lists of lines} */
    private static Optional<String> equal(List<String> wanted, List<String> got) {
        if (wanted.equals(got)) {
            return Optional.empty();
        }
        for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
            var left = i < wanted.size() ? wanted.get(i) : null;
            var right = i < got.size() ? got.get(i) : null;
            if (left == null) {
                return Optional.of("too many, the first is " + brief(right) + ".");
            }
            if (right == null) {
                return Optional.of("lost " + brief(left) + ".");
            }
            if (!left.equals(right)) {
                return Optional.of("expected " + brief(left) + ", but there is " + brief(right) + ".");
            }
        }
        throw new AssertionError();
    }

    private static String brief(String line) {
        return line.length() > 1000 ? line.substring(0, 1000) + "…" : line;
    }
}
