package restrack.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a lease from ending, and the runner's own connection from being closed while its script thinks. A run that is
 * over before a third of the lease has passed never opens a second connection.
 */
final class Heartbeat implements AutoCloseable {
    private final Lease lease;
    private final Sessions sessions;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        var thread = new Thread(work, "lease");
        thread.setDaemon(true);
        return thread;
    });
    private Connection connection;

    Heartbeat(Lease lease, Sessions sessions, Terms terms) {
        this.lease = lease;
        this.sessions = sessions;
        every(terms.beat().toMillis(), this::beat);
        // Two threads, because this one waits for the statement that is running on the connection.
        every(terms.silence().toMillis() / 3, lease::keepAlive);
    }

    private void every(long millis, Runnable work) {
        threads.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    private synchronized void beat() {
        if (threads.isShutdown()) {
            return;
        }
        try {
            if (connection == null) {
                connection = sessions.open();
            }
            lease.renew(connection);
        } catch (SQLException | RuntimeException e) {
            // The next one may reach the server. If none does, the lease ends, for us as for everybody else.
            disconnect();
            lease.renewalFailed();
        }
    }

    private void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It was broken.
                connection = null;
            }
            connection = null;
        }
    }

    /** Ends the threads. What one of them is saying at this moment is not waited for, but for the last word. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (threads.isTerminated()) {
            disconnect();
        }
    }
}
