package restrack.database.server;

import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import restrack.database.Dialect;
import restrack.database.TableDigest;
import restrack.database.TableDigester;
import restrack.schema.Name;

/**
 * Reads all rows of tables: as digests, or as literals. A row is known by the primary key, else by another unique key
 * that is never null, else by its values.
 *
 * @param tables  the tables of the server
 * @param dialect how it quotes
 */
record ServerDigests(StoredTables tables, Dialect dialect) {
    /** {@return the digests of those tables whose names fit, in the order of their names} */
    Map<Name, TableDigest> of(Predicate<String> wanted) throws SQLException {
        var digests = new LinkedHashMap<Name, TableDigest>();
        for (var table : tables.all()) {
            if (wanted.test(table.name())) {
                digests.put(dialect.name(table.display()), digest(table));
            }
        }
        return digests;
    }

    private TableDigest digest(StoredTable table) throws SQLException {
        var keys = table.identity().stream().map(it -> table.field(it).orElseThrow()).toList();
        var columns = stored(table).stream().sorted(Comparator.comparing(ServerDigests::lower)).toList();
        var digester = new TableDigester(columns.stream().map(ServerDigests::lower).toList());
        var key = new Object[keys.size()];
        var values = new Object[columns.size()];
        var selected = new ArrayList<>(keys);
        selected.addAll(columns);
        tables.each(select(table, selected), rows -> {
            read(rows, 1, key);
            read(rows, 1 + key.length, values);
            digester.row(key, values);
        });
        return digester.digest();
    }

    /** {@return the rows of each table as literals} */
    Map<String, List<Map<String, String>>> all() throws SQLException {
        var all = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var table : tables.all()) {
            all.put(table.display(), rows(table));
        }
        return all;
    }

    private List<Map<String, String>> rows(StoredTable table) throws SQLException {
        var columns = table.fields();
        var found = new ArrayList<Map<String, String>>();
        var order = table.identity().stream().map(dialect::quote).collect(Collectors.joining(", "));
        tables.each(select(table, columns) + (order.isEmpty() ? "" : " ORDER BY " + order), rows -> {
            var values = new Object[columns.size()];
            read(rows, 1, values);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < values.length; i++) {
                row.put(columns.get(i).name(), literal(values[i]));
            }
            found.add(row);
        });
        if (order.isEmpty()) {
            found.sort(Comparator.comparing(Map::toString));
        }
        return found;
    }

    /** {@return the columns that hold something of their own} */
    private static List<StoredField> stored(StoredTable table) {
        return table.fields().stream().filter(it -> !it.form().computed()).toList();
    }

    private static String lower(StoredField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    /** A table may have no column at all. */
    private String select(StoredTable table, List<StoredField> fields) {
        var list = fields.stream().map(StoredField::exact).collect(Collectors.joining(", "));
        return "SELECT " + (list.isEmpty() ? "NULL" : list) + " FROM "
                + (table.schema().isEmpty() ? "" : dialect.quote(table.schema()) + ".") + dialect.quote(table.name());
    }

    private static void read(ResultSet rows, int first, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            values[i] = plain(rows.getObject(first + i));
        }
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof BigDecimal decimal) {
            // 1.50 and 1.5 are the same number.
            return decimal.stripTrailingZeros().toPlainString();
        }
        return value instanceof Blob blob ? blob.getBytes(1, (int) blob.length()) : value;
    }

    private static String literal(Object value) {
        if (value instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        }
        return value == null || value instanceof Number ? String.valueOf(value)
                : "'" + value.toString().replace("'", "''") + "'";
    }
}
