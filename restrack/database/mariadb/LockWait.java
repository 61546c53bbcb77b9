package restrack.database.mariadb;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Access;
import restrack.database.server.Session;

/**
 * Runs statements that need a table for themselves. While such a statement waits, everybody who comes later waits
 * behind it, readers too; so it waits a second at a time and lets the others pass. One that has waited in vain (1205)
 * has done nothing, and is said again.
 *
 * @param connection  where it runs
 * @param access      how long to wait, and who is told
 * @param interrupted whether the waiting is to end
 */
record LockWait(Connection connection, Access access, BooleanSupplier interrupted) {
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final long BETWEEN_MILLIS = 100;

    /** What is to be run. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** {@return what comes of the work} */
    <T> T patiently(Work<T> work) throws SQLException {
        if (isShort()) {
            return work.run();
        }
        set(STEP);
        try {
            return again(work);
        } finally {
            restore();
        }
    }

    /** Runs a statement that answers with no rows: with how long it waits, it takes one way to the server and back. */
    void run(String sql) throws SQLException {
        if (isShort()) {
            Session.execute(connection, sql);
        } else {
            again(() -> together(setting(STEP), sql, setting(access.lockTimeout())));
        }
    }

    /** The driver sends a batch without waiting for answers, and to its end whatever the answers are. */
    private int[] together(String... statements) throws SQLException {
        try (var batch = connection.createStatement()) {
            for (var sql : statements) {
                batch.addBatch(sql);
            }
            return batch.executeBatch();
        } catch (BatchUpdateException e) {
            throw e.getCause() instanceof SQLException cause ? cause : e;
        }
    }

    private boolean isShort() {
        return access.lockTimeout().compareTo(STEP) <= 0;
    }

    private <T> T again(Work<T> work) throws SQLException {
        long end = System.nanoTime() + access.lockTimeout().toNanos();
        for (boolean told = false;; told = true) {
            try {
                return work.run();
            } catch (SQLException e) {
                if (!isLockWait(e) || System.nanoTime() + STEP.toNanos() > end) {
                    throw e;
                }
            }
            if (!told) {
                access.waiting().begins(new Blockers(connection).words());
            }
            pause();
        }
    }

    /** If the connection is lost, what lost it is to be said, and not that this failed too. */
    private void restore() {
        try {
            set(access.lockTimeout());
        } catch (SQLException e) {
            return;
        }
    }

    static boolean isLockWait(SQLException error) {
        return error.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (interrupted.getAsBoolean()) {
            throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while waiting for a lock.",
                    "`migrate status` shows what stands.");
        }
    }

    private void set(Duration time) throws SQLException {
        Session.execute(connection, setting(time));
    }

    private static String setting(Duration time) {
        return "SET SESSION " + MariaSession.timeouts(time);
    }
}
