package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.draft.Rows;

/** The rows whose foreign keys lead nowhere, for each key. */
final class ForeignKeys {
    private static final String MISMATCH = ", a key that refers to nothing unique";

    private ForeignKeys() {
    }

    /** {@return which rows break which key of the tables that a step is about} Rows are known by their rowids. */
    static Map<String, Set<String>> violations(Connection connection, Step step) throws SQLException {
        var found = new TreeMap<String, Set<String>>();
        for (var table : step.keys()) {
            boolean renumbered = step.renumbered() && table.equalsIgnoreCase(step.table());
            find(connection, table, renumbered, found);
        }
        return found;
    }

    /** {@return those of the tables that SQLite can check: none of their keys refers to what is not unique} */
    static Set<String> checkable(Connection connection, Set<String> tables) throws SQLException {
        var found = new TreeMap<String, Set<String>>();
        for (var table : tables) {
            find(connection, table, false, found);
        }
        return tables.stream().filter(it -> !found.containsKey(it + MISMATCH)).collect(Collectors.toSet());
    }

    private static void find(Connection connection, String table, boolean renumbered, Map<String, Set<String>> found)
            throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT (SELECT group_concat(f."from" || ' to ' || f."table" || '.' || coalesce(f."to", 'its key'))
                        FROM pragma_foreign_key_list(?1, 'main') f WHERE f.id = c.fkid), c.rowid
                FROM pragma_foreign_key_check(?1, 'main') c""")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var broken = found.computeIfAbsent(table + "." + rows.getString(1), key -> new TreeSet<>());
                    var rowid = rows.getString(2);
                    broken.add(renumbered || rowid == null ? "the row number " + broken.size() : rowid);
                }
            }
        } catch (SQLException e) {
            // One key that refers to nothing unique makes the whole check of the table fail.
            if (!String.valueOf(e.getMessage()).contains("foreign key mismatch")) {
                throw e;
            }
            found.put(table + MISMATCH, Set.of("all"));
        }
    }

    /** @throws MigrateException {@code rows_in_the_way} if a key is broken for a row for which it was not before */
    static void refuseNew(Map<String, Set<String>> before, Map<String, Set<String>> after) {
        for (var entry : after.entrySet()) {
            var rows = new TreeSet<>(entry.getValue());
            rows.removeAll(before.getOrDefault(entry.getKey(), Set.of()));
            if (!rows.isEmpty()) {
                throw new MigrateException(ErrorKind.ROWS_IN_THE_WAY, "The foreign key " + entry.getKey()
                        + " would lead nowhere for " + rows.size() + (rows.size() == 1 ? " row" : " rows")
                        + " that it holds for now.",
                        "Drop the foreign key, change both tables, and add it again.");
            }
        }
    }
}
