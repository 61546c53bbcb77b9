package tests.alter;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tests.alter.Fact.Kind;

/** The changes that a table is put through. */
final class AllChanges {
    private AllChanges() {
    }

    /** {@return the tables of a schema that can be changed: no virtual ones, none of SQLite's own} */
    static List<String> tables(Inventory before) {
        return before.names("table").stream().filter(it -> !it.startsWith("sqlite_"))
                .filter(it -> before.lines(Kind.TABLE, it).get(0).startsWith("table")).toList();
    }

    /**
     * {@return the changes of a table}
     *
     * @param file the database that has it
     */
    static List<Change> of(TableFacts facts, Path file) throws SQLException {
        var changes = new ArrayList<Change>();
        try (var values = new Values(file)) {
            var columns = ColumnChanges.chosen(facts, 4);
            for (int i = 0; i < columns.size(); i++) {
                // All of one column, and of each other every third; each has another third.
                var all = ColumnChanges.of(facts, values, columns.get(i));
                for (int j = 0; j < all.size(); j++) {
                    if (i == 0 || (i + j) % 3 == 0) {
                        changes.add(all.get(j));
                    }
                }
            }
            changes.addAll(ConstraintChanges.of(facts, values));
            changes.addAll(GeneratedChanges.of(facts, values));
        }
        changes.addAll(TableChanges.of(facts));
        changes.addAll(Renames.of(facts));
        changes.addAll(Cascades.of(facts));
        return changes;
    }
}
