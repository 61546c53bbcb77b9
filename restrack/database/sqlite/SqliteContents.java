package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import restrack.database.sqlite.catalog.Catalog;
import restrack.database.sqlite.catalog.Workbench;
import restrack.schema.Name;

/**
 * What is in a database, in short questions.
 *
 * @param connection the database
 * @param dialect    how it quotes
 */
record SqliteContents(Connection connection, SqliteDialect dialect) {
    boolean hasTable(String name) throws SQLException {
        return holds("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE", name);
    }

    /** {@return the names of tables, views and triggers, in the order in which they were made} */
    Set<Name> names() throws SQLException {
        var names = new LinkedHashSet<Name>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT name FROM sqlite_schema WHERE type IN ('table', 'view', 'trigger') ORDER BY rowid""")) {
            while (rows.next()) {
                var name = dialect.name(rows.getString(1));
                if (!dialect.isReserved(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    boolean hasRows(String table) throws SQLException {
        return hasTable(table) && holds("SELECT 1 FROM " + dialect.quote(table) + " LIMIT 1");
    }

    long rows(String table) throws SQLException {
        if (!hasTable(table)) {
            return 0;
        }
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT count(*) FROM " + dialect.quote(table))) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    boolean hasValues(String table, String column) throws SQLException {
        return hasTable(table)
                && holds("SELECT 1 FROM pragma_table_xinfo(?) WHERE name = ? COLLATE NOCASE", table, column)
                && holds("SELECT 1 FROM " + dialect.quote(table) + " WHERE " + dialect.quote(column)
                        + " IS NOT NULL LIMIT 1");
    }

    /** {@return the views and triggers that SQLite can make no sense of, with what it says of each} */
    Map<String, String> broken() throws SQLException {
        var broken = new LinkedHashMap<String, String>();
        try (var workbench = Workbench.of(Catalog.of(connection))) {
            workbench.broken().forEach((object, words) -> broken.put(object.words(), words));
        }
        return broken;
    }

    /** {@return how large the database is} */
    long bytes() throws SQLException {
        return number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    }

    /** {@return the first value of a query, 0 without one} */
    long number(String sql) throws SQLException {
        try (var query = connection.createStatement(); var rows = query.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** {@return whether a query has any row} */
    boolean holds(String sql, String... arguments) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                query.setString(i + 1, arguments[i]);
            }
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
