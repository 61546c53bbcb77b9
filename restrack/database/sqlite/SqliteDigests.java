package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sqlite.SQLiteErrorCode;
import restrack.database.TableDigest;
import restrack.database.TableDigester;
import restrack.database.sqlite.catalog.Layout;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.read.SqliteNames;
import restrack.schema.Name;

/**
 * The digests of tables. A row is known by its rowid, because everything that is not a primary key may still refer to
 * it; without one, by its primary key.
 *
 * @param connection the database
 */
record SqliteDigests(Connection connection) {
    /** What a text has where its bytes were none. */
    private static final char REPLACEMENT = '\uFFFD';

    /** {@return the digests of those tables whose names fit, in the order of their names} */
    Map<Name, TableDigest> of(Predicate<String> wanted) throws SQLException {
        var digests = new LinkedHashMap<Name, TableDigest>();
        for (var table : tables().entrySet()) {
            if (wanted.test(table.getKey())) {
                add(table.getKey(), table.getValue(), digests);
            }
        }
        return digests;
    }

    /** The tables that are not SQLite's own, nor behind a virtual one; with what {@code pragma_table_list} says. */
    private Map<String, Kind> tables() throws SQLException {
        var tables = new LinkedHashMap<String, Kind>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT name, type = 'virtual', wr FROM pragma_table_list
                WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
                ORDER BY name""")) {
            while (rows.next()) {
                tables.put(rows.getString(1), new Kind(rows.getBoolean(2), rows.getBoolean(3)));
            }
        }
        return tables;
    }

    private record Kind(boolean virtual, boolean withoutRowid) {
    }

    private void add(String table, Kind kind, Map<Name, TableDigest> digests) throws SQLException {
        try {
            digests.put(SqliteNames.of(table), digest(table, kind.withoutRowid()));
        } catch (SQLException e) {
            // The module of a virtual table may be in the application only; nothing could have written to it here.
            if (!kind.virtual() || e.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
                throw e;
            }
        }
    }

    private TableDigest digest(String table, boolean withoutRowid) throws SQLException {
        var layout = Layout.of(connection, "main", table, withoutRowid);
        var keys = layout.rowidName().map(List::of)
                .orElseGet(() -> layout.primaryKey().stream().map(Quoted::name).toList());
        var columns = columns(table);
        var selected = new ArrayList<>(keys);
        columns.values().forEach(it -> selected.add(Quoted.name(it)));
        var digester = new TableDigester(List.copyOf(columns.keySet()));
        var key = new Object[keys.size()];
        var values = new Object[columns.size()];
        try (var query = connection.createStatement(); var rows = query.executeQuery("SELECT "
                + selected.stream().collect(Collectors.joining(", ")) + " FROM main." + Quoted.name(table))) {
            while (rows.next()) {
                read(rows, 1, key);
                read(rows, 1 + key.length, values);
                digester.row(key, values);
            }
        }
        return digester.digest();
    }

    /** The columns that hold something of their own, in the order of their names in small letters. */
    private Map<String, String> columns(String table) throws SQLException {
        var columns = new TreeMap<String, String>();
        try (var query = connection.prepareStatement(
                "SELECT name FROM pragma_table_xinfo(?, 'main') WHERE hidden = 0")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.put(SqliteNames.of(rows.getString(1)).key(), rows.getString(1));
                }
            }
        }
        return columns;
    }

    private static void read(ResultSet rows, int first, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = rows.getObject(first + i);
            values[i] = value instanceof String text && text.indexOf(REPLACEMENT) >= 0 ? rows.getBytes(first + i)
                    : value;
        }
    }
}
