package tests.alter;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * All that a database holds, but not where in its file: the schema in its order, each row with its rowid and the types
 * of its values, the sequence marks, the statistics, the pragmas of the file, and what its checks find. Of the
 * toolkit's own tables only the revisions count, not when they were applied.
 *
 * @param lines a line for each thing
 */
record KilledState(List<String> lines) {
    KilledState {
        lines = List.copyOf(lines);
    }

    /** Reads a database as any other program would, which mends what a killed one has left. */
    static KilledState of(Path file) {
        var lines = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
             var statement = connection.createStatement()) {
            for (var pragma : List.of("journal_mode", "user_version", "application_id", "page_size", "auto_vacuum",
                    "encoding", "integrity_check", "foreign_key_check")) {
                read(statement, "PRAGMA " + pragma, pragma, lines);
            }
            read(statement, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid", "schema", lines);
            for (var rows : rows(statement)) {
                read(statement, rows, rows, lines);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
        return new KilledState(lines);
    }

    /** {@return a query for the rows of each table} */
    private static List<String> rows(Statement statement) throws SQLException {
        var queries = new ArrayList<String>();
        try (var tables = statement.executeQuery("""
                SELECT t.name, t.wr, group_concat('quote("' || c.name || '")' ORDER BY c.cid)
                FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
                WHERE t.schema = 'main' AND t.type = 'table' AND t.name <> 'sqlite_schema'
                AND t.name NOT LIKE 'migrate\\_%' ESCAPE '\\' GROUP BY t.name ORDER BY t.name""")) {
            while (tables.next()) {
                queries.add("SELECT " + (tables.getBoolean(2) ? "" : "rowid, ") + tables.getString(3) + " FROM \""
                        + tables.getString(1) + "\" ORDER BY 1");
            }
        }
        try (var history = statement.executeQuery(
                "SELECT 1 FROM sqlite_schema WHERE name = 'migrate_revision'")) {
            if (history.next()) {
                queries.add("SELECT revision FROM migrate_revision ORDER BY revision");
            }
        }
        return queries;
    }

    private static void read(Statement statement, String query, String name, List<String> lines)
            throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var line = new StringBuilder(name).append(':');
                for (int i = 1; i <= columns; i++) {
                    line.append(' ').append(rows.getString(i));
                }
                lines.add(line.toString());
            }
        }
    }

    /** {@return whether nothing is wrong with it} */
    boolean sound() {
        return lines.contains("integrity_check: ok")
                && lines.stream().noneMatch(it -> it.startsWith("foreign_key_check:"));
    }

    /** {@return the first lines in which the two differ; empty if nowhere} */
    String difference(KilledState other) {
        return equals(other) ? "" : "only here: " + without(other) + "; only there: " + other.without(this)
                + "; lines: " + lines.size() + " and " + other.lines.size();
    }

    private List<String> without(KilledState other) {
        var others = new HashSet<>(other.lines);
        return lines.stream().filter(it -> !others.contains(it)).limit(3).toList();
    }
}
