package tests.alter;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.Collation;
import org.sqlite.Function;
import org.sqlite.JDBC;

/** Connections of the tests' own, which have what else only the application would have. */
final class Connections {
    private Connections() {
    }

    static Connection open(Path file) throws SQLException {
        return open("jdbc:sqlite:" + file);
    }

    static Connection memory() throws SQLException {
        return open("jdbc:sqlite::memory:");
    }

    private static Connection open(String url) throws SQLException {
        var connection = JDBC.createConnection(url, new Properties());
        // Compares backwards, so that no other collation can pass for it.
        Collation.create(connection, "app_order", new Collation() {
            @Override
            protected int xCompare(String left, String right) {
                return right.compareTo(left);
            }
        });
        Function.create(connection, "app_twice", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(value_text(0) + value_text(0));
            }
        }, 1, Function.FLAG_DETERMINISTIC);
        return connection;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@return the rows of a query, their values joined with bars} */
    static List<String> lines(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var line = new StringBuilder(String.valueOf(rows.getString(1)));
                for (int i = 2; i <= columns; i++) {
                    line.append(" | ").append(rows.getString(i));
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }

    /** As above, but an error is the only line. */
    static List<String> linesOrError(Connection connection, String sql) {
        try {
            return lines(connection, sql);
        } catch (SQLException e) {
            return List.of("error: " + e.getMessage());
        }
    }

    /** {@return a name in quotes} */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@return a string in quotes} */
    static String string(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
