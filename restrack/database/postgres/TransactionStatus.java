package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** What became of a transaction, as {@code txid_status} says it: PostgreSQL documentation, "System Functions". */
final class TransactionStatus {
    static final String COMMITTED = "committed";
    static final String OPEN = "in progress";

    private TransactionStatus() {
    }

    /** {@return the word for it; empty if it was too long ago} */
    static String of(Connection connection, long transaction) throws SQLException {
        try (var query = connection.prepareStatement("SELECT txid_status(?)")) {
            query.setLong(1, transaction);
            try (var row = query.executeQuery()) {
                row.next();
                return Objects.requireNonNullElse(row.getString(1), "");
            }
        }
    }
}
