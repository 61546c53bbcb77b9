package restrack.adhoc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * What a query gave.
 *
 * @param columns the names of its columns
 * @param first   its first rows, each value as text or null
 * @param count   how many rows it gave
 */
public record Rows(List<String> columns, List<List<String>> first, long count) {
    private static final int KEPT = 10;

    /** Reads a result to its end: SQLite runs a statement only as far as its rows are read. */
    static Rows read(ResultSet rows) throws SQLException {
        var meta = rows.getMetaData();
        var columns = new ArrayList<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        var first = new ArrayList<List<String>>();
        long count = 0;
        while (rows.next()) {
            if (count++ < KEPT) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(text(rows.getObject(i)));
                }
                first.add(Collections.unmodifiableList(row));
            }
        }
        return new Rows(List.copyOf(columns), List.copyOf(first), count);
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? "x'" + HexFormat.of().formatHex(bytes) + "'"
                : value == null ? null : value.toString();
    }
}
