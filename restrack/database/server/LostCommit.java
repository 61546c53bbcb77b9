package restrack.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Access;

/**
 * Finds out what became of a COMMIT whose answer never came, because the server or the way to it was gone: from a new
 * connection, as soon as there can be one.
 *
 * @param session knows how to ask
 * @param access  says how long to wait for the server to come back
 * @param connect makes a new connection
 */
record LostCommit(Session session, Access access, Supplier<Connection> connect) {
    private static final long PAUSE_MILLIS = 200;

    /**
     * {@return a new connection, where the transaction counts}
     *
     * @param error what came instead of the answer
     * @throws MigrateException {@code connection_lost}, which says whether the transaction was rolled back or nothing
     *                          is
     *                          known of it
     */
    Connection settled(SQLException error) {
        long end = System.nanoTime() + access.lockTimeout().toNanos();
        while (true) {
            try {
                return settled(connect.get(), error);
            } catch (MigrateException e) {
                boolean answered = e.kind() == ErrorKind.CONNECTION_LOST && e.getCause() == error;
                if (answered) {
                    throw e;
                }
                if (System.nanoTime() > end) {
                    throw unknown(error);
                }
                pause();
            }
        }
    }

    private Connection settled(Connection connection, SQLException error) {
        boolean keep = false;
        try {
            keep = session.hasCommitted(connection).orElseThrow(() -> unknown(error));
            if (!keep) {
                throw new MigrateException(ErrorKind.CONNECTION_LOST, "The connection was lost while the transaction "
                        + "was being committed, and it has been rolled back.",
                        "Nothing of it stands. Run the command again.", error);
            }
            return connection;
        } catch (SQLException e) {
            throw new MigrateException(ErrorKind.CONNECTION_LOST, "The connection was lost again.", "", e);
        } finally {
            if (!keep) {
                close(connection);
            }
        }
    }

    private static MigrateException unknown(SQLException error) {
        return new MigrateException(ErrorKind.CONNECTION_LOST, "The connection was lost while the transaction was "
                + "being committed, and whether it counts cannot be asked.", "When the server is back, `migrate "
                + "status` shows whether it counts; then run the command again.", error);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is given up in any case; what matters is being told.
            return;
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
