package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.core.TransactionState;
import restrack.database.TransactionWatch;

/**
 * Notices when a transaction ends without our doing. The server says with each answer whether one is open, so that
 * asking costs nothing; what became of it is asked once it has ended.
 *
 * @param connection  the connection, in a transaction
 * @param transaction the number of that transaction, where the server tells
 */
record PostgresWatch(Connection connection, Optional<Long> transaction) implements TransactionWatch {
    /** {@inheritDoc} Of a connection that is gone the next statement says why. */
    @Override
    public boolean ended() {
        try {
            return !connection.isClosed() && PostgresSession.state(connection) == TransactionState.IDLE;
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public String how() {
        try {
            if (!connection.isClosed() && !ended()) {
                return "";
            }
            return transaction.isPresent() && !connection.isClosed()
                    && new TransactionStatus(connection, transaction.get()).word().equals("committed")
                    ? "commit" : "rollback";
        } catch (SQLException e) {
            return "rollback";
        }
    }

    @Override
    public void close() {
    }
}
