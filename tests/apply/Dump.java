package tests.apply;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Set;

/** All of a database as text: its schema and its rows with their types, but not when a script ran, or how long. */
final class Dump {
    private static final Set<String> VARYING = Set.of("applied_at", "at", "ms", "started_at");

    private Dump() {
    }

    static String of(Path file) {
        var dump = new StringBuilder();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
             var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")) {
                while (rows.next()) {
                    dump.append(rows.getString(1)).append(' ').append(rows.getString(2)).append(": ")
                            .append(rows.getString(3)).append('\n');
                    if (rows.getString(1).equals("table")) {
                        tables.add(rows.getString(2));
                    }
                }
            }
            for (var table : tables) {
                rows(table, statement, dump);
            }
            rows("pragma_user_version", statement, dump);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return dump.toString();
    }

    private static void rows(String table, Statement statement, StringBuilder dump) throws SQLException {
        boolean ours = table.startsWith("migrate_");
        try (var rows = statement.executeQuery("SELECT * FROM \"" + table + "\" ORDER BY 1")) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                dump.append(table).append(':');
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    var value = rows.getObject(i);
                    if (!ours || !VARYING.contains(columns.getColumnName(i))) {
                        dump.append(' ').append(value == null ? "" : value.getClass().getSimpleName())
                                .append('<').append(value).append('>');
                    }
                }
                dump.append('\n');
            }
        }
    }
}
