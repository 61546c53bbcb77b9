package tests.alter;

import static tests.alter.Connections.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import tests.alter.Fact.Kind;

/**
 * Dropping a column with all that needs it. Only what names the column, or names something that goes, may go; what
 * stays has to work as it did.
 */
final class Cascades {
    private final TableFacts facts;
    private final Inventory before;
    private final Inventory after;
    /** The columns and objects that went, by their names. */
    private final Set<String> gone = new HashSet<>();
    /** The objects among them, as {@code ORDER} calls them. */
    private final Set<String> objects = new HashSet<>();

    private Cascades(TableFacts facts, Inventory after) {
        this.facts = facts;
        this.before = facts.before();
        this.after = after;
    }

    static List<Change> of(TableFacts facts) {
        var changes = new ArrayList<Change>();
        for (var column : ColumnChanges.chosen(facts, 2)) {
            boolean needed = column.key() > 0 || facts.referredTo(column.name()) || before(facts);
            changes.add(Change.of("ALTER TABLE " + name(facts.table()) + " DROP COLUMN " + name(column.name())
                            + " CASCADE", null).value("", column.name())
                    .may(needed, ErrorKind.DEPENDENTS).may(needed || onlyOne(facts), ErrorKind.CANNOT_ALTER));
        }
        return changes;
    }

    /** Whether no column might be left: all others may be made of it. */
    private static boolean onlyOne(TableFacts facts) {
        return facts.columns().stream().filter(it -> !it.generated()).count() == 1;
    }

    /** A full-text index that reads the table cannot be told to read less. */
    private static boolean before(TableFacts facts) {
        return facts.before().names("table").stream()
                .anyMatch(it -> facts.before().text("table", it).startsWith("CREATE VIRTUAL"));
    }

    static List<String> differences(Change change, TableFacts facts, Inventory after) {
        return new Cascades(facts, after).differences(change.values().get(""));
    }

    private List<String> differences(String column) {
        var found = new ArrayList<String>();
        var table = facts.table();
        var kept = new ArrayList<String>();
        after.lines(Kind.COLUMNS, table).forEach(it -> kept.add(it.split(" \\| ", -1)[1]));
        gone.add(column);
        facts.columns().stream().map(TableFacts.Column::name).filter(it -> !kept.contains(it)).forEach(gone::add);
        if (kept.contains(column)) {
            found.add(column + " is still there.");
        }
        facts.columns().stream().filter(it -> !kept.contains(it.name()) && !it.name().equals(column))
                .filter(it -> !it.generated()).forEach(it -> found.add("The column " + it.name() + " went too."));
        for (var type : List.of("view", "trigger", "index", "view", "trigger")) {
            before.names(type).stream().filter(it -> !after.names(type).contains(it)).filter(it -> named(type, it))
                    .forEach(it -> {
                        gone.add(it);
                        objects.add(type + " " + it);
                    });
        }
        var difference = TextDifference.of(before.text("table", table), after.text("table", table));
        if (!difference.inserted().isEmpty() || !difference.spaces().isEmpty()) {
            found.add("The text has become " + after.text("table", table) + difference);
        }
        if (!values(before, kept).equals(values(after, kept))) {
            found.add("The rows have become " + values(after, kept) + " from " + values(before, kept));
        }
        found.addAll(Comparison.differences(before, after, expected(table)));
        return found;
    }

    private boolean named(String type, String object) {
        return gone.stream().anyMatch(it -> TableFacts.mentions(before.text(type, object), it))
                || type.equals("trigger") && gone.stream().anyMatch(it -> before.lines(Kind.ORDER, "")
                        .contains("trigger | " + object + " | " + it));
    }

    private Expectation expected(String table) {
        return Seen.columns(facts)
                .with(it -> objects.contains(it.name()) || objects.contains("view " + it.name()),
                        Expectation.Check.ANYTHING)
                .with(it -> it.kind() == Kind.WRITING && wasWrittenTo(it.name()), Expectation.Check.ANYTHING)
                // The foreign keys of others that refer to what goes.
                .with(it -> it.kind() == Kind.TEXT && it.name().startsWith("table "), (was, is) ->
                        TextDifference.of(was.get(0), is.get(0)).inserted().isEmpty() ? Optional.empty()
                                : Optional.of("is now " + is))
                .with(it -> it.kind() == Kind.KEYS && before.lines(Kind.KEYS, it.name()).toString()
                        .toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT)),
                        Expectation.Check.ANYTHING)
                .with(Kind.ROWS, "sqlite_sequence", Seen.NOTHING_NEW)
                .with(it -> it.name().equals(table) && it.kind() != Kind.WRITING || it.name().equals("table " + table),
                        Expectation.Check.ANYTHING)
                .with(it -> it.kind() == Kind.INDEX || it.name().startsWith("sqlite_stat"), Expectation.Check.ANYTHING)
                .with(it -> it.kind() == Kind.VIOLATIONS, Seen.NOTHING_NEW)
                .with(Kind.ORDER, "", (was, is) -> was.stream().filter(it -> !it.contains("sqlite_autoindex_"))
                        .filter(it -> !objects.contains(it.split(" \\| ")[0] + " " + it.split(" \\| ")[1])).toList()
                        .equals(is.stream().filter(it -> !it.contains("sqlite_autoindex_")).toList())
                        ? Optional.empty() : Optional.of("there were " + was + ", and there are " + is))
                .with(Kind.INTEGRITY, "", (was, is) -> is.equals(List.of("ok")) || was.containsAll(is)
                        ? Optional.empty() : Optional.of(is.toString()));
    }

    /** Whether a view can no longer be written to, because its triggers went. */
    private boolean wasWrittenTo(String view) {
        return before.lines(Kind.ORDER, "").stream()
                .filter(it -> it.startsWith("trigger | ") && it.endsWith("| " + view))
                .anyMatch(it -> objects.contains("trigger " + it.split(" \\| ")[1]))
                && before.names("view").contains(view);
    }

    /** The values of the columns that are kept, where they can be told apart. */
    private List<List<String>> values(Inventory inventory, List<String> kept) {
        var columns = inventory.lines(Kind.COLUMNS, facts.table()).stream()
                .map(it -> it.split(" \\| ", -1)[1]).toList();
        var rows = new ArrayList<List<String>>();
        for (var line : inventory.lines(Kind.ROWS, facts.table())) {
            var parts = List.of(line.split(" \\| ", -1));
            int rowid = parts.size() - columns.size();
            var row = new ArrayList<String>();
            for (int i = 0; i < columns.size() && rowid >= 0 && rowid < 2; i++) {
                if (kept.contains(columns.get(i))) {
                    row.add(columns.get(i).toLowerCase(Locale.ROOT) + " " + parts.get(i + rowid));
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
