package restrack.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps a lease from ending, and the runner's own connection from being closed while its script thinks. A run that is
 * over before a third of the lease has passed never opens a second connection.
 */
final class Heartbeat implements AutoCloseable {
    private final Lease lease;
    private final Sessions sessions;
    private final Duration period;
    /** How long a renewal is waited for. */
    private final Duration patience;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3, work -> {
        var thread = new Thread(work, "lease");
        thread.setDaemon(true);
        return thread;
    });
    private Connection connection;

    Heartbeat(Lease lease, Sessions sessions, Terms terms) {
        this.lease = lease;
        this.sessions = sessions;
        this.period = terms.beat();
        this.patience = terms.length();
        every(period.toMillis(), this::beat);
        // Another thread, because this one waits for the statement that is running on the connection.
        every(terms.silence().toMillis() / 3, lease::keepAlive);
    }

    private void every(long millis, Runnable work) {
        threads.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
    }

    private synchronized void beat() {
        while (!threads.isShutdown()) {
            long asked = System.nanoTime();
            try {
                if (connection == null) {
                    connection = open();
                }
                lease.renew(connection);
                return;
            } catch (SQLException | RuntimeException e) {
                disconnect();
                if (System.nanoTime() - asked < period.toNanos() || !answers()) {
                    // The next one may reach the server. If none does, the lease ends, for us as for everybody else.
                    lease.renewalFailed();
                    return;
                }
                // It stood in line, behind a change of a table on a cluster, say; then nobody else can take the turn.
            }
        }
    }

    /** {@return a connection that does not wait for a server that hangs} */
    private Connection open() throws SQLException {
        var opened = sessions.open();
        opened.setNetworkTimeout(threads, Math.toIntExact(patience.toMillis()));
        return opened;
    }

    /** {@return whether there can be a new connection} A server that hangs, or a lost network, gives none. */
    private boolean answers() {
        var opening = CompletableFuture.supplyAsync(() -> {
            try {
                return open();
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        }, threads);
        try {
            connection = opening.get(period.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            opening.whenComplete((late, error) -> close(late));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void disconnect() {
        close(connection);
        connection = null;
    }

    private static void close(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It was broken.
            return;
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
