package restrack.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.lease.Lease;

/**
 * Finds out what became of a COMMIT whose answer never came, because the server or the way to it was gone: from a new
 * connection, as soon as there can be one.
 *
 * @param lease    whose fence tells what was committed
 * @param opening  makes a new connection
 * @param patience how long to wait for the server to come back
 */
record LostCommit(Lease lease, ServerDatabase.Question<Connection> opening, Duration patience) {
    private static final long PAUSE_MILLIS = 200;

    /**
     * {@return a new connection, to which the lease has moved, where the transaction counts}
     *
     * @param error what came instead of the answer
     * @throws MigrateException {@code connection_lost}, which says whether the transaction was rolled back or nothing
     *                          is known of it; {@code overtaken}
     */
    Connection settled(SQLException error) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return settled(opening.answer(), error);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    error.addSuppressed(e);
                    throw new MigrateException(ErrorKind.CONNECTION_LOST, "The connection was lost while the "
                            + "transaction was being committed, and whether it counts cannot be asked.", "When the "
                            + "server is back, `migrate status` shows whether it counts; then run the command again.",
                            error);
                }
                pause();
            }
        }
    }

    private Connection settled(Connection connection, SQLException error) throws SQLException {
        boolean keep = false;
        try {
            boolean counts = lease.hasPassed(connection);
            lease.move(connection);
            if (!counts) {
                throw new MigrateException(ErrorKind.CONNECTION_LOST, "The connection was lost while the transaction "
                        + "was being committed, and it has been rolled back.",
                        "Nothing of it stands. Run the command again.", error);
            }
            keep = true;
            return connection;
        } finally {
            if (!keep) {
                connection.close();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
