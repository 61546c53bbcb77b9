package tests.alter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tests.alter.Change.Option;
import tests.alter.Fact.Kind;

/** What has to be there after a change that keeps the table's name, put together from the oracle and the change. */
final class Outcome {
    /** What a type may become when a table becomes STRICT, or is no longer. */
    private static final Set<String> TYPES = Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY", "NUMERIC", ",",
            "STRICT");

    private Outcome() {
    }

    /** {@return what may be different, and how} */
    static Expectation of(TableFacts facts, Change change, Oracle oracle) {
        var table = facts.table();
        var expected = oracle.expectation(change.more())
                .with(Kind.TEXT, "table " + table, (was, is) -> text(change, facts.text().toString(), is.get(0)))
                .with(Kind.ORDER, "", (was, is) -> order(was, is, table, oracle, change))
                .with(Kind.INTEGRITY, "", (was, is) -> is.equals(List.of("ok")) || was.containsAll(is)
                        ? Optional.empty() : Optional.of(is.toString()));
        for (var statistics : List.of("sqlite_stat1", "sqlite_stat4")) {
            expected = expected.with(Kind.ROWS, statistics, (was, is) -> statistics(was, is, table, oracle));
        }
        if (change.has(Option.OTHER_TYPES)) {
            expected = expected.with(Kind.ROWS, table, Expectation.Check.SAME)
                    .with(Kind.COLUMNS, table, Expectation.Check.ANYTHING)
                    .with(Kind.WRITING, table, Seen.STILL_COMPILED);
        }
        if (change.has(Option.OTHER_ROWIDS)) {
            expected = expected.with(Kind.VIOLATIONS, table, (was, is) -> was.size() == is.size() ? Optional.empty()
                    : Optional.of("are now " + is));
            var rows = withoutRowids(oracle.facts().lines(Kind.ROWS, table));
            expected = expected.with(Kind.ROWS, table, (was, is) -> rows.equals(withoutRowids(is)) ? Optional.empty()
                    : Optional.of("rows are now " + is));
        }
        if (change.has(Option.OTHER_NOT_NULL)) {
            expected = expected.with(Kind.COLUMNS, table, Expectation.Check.ANYTHING);
        }
        return expected;
    }

    private static Optional<String> text(Change change, String old, String now) {
        if (change.has(Option.OTHER_TYPES)) {
            var got = TextDifference.of(old, now);
            boolean fine = got.spaces().isEmpty() && TYPES.containsAll(got.inserted())
                    && got.removed().stream()
                            .noneMatch(it -> it.matches("CHECK|DEFAULT|NOT|NULL|UNIQUE|COLLATE|[<>=].*"));
            return fine ? Optional.empty() : Optional.of(got + ": " + now);
        }
        return TextDifference.complaint(old, change.text(), now, change.has(Option.COMMENTS_MAY_GO))
                .filter(it -> !(change.has(Option.OTHER_NOT_NULL) && TextDifference.complaint(old,
                        change.text(), now.replaceFirst(" NOT NULL", ""), false).isEmpty()));
    }

    /**
     * Those of what is there all the same. The indexes of constraints are called by their number, so what is known of
     * them may go under another, and goes with them.
     */
    private static Optional<String> statistics(List<String> was, List<String> is, String table, Oracle oracle) {
        var made = "sqlite_autoindex_" + table + "_\\d+";
        var old = was.stream().map(it -> it.replaceAll(made, "#")).toList();
        var now = is.stream().map(it -> it.replaceAll(made, "#")).toList();
        boolean others = old.stream().filter(it -> !it.contains("#")).toList()
                .equals(now.stream().filter(it -> !it.contains("#")).toList());
        boolean known = is.stream().filter(it -> it.matches(".*" + made + ".*")).allMatch(it -> oracle.facts()
                .lines(Kind.INDEXES, table).stream().anyMatch(index -> it.contains("'" + index.split(" ")[0] + "'")));
        return others && known && old.containsAll(now) && (old.size() == now.size() || !sameIndexes(was, oracle, table))
                ? Optional.empty() : Optional.of("there was " + was + ", and there is " + is);
    }

    private static boolean sameIndexes(List<String> was, Oracle oracle, String table) {
        return was.stream().filter(it -> it.contains("sqlite_autoindex_" + table + "_")).allMatch(it -> oracle.facts()
                .lines(Kind.INDEXES, table).stream().anyMatch(index -> it.contains("'" + index.split(" ")[0] + "'")));
    }

    /** The order of what there was; and of the indexes that constraints make, those that the table has to have. */
    private static Optional<String> order(List<String> was, List<String> is, String table, Oracle oracle,
                                          Change change) {
        var made = "index | sqlite_autoindex_" + table + "_";
        var old = was.stream().filter(it -> !it.startsWith(made))
                .filter(it -> change.without().stream().noneMatch(gone -> it.startsWith("index | " + gone + " | ")))
                .filter(it -> !it.startsWith("table | sqlite_sequence")).toList();
        var now = is.stream().filter(it -> !it.startsWith(made))
                .filter(it -> !it.startsWith("table | sqlite_sequence")).toList();
        var wanted = new TreeSet<String>();
        var got = new TreeSet<String>();
        for (var line : oracle.facts().lines(Kind.INDEXES, table)) {
            var name = line.substring(0, line.indexOf(" | "));
            if (name.startsWith("sqlite_autoindex_") && !primaryOfClustered(oracle, table, line)) {
                wanted.add("index | " + name + " | " + table);
            }
        }
        is.stream().filter(it -> it.startsWith(made)).forEach(got::add);
        return old.equals(now) && wanted.equals(got) ? Optional.empty()
                : Optional.of("there were " + was + ", and there are " + is);
    }

    /** The key of a table without rowids is the table itself. */
    private static boolean primaryOfClustered(Oracle oracle, String table, String index) {
        return oracle.facts().lines(Kind.TABLE, table).get(0).split(" \\| ")[2].equals("1")
                && index.contains(" | pk | ");
    }

    private static List<String> withoutRowids(List<String> rows) {
        boolean all = rows.stream().allMatch(it -> it.matches("(?s)-?\\d+ \\| .*"));
        return rows.stream().map(it -> all ? it.substring(it.indexOf(" | ") + 3) : it).sorted().toList();
    }
}
