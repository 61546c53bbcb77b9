package restrack.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Takes a connection away from a runner that has been overtaken, from another thread: what it is running is cancelled,
 * and nothing more gets through, whatever its script makes of the error.
 *
 * @param session    how statements are cancelled
 * @param connection the connection
 */
record Stop(Session session, Connection connection) implements Runnable {
    /** A server that hangs is not waited for. */
    private static final long PATIENCE_SECONDS = 2;

    @Override
    public void run() {
        var cancel = new Thread(this::cancel, "cancel");
        cancel.setDaemon(true);
        cancel.start();
        try {
            cancel.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is closed already.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancel() {
        try {
            session.cancel(connection);
        } catch (SQLException e) {
            // It is closed already.
            return;
        }
    }
}
