package restrack.database;

import java.util.Locale;

/**
 * What was put aside in a side table.
 *
 * @param kind     what it is
 * @param table    the table that it belongs to
 * @param column   the column; empty for whole rows
 * @param side     the side table
 * @param rowid    the column of the side table that has what the database counts rows by; empty if there is none
 * @param sequence how far the table had counted for the keys of new rows; 0 where it did not
 * @param rows     how many rows are in the side table
 */
public record Parcel(Taken.Kind kind, String table, String column, String side, String rowid, long sequence,
                     long rows) {
    /** {@return what it is, for people: {@code 3 values of orders.priority}} */
    public String words() {
        return words(table, column, rows);
    }

    /** {@return the same of so many rows} */
    public String words(long count) {
        return words(table, column, count);
    }

    static String words(String table, String column, long count) {
        var what = column.isEmpty() ? "row" : "value";
        return String.format(Locale.ROOT, "%,d ", count) + what + (count == 1 ? "" : "s") + " of " + table
                + (column.isEmpty() ? "" : "." + column);
    }
}
