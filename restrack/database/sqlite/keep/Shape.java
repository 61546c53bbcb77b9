package restrack.database.sqlite.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table as far as its rows are concerned.
 *
 * @param name       its name, as SQLite keeps it
 * @param type       {@code table}, {@code view}, {@code virtual} or {@code shadow}
 * @param columns    the columns that are written, in order: not those that are computed
 * @param computed   those that are
 * @param defaults   the columns with a default
 * @param primaryKey the columns of the primary key, in its order
 * @param rowid      a name for the rowid that no column has; empty if there is none, or if a column is the rowid
 * @param alias      the column that is the rowid; empty if none is
 */
record Shape(String name, String type, List<String> columns, List<String> computed, List<String> defaults,
             List<String> primaryKey, String rowid, String alias) {
    private static final int ORDINARY = 0;

    /** {@return the table of that name in the database's own file} */
    static Optional<Shape> of(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                return Optional.of(of(connection, rows.getString(1), rows.getString(2), rows.getBoolean(3)));
            }
        }
    }

    private static Shape of(Connection connection, String table, String type, boolean withoutRowid)
            throws SQLException {
        var columns = new ArrayList<String>();
        var computed = new ArrayList<String>();
        var defaults = new ArrayList<String>();
        var key = new TreeMap<Integer, String>();
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try (var query = connection.prepareStatement(
                "SELECT name, dflt_value IS NOT NULL, pk, hidden FROM pragma_table_xinfo(?, 'main') ORDER BY cid")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var name = rows.getString(1);
                    names.add(name);
                    (rows.getInt(4) == ORDINARY ? columns : computed).add(name);
                    if (rows.getBoolean(2)) {
                        defaults.add(name);
                    }
                    if (rows.getInt(3) > 0) {
                        key.put(rows.getInt(3), name);
                    }
                }
            }
        }
        var alias = !withoutRowid && isRowid(connection, table, key) ? key.firstEntry().getValue() : "";
        var rowid = withoutRowid || !alias.isEmpty() ? "" : List.of("rowid", "_rowid_", "oid").stream()
                .filter(it -> !names.contains(it)).findFirst().orElse("");
        return new Shape(table, type, columns, computed, defaults, List.copyOf(key.values()), rowid, alias);
    }

    /** A key of one column without an index of its own is the rowid ("CREATE TABLE", 5, of SQLite's documentation). */
    private static boolean isRowid(Connection connection, String table, TreeMap<Integer, String> key)
            throws SQLException {
        if (key.size() != 1) {
            return false;
        }
        try (var query = connection.prepareStatement(
                "SELECT 1 FROM pragma_index_list(?, 'main') WHERE origin = 'pk'")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                return !rows.next();
            }
        }
    }

    boolean isOrdinary() {
        return type.equals("table");
    }

    boolean has(String column) {
        return contains(columns, column);
    }

    static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }
}
