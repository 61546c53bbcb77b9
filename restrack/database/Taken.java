package restrack.database;

import java.util.List;

/**
 * What a statement is about to take away.
 *
 * @param kind     what it is
 * @param table    the table, as it is called now
 * @param column   the column, as it is called now; empty for whole rows
 * @param rows     how many rows it is in
 * @param which    which rows, as the database says it; empty for all
 * @param gone     the columns of the table that the same statement takes away before, as they are called now
 * @param obstacle why it cannot be put aside, as the end of a sentence; empty if it can
 */
public record Taken(Kind kind, String table, String column, long rows, String which, List<String> gone,
                    String obstacle) {
    /** What can be taken away. */
    public enum Kind {
        /** A table with its rows; when they come back, what is in it was put there by the script that made it. */
        TABLE,
        /** Rows of a table that stays; what is in it when they come back is somebody's. */
        ROWS,
        /** The values of a column. */
        COLUMN
    }

    public Taken {
        gone = List.copyOf(gone);
    }

    /** {@return what it is, for people: {@code 3 rows of orders}} */
    public String words() {
        return Parcel.words(table, column, rows);
    }
}
