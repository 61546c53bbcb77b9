package restrack.graph;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user types to say which revision is meant, taken apart; what it means depends on graph and database. */
sealed interface Target {
    /** {@return what stands before the {@code @}: a label or an id, whose branch is meant} */
    Optional<String> branch();

    /** {@return what stands after the {@code @}} */
    String word();

    /** {@return the target as it is typed} */
    default String text() {
        return branch().map(label -> label + "@").orElse("") + word();
    }

    /** {@code base}: before all revisions, or all of a branch. */
    record Base(Optional<String> branch) implements Target {
        @Override
        public String word() {
            return "base";
        }
    }

    /** {@code head}: the only head, or that of a branch. */
    record Head(Optional<String> branch) implements Target {
        @Override
        public String word() {
            return "head";
        }
    }

    /** {@code heads}: all heads, or those of a branch. */
    record Heads(Optional<String> branch) implements Target {
        @Override
        public String word() {
            return "heads";
        }
    }

    /** {@code current}: what is applied and has nothing applied above it. */
    record Current(Optional<String> branch) implements Target {
        @Override
        public String word() {
            return "current";
        }
    }

    /**
     * An id, the beginning of one, or a label.
     *
     * @param name as typed
     */
    record Named(Optional<String> branch, String name) implements Target {
        @Override
        public String word() {
            return name;
        }
    }

    /**
     * {@code +N} or {@code -N}.
     *
     * @param from  where to count from; empty: from what is applied
     * @param steps how many revisions up, or down if negative
     */
    record Relative(Optional<String> branch, Optional<Target> from, int steps) implements Target {
        /** {@return whether it counts from what is applied} */
        boolean fromCurrent() {
            return from.isEmpty();
        }

        /** {@return the steps alone, with their sign} */
        String sign() {
            return (steps >= 0 ? "+" : "") + steps;
        }

        @Override
        public String word() {
            return from.map(Target::word).orElse("") + sign();
        }
    }

    /** Steps at the end; what is before them, up to the first {@code @}, names the branch. */
    Pattern RELATIVE = Pattern.compile("(?<from>.*?)(?<steps>[+-]\\d{1,9})");

    /** {@return the target that a text is} Whether there is such a revision is not looked at. */
    static Target parse(String text) {
        int at = text.indexOf('@');
        Optional<String> branch = at < 0 ? Optional.empty() : Optional.of(text.substring(0, at));
        String rest = text.substring(at + 1);
        Matcher relative = RELATIVE.matcher(rest);
        if (!relative.matches()) {
            return absolute(branch, rest);
        }
        Optional<Target> from = relative.group("from").isEmpty() ? Optional.empty()
                : Optional.of(absolute(Optional.empty(), relative.group("from")));
        return new Relative(branch, from, Integer.parseInt(relative.group("steps")));
    }

    /** {@return the same point, looked for on a branch} */
    static Target on(Optional<String> branch, Target target) {
        if (target instanceof Base) {
            return new Base(branch);
        } else if (target instanceof Head) {
            return new Head(branch);
        } else if (target instanceof Heads) {
            return new Heads(branch);
        } else if (target instanceof Current) {
            return new Current(branch);
        } else if (target instanceof Named named) {
            return new Named(branch, named.name());
        }
        throw new IllegalArgumentException("Steps from steps: " + target);
    }

    private static Target absolute(Optional<String> branch, String word) {
        return switch (word) {
            case "base" -> new Base(branch);
            case "head" -> new Head(branch);
            case "heads" -> new Heads(branch);
            case "current" -> new Current(branch);
            default -> new Named(branch, word);
        };
    }
}
