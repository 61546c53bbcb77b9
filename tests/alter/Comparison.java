package tests.alter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What is different between two inventories, and not to be explained by what was asked for. */
final class Comparison {
    /** Names under which tables are put together; none may be left. */
    private static final List<String> LITTER = List.of("migrate_new", "migrate_old", "sqlite_altertab");

    private Comparison() {
    }

    /** {@return every difference} */
    static List<String> differences(Inventory before, Inventory after) {
        return differences(before, after, Expectation.NOTHING);
    }

    /**
     * {@return every difference but those that are expected, a sentence each}
     *
     * @param expected what was asked for; all that it says nothing of has to be the same
     */
    static List<String> differences(Inventory before, Inventory after, Expectation expected) {
        var all = new LinkedHashSet<>(before.facts().keySet());
        all.addAll(after.facts().keySet());
        var found = new ArrayList<String>();
        for (var fact : all) {
            expected.of(fact).complaint(before.lines(fact), after.lines(fact))
                    .ifPresent(it -> found.add("The " + fact + ": " + it));
        }
        for (var line : after.lines(Fact.Kind.ORDER, "")) {
            if (LITTER.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains)) {
                found.add("Left behind: " + line);
            }
        }
        return found;
    }
}
