package restrack.database.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a server says of its tables where rows are read, and how many rows are read. */
public interface StoredTables {
    /** What becomes of a row. */
    @FunctionalInterface
    interface RowWork {
        /** Takes the row that the result is at. */
        void row(ResultSet rows) throws SQLException;
    }

    /** {@return the table of that name, as it is written or as the server folds it; none if there is none} */
    Optional<StoredTable> find(String name) throws SQLException;

    /** {@return all tables with rows of their own, by name} */
    List<StoredTable> all() throws SQLException;

    /** Reads a result of any length row by row, without keeping it. */
    void each(String query, RowWork work) throws SQLException;
}
