package restrack.database.sqlite.alter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.catalog.Quoted;

/** The rows whose foreign keys lead nowhere, counted for each key. */
final class ForeignKeys {
    private ForeignKeys() {
    }

    /** {@return how many rows break which key of these tables} */
    static Map<String, Long> violations(Connection connection, Set<String> tables) throws SQLException {
        var found = new TreeMap<String, Long>();
        for (var table : tables) {
            count(connection, table, found);
        }
        return found;
    }

    /** {@return these statements, and around them what fails if more rows break a key of these tables than before} */
    static List<String> around(List<String> statements, Set<String> tables) {
        if (tables.isEmpty()) {
            return statements;
        }
        var count = "SELECT " + tables.stream().map(it -> "(SELECT count(*) FROM pragma_foreign_key_check("
                + Quoted.text(it) + "))").collect(Collectors.joining(" + ")) + " AS broken";
        var all = new ArrayList<String>();
        all.add("CREATE TEMP TABLE migrate_keys AS " + count);
        all.addAll(statements);
        all.addAll(List.of("CREATE TEMP TABLE migrate_check (broken INTEGER CONSTRAINT "
                + Quoted.name("a foreign key would lead nowhere that holds for now") + " CHECK (broken <= 0))",
                "INSERT INTO temp.migrate_check SELECT (" + count + ") - broken FROM temp.migrate_keys",
                "DROP TABLE temp.migrate_check", "DROP TABLE temp.migrate_keys"));
        return all;
    }

    private static void count(Connection connection, String table, Map<String, Long> found) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT (SELECT group_concat(f."from" || ' to ' || f."table" || '.' || coalesce(f."to", 'its key'))
                        FROM pragma_foreign_key_list(?1) f WHERE f.id = c.fkid), count(*)
                FROM pragma_foreign_key_check(?1) c GROUP BY c.fkid""")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.merge(table + "." + rows.getString(1), rows.getLong(2), Long::sum);
                }
            }
        } catch (SQLException e) {
            // One key that refers to nothing unique makes the whole check of the table fail.
            if (!String.valueOf(e.getMessage()).contains("foreign key mismatch")) {
                throw e;
            }
            found.put(table + ", a key that refers to nothing unique", 1L);
        }
    }

    /** @throws MigrateException {@code rows_in_the_way} if a key is broken for more rows than before */
    static void refuseNew(Map<String, Long> before, Map<String, Long> after) {
        for (var entry : after.entrySet()) {
            long more = entry.getValue() - before.getOrDefault(entry.getKey(), 0L);
            if (more > 0) {
                throw new MigrateException(ErrorKind.ROWS_IN_THE_WAY, "The foreign key " + entry.getKey()
                        + " would lead nowhere for " + more + (more == 1 ? " row" : " rows")
                        + " that it holds for now.",
                        "Drop the foreign key, change both tables, and add it again.");
            }
        }
    }
}
