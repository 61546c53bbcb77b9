package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * What became of a transaction, as a later one sees it: PostgreSQL documentation, "System Functions",
 * {@code txid_status}.
 *
 * @param connection  a connection outside of that transaction
 * @param transaction its number
 */
record TransactionStatus(Connection connection, long transaction) {
    private static final String UNKNOWN_NUMBER = "22023";

    /** {@return {@code committed}, {@code aborted} or {@code in progress}; empty if it was too long ago} */
    String word() throws SQLException {
        try (var query = connection.prepareStatement("SELECT txid_status(?)")) {
            query.setLong(1, transaction);
            try (var row = query.executeQuery()) {
                row.next();
                return Objects.requireNonNullElse(row.getString(1), "");
            }
        } catch (SQLException e) {
            if (PostgresState.of(e).equals(UNKNOWN_NUMBER)) {
                // A server that crashed has forgotten that the number was given: nothing of it had reached the disk.
                return "aborted";
            }
            throw e;
        }
    }
}
