package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import restrack.database.sqlite.catalog.Said;

/**
 * Whether a database is sound, as far as SQLite can tell.
 *
 * @param connection the database
 */
record SqliteHealth(Connection connection) {
    private static final String SOUND = "ok";

    /** {@return what {@code integrity_check} finds} Where the damage stops the check itself, that is what it finds. */
    List<String> problems() throws SQLException {
        var problems = new ArrayList<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("PRAGMA integrity_check")) {
            while (rows.next()) {
                if (!rows.getString(1).equals(SOUND)) {
                    problems.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw e;
            }
            problems.add(Said.by(e));
        }
        return problems;
    }

    static boolean isDamage(SQLException error) {
        int code = error.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** {@return the references that lead nowhere} Table by table: one key that makes no sense fails a check of all. */
    List<String> brokenReferences() throws SQLException {
        var broken = new ArrayList<String>();
        for (var table : tables()) {
            try (var query = connection.prepareStatement(
                    "SELECT parent, count(*) FROM pragma_foreign_key_check(?) GROUP BY parent ORDER BY parent")) {
                query.setString(1, table);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        long count = rows.getLong(2);
                        broken.add((count == 1 ? "1 row of " + table + " refers" : count + " rows of " + table + " refer")
                                + " to what is not in " + rows.getString(1) + ".");
                    }
                }
            } catch (SQLException e) {
                broken.add("A foreign key of " + table + " makes no sense: " + Said.by(e) + ".");
            }
        }
        return broken;
    }

    private List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
