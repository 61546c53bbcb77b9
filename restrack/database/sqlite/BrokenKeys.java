package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import restrack.database.BrokenKey;

/**
 * Finds rows whose foreign keys lead nowhere, where SQLite was told not to look.
 *
 * @param connection the database
 * @param dialect    how it quotes
 */
record BrokenKeys(Connection connection, SqliteDialect dialect) {
    private static final String ALL = "";

    /** {@return the rows that break a key, after these tables were written to} */
    List<BrokenKey> near(Set<String> tables) throws SQLException {
        var broken = new ArrayList<BrokenKey>();
        for (var table : affected(tables)) {
            find(table, broken);
        }
        return broken;
    }

    /** The tables, and those whose keys refer to them; with triggers, which write anywhere, all that have keys. */
    private Set<String> affected(Set<String> tables) throws SQLException {
        var lower = tables.stream().map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        boolean everywhere = new SqliteContents(connection, dialect)
                .holds("SELECT 1 FROM sqlite_schema WHERE type = 'trigger' LIMIT 1");
        var affected = new TreeSet<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT DISTINCT t.name, lower(t.name), lower(k."table")
                FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table'""")) {
            while (rows.next()) {
                if (everywhere || lower.contains(rows.getString(2)) || lower.contains(rows.getString(3))) {
                    affected.add(rows.getString(1));
                }
            }
        }
        return affected;
    }

    private void find(String table, List<BrokenKey> broken) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT rowid, parent, fkid FROM pragma_foreign_key_check(?, 'main')")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                int unknown = 0;
                while (rows.next()) {
                    // A table WITHOUT ROWID has nothing to know its rows by.
                    var row = rows.getString(1) == null ? "number " + ++unknown : rows.getString(1);
                    broken.add(new BrokenKey(table, row, rows.getString(2), rows.getInt(3)));
                }
            }
        } catch (SQLException e) {
            // One key that refers to nothing unique makes the whole check of the table fail, before and after.
            if (!String.valueOf(e.getMessage()).contains("foreign key mismatch")) {
                throw e;
            }
            broken.add(new BrokenKey(table, ALL, ALL, -1));
        }
    }

    /** {@return what is wrong with a row, as a sentence: {@code part, row 7: item = 99 leads to no item.id}} */
    String words(BrokenKey broken) throws SQLException {
        var from = new ArrayList<String>();
        var to = new ArrayList<String>();
        try (var query = connection.prepareStatement("""
                SELECT "from", "to" FROM pragma_foreign_key_list(?, 'main') WHERE id = ? ORDER BY seq""")) {
            query.setString(1, broken.table());
            query.setInt(2, broken.key());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    from.add(rows.getString(1));
                    if (rows.getString(2) != null) {
                        to.add(rows.getString(2));
                    }
                }
            }
        }
        var values = new ArrayList<String>();
        for (var column : from) {
            values.add(column + value(broken, column));
        }
        return broken.table() + ", row " + broken.row() + ": " + String.join(", ", values) + " leads to no row of "
                + broken.parent() + (to.isEmpty() ? "" : " (" + String.join(", ", to) + ")") + ".";
    }

    private String value(BrokenKey broken, String column) throws SQLException {
        if (broken.row().startsWith("number")) {
            return "";
        }
        try (var query = connection.prepareStatement("SELECT quote(" + dialect.quote(column) + ") FROM "
                + dialect.quote(broken.table()) + " WHERE rowid = ?")) {
            query.setString(1, broken.row());
            try (var rows = query.executeQuery()) {
                return rows.next() ? " = " + rows.getString(1) : "";
            }
        }
    }
}
