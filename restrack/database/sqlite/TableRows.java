package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import restrack.database.sqlite.catalog.Layout;

/**
 * The rows of a database that is small enough to be read whole. Each value is a literal as SQLite's {@code quote()}
 * gives it, so that {@code 1}, {@code '1'} and {@code 1.0} are three.
 */
record TableRows(Connection connection, SqliteDialect dialect) {
    private record Table(String name, boolean withoutRowid, boolean virtual) {
    }

    /** {@return the rows of each table, by its name, in the order of their keys} Rowids and generated columns too. */
    Map<String, List<Map<String, String>>> all() throws SQLException {
        var all = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var table : tables()) {
            all.put(table.name(), rows(table));
        }
        return all;
    }

    /** Shadow tables show in the virtual one of theirs; {@code sqlite_sequence} is what AUTOINCREMENT keeps. */
    private List<Table> tables() throws SQLException {
        var tables = new ArrayList<Table>();
        try (var query = connection.createStatement();
             var rows = query.executeQuery("""
                     SELECT name, wr, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
                         AND (name NOT LIKE 'sqlite~_%' ESCAPE '~' OR name = 'sqlite_sequence') ORDER BY name""")) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getBoolean(2), rows.getString(3).equals("virtual")));
            }
        }
        return tables;
    }

    private List<Map<String, String>> rows(Table table) throws SQLException {
        var columns = columns(table);
        var selected = columns.stream().map(it -> "quote(" + dialect.quote(it) + ")").toList();
        var found = new ArrayList<Map<String, String>>();
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT " + String.join(", ", selected) + " FROM "
                     + dialect.quote(table.name()) + (table.virtual() ? "" : " NOT INDEXED"))) {
            while (rows.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), rows.getString(i + 1));
                }
                found.add(row);
            }
        }
        return found;
    }

    private List<String> columns(Table table) throws SQLException {
        var columns = new ArrayList<String>();
        if (!table.virtual()) {
            Layout.of(connection, "main", table.name(), table.withoutRowid()).rowidName().ifPresent(columns::add);
        }
        try (var query = connection.prepareStatement(
                "SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid")) {
            query.setString(1, table.name());
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }
}
