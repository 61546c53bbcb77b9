package restrack.database;

import java.util.Map;

/**
 * What the rows of a table are, in a few numbers. Two tables with equal digests have the same rows; in which order they
 * are stored does not count. Nobody is kept from making two different tables with equal digests on purpose.
 *
 * @param rows     how many there are
 * @param keys     which rows there are, by what the database tells them apart by: its row number, else the primary key
 * @param contents the values of the rows, whatever their keys are
 * @param columns  the values of each column with the key of their row, by the column's name in small letters; what is
 *                 computed from other columns is not in it
 */
public record TableDigest(long rows, String keys, String contents, Map<String, String> columns) {
    /** The columns are copied. */
    public TableDigest {
        columns = Map.copyOf(columns);
    }
}
