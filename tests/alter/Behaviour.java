package tests.alter;

import static tests.alter.Connections.name;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteException;

/**
 * What a table does when rows are written to it: which values it takes, refuses, converts or fills in. Each statement
 * is undone. Triggers and foreign keys are out of the way, so that it is the table alone that answers.
 */
final class Behaviour {
    private static final List<String> VALUES = List.of("NULL", "'abc'", "'5'", "2.5", "-1");
    private static final int COLUMNS = 4;

    private final Connection connection;
    private final String plain;
    private final String table;
    private final List<String> said = new ArrayList<>();

    private Behaviour(Connection connection, String table) {
        this.connection = connection;
        this.plain = table;
        this.table = name(table);
    }

    /** {@return what it does, a line for each trial} Leaves the database as it is. */
    static List<String> of(Connection connection, String table) throws SQLException {
        var behaviour = new Behaviour(connection, table);
        Connections.run(connection, "PRAGMA foreign_keys = OFF");
        behaviour.begin();
        try {
            behaviour.ask();
        } finally {
            Connections.run(connection, "ROLLBACK");
        }
        return behaviour.said;
    }

    private void begin() throws SQLException {
        Connections.run(connection, "BEGIN");
        for (var trigger : Connections.lines(connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger' "
                + "AND tbl_name = " + Connections.string(plain) + " COLLATE NOCASE")) {
            Connections.run(connection, "DROP TRIGGER " + name(trigger));
        }
    }

    private void ask() throws SQLException {
        var columns = Connections.lines(connection, "SELECT name FROM pragma_table_xinfo("
                + Connections.string(plain) + ") WHERE hidden = 0 "
                + "ORDER BY cid DESC LIMIT " + COLUMNS);
        // Numbers that SQLite chooses itself depend on what was there before: the mark of AUTOINCREMENT.
        var keys = Connections.lines(connection,
                "SELECT name FROM pragma_table_info(" + Connections.string(plain) + ") WHERE pk > 0");
        var shown = String.join(" || ', ' || ", columns.stream().filter(it -> !keys.contains(it))
                .map(Connections::name)
                // A time of day would be another by now.
                .map(it -> "iif(typeof(" + it + ") = 'text' AND length(" + it + ") BETWEEN 8 AND 30, 'long', quote("
                        + it + "))").toList());
        trial("INSERT INTO " + table + " DEFAULT VALUES", "SELECT count(*) FROM " + table);
        for (var column : columns) {
            var c = name(column);
            for (var value : VALUES) {
                trial("UPDATE " + table + " SET " + c + " = " + value,
                        "SELECT count(*) || ' ' || group_concat(DISTINCT typeof(" + c + ")) FROM " + table);
            }
            query("SELECT group_concat(quote(v), ' ') FROM (SELECT " + c + " AS v FROM " + table + " ORDER BY " + c
                    + ", quote(" + c + "))");
            query("SELECT count(*) FROM " + table + " WHERE " + c + " = 'ABC' OR " + c + " = '12' OR " + c + " > 'a'");
        }
        trial("INSERT INTO " + table + " (" + String.join(", ", columns.stream().map(Connections::name).toList())
                + ") SELECT " + String.join(", ", columns.stream().map(Connections::name).toList()) + " FROM " + table,
                "SELECT count(*) FROM " + table);
        trial("INSERT INTO " + table + " (" + name(columns.get(0)) + ") VALUES ('new')",
                "SELECT group_concat(" + (shown.isEmpty() ? "1" : shown) + ", '; ') FROM (SELECT * FROM " + table
                        + " WHERE " + name(columns.get(0)) + " = 'new')");
    }

    private void trial(String statement, String query) throws SQLException {
        Connections.run(connection, "SAVEPOINT trial");
        try {
            Connections.run(connection, statement);
            query(statement, query);
        } catch (SQLException e) {
            said.add(statement + ": " + reason(e));
        } finally {
            undo();
        }
    }

    private void undo() throws SQLException {
        try {
            Connections.run(connection, "ROLLBACK TO trial");
            Connections.run(connection, "RELEASE trial");
        } catch (SQLException e) {
            // ON CONFLICT ROLLBACK has ended the transaction.
            begin();
        }
    }

    private void query(String sql) {
        query(sql, sql);
    }

    private void query(String statement, String sql) {
        said.add(statement + ": " + Connections.linesOrError(connection, sql));
    }

    /** Which constraint it was; of several of the same kind any may be the first. */
    private static String reason(SQLException e) {
        return e instanceof SQLiteException sqlite
                ? sqlite.getResultCode().name().toLowerCase(Locale.ROOT).replace("primarykey", "unique")
                        .replace("constraint_rowid", "constraint_unique")
                : String.valueOf(e.getMessage());
    }
}
