package tests.alter;

import static tests.alter.Connections.lines;
import static tests.alter.Connections.name;
import static tests.alter.Connections.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tests.alter.Change.Hazard;

/** What the values of a database would become, asked of SQLite itself. */
final class Values implements AutoCloseable {
    private final Connection connection;

    Values(Path file) throws SQLException {
        connection = Connections.open(file);
    }

    /**
     * {@return whether values of a column would change their meaning, were they of another type}
     *
     * @param longest how many characters the new type allows; 0 for any number
     */
    Hazard of(String table, String column, String type, boolean sameAffinity, int longest) throws SQLException {
        run(connection, "DROP TABLE IF EXISTS temp.conv");
        run(connection, "CREATE TEMP TABLE conv (o BLOB, v " + type + ")");
        run(connection, "INSERT INTO temp.conv SELECT " + name(column) + ", " + name(column) + " FROM " + name(table));
        var upper = new TableFacts.Column("v", type, false, "", 0, 0).affinity(false);
        var verdicts = lines(connection, "SELECT CASE WHEN o IS NULL THEN 'no' "
                + (longest > 0 ? "WHEN length(o) > " + longest + " THEN iif(typeof(o) = 'text', 'yes', 'perhaps') "
                        : "")
                + (sameAffinity ? "ELSE 'no'" : rules(upper)) + " END FROM temp.conv");
        return verdicts.contains("yes") ? Hazard.YES : verdicts.contains("perhaps") ? Hazard.PERHAPS : Hazard.NO;
    }

    /** {@return whether any value of a column would be another one, were it what an expression gives} */
    boolean becomes(String table, TableFacts.Column column, String expression) throws SQLException {
        run(connection, "DROP TABLE IF EXISTS temp.conv");
        run(connection, "CREATE TEMP TABLE conv (o BLOB, v " + column.type() + ")");
        run(connection, "INSERT INTO temp.conv SELECT " + name(column.name()) + ", " + expression + " FROM "
                + name(table));
        return !lines(connection, "SELECT 1 FROM temp.conv WHERE quote(o) <> quote(v)").isEmpty();
    }

    private static String rules(String affinity) {
        return switch (affinity) {
            case "INTEGER", "NUMERIC" -> """
                    WHEN typeof(o) = 'blob' THEN 'perhaps'
                    WHEN typeof(o) = 'integer' THEN 'no'
                    WHEN typeof(o) = 'real' THEN CASE WHEN abs(CAST(o AS REAL)) > 1e15 OR o = 0.0 THEN 'perhaps'
                        WHEN typeof(v) = 'integer' THEN 'no' ELSE '%s' END
                    WHEN typeof(v) = 'text' THEN 'yes'
                    WHEN CAST(v AS TEXT) = o AND typeof(v) = 'integer' THEN 'no'
                    WHEN typeof(v) = 'integer' AND o NOT LIKE '%%e%%' AND o NOT LIKE '%%.%%' THEN 'yes'
                    ELSE 'perhaps'""".formatted(affinity.equals("INTEGER") ? "yes" : "no");
            case "TEXT" -> """
                    WHEN typeof(o) IN ('text', 'integer') THEN 'no'
                    WHEN typeof(o) = 'real' AND abs(CAST(o AS REAL)) BETWEEN 1e-4 AND 1e15 AND CAST(v AS REAL) = o
                        THEN 'no'
                    ELSE 'perhaps'""";
            case "REAL" -> """
                    WHEN typeof(o) = 'real' THEN 'no'
                    WHEN typeof(o) = 'integer' AND abs(CAST(o AS REAL)) < 1000000000000 THEN 'no'
                    WHEN typeof(o) = 'text' AND typeof(v) = 'text' THEN 'yes'
                    ELSE 'perhaps'""";
            default -> "ELSE 'no'";
        };
    }

    /** {@return what a query says} */
    List<String> ask(String sql) throws SQLException {
        return lines(connection, sql);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
