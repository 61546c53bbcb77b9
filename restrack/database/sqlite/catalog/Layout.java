package restrack.database.sqlite.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How SQLite lays out a table.
 *
 * @param withoutRowid whether the rows are kept in the order of the primary key
 * @param primaryKey   the columns of the primary key, in its order
 * @param alias        the column that is the rowid
 * @param rowidName    a name for the rowid that no column has taken
 * @param automatic    the indexes that its constraints made, but for that which is the table itself
 * @param order        the columns in whose order the rows of a table without a rowid are kept; empty otherwise
 * @param stored       the columns that are in each row, in order
 */
public record Layout(boolean withoutRowid, List<String> primaryKey, Optional<String> alias, Optional<String> rowidName,
        List<Automatic> automatic, List<Key> order, List<String> stored) {
    /** An index that a constraint made. */
    public record Automatic(String name, List<Key> keys) {
    }

    /** A column of an index. */
    public record Key(String column, boolean descending, String collation) {
        public Key {
            column = column == null ? "" : column.toLowerCase(Locale.ROOT);
            collation = collation.toUpperCase(Locale.ROOT);
        }
    }

    /**
     * {@return the layout of a table}
     *
     * @param schema {@code main}, or the name of an attached database
     */
    public static Layout of(Connection connection, String schema, String table, boolean withoutRowid)
            throws SQLException {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        var key = new TreeMap<Integer, String>();
        var types = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var stored = new ArrayList<String>();
        try (var query = connection.prepareStatement("SELECT name, type, pk, hidden FROM pragma_table_xinfo(?, ?)")) {
            query.setString(1, table);
            query.setString(2, schema);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    types.put(rows.getString(1), rows.getString(2));
                    if (rows.getInt(3) > 0) {
                        key.put(rows.getInt(3), rows.getString(1));
                    }
                    if (rows.getInt(4) != 2) {
                        stored.add(rows.getString(1).toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        var automatic = new ArrayList<Automatic>();
        var order = new ArrayList<Key>();
        boolean keyIndex = false;
        try (var query = connection.prepareStatement(
                "SELECT name, origin FROM pragma_index_list(?, ?) WHERE origin IN ('u', 'pk') ORDER BY seq DESC")) {
            query.setString(1, table);
            query.setString(2, schema);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    boolean primary = rows.getString(2).equals("pk");
                    var keys = keys(connection, schema, rows.getString(1));
                    keyIndex |= primary;
                    if (primary && withoutRowid) {
                        order.addAll(keys);
                    } else {
                        automatic.add(new Automatic(rows.getString(1), keys));
                    }
                }
            }
        }
        var primaryKey = List.copyOf(key.values());
        boolean alias = !withoutRowid && !keyIndex && primaryKey.size() == 1
                && types.get(primaryKey.get(0)).equalsIgnoreCase("INTEGER");
        return new Layout(withoutRowid, primaryKey, alias ? Optional.of(primaryKey.get(0)) : Optional.empty(),
                withoutRowid ? Optional.empty() : List.of("rowid", "_rowid_", "oid").stream()
                        .filter(it -> !names.contains(it)).findFirst(), List.copyOf(automatic), List.copyOf(order),
                List.copyOf(stored));
    }

    /** {@return the collations that an index is ordered by} */
    public static List<String> collations(Connection connection, String index) throws SQLException {
        return keys(connection, "main", index).stream().map(Key::collation).toList();
    }

    private static List<Key> keys(Connection connection, String schema, String index) throws SQLException {
        var keys = new ArrayList<Key>();
        try (var query = connection.prepareStatement(
                "SELECT name, \"desc\", coll FROM pragma_index_xinfo(?, ?) WHERE key = 1 ORDER BY seqno")) {
            query.setString(1, index);
            query.setString(2, schema);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.add(new Key(rows.getString(1), rows.getBoolean(2), rows.getString(3)));
                }
            }
        }
        return keys;
    }
}
