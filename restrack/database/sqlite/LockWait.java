package restrack.database.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.sqlite.SQLiteConnection;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Access;

/**
 * Waits for a lock, and says who is in the way.
 *
 * @param errors      how errors are told, and who holds locks
 * @param access      how long to wait, and who is told
 * @param interrupted whether the waiting is to end
 */
record LockWait(SqliteErrors errors, Access access, BooleanSupplier interrupted) {
    /** How long to wait in silence before saying who is in the way, and how long at a time after that. */
    private static final int SILENT_MILLIS = 1000;

    /** {@return until when one waits that begins to wait now, as {@link System#nanoTime} counts} */
    long end() {
        return System.nanoTime() + access.lockTimeout().toNanos();
    }

    /** Waits a second at a time: SQLite does not look up from its own waiting when it is interrupted. */
    void take(SQLiteConnection connection, String begin, long end) throws SQLException {
        try {
            for (boolean told = false;; told = true) {
                long left = Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
                connection.setBusyTimeout((int) Math.min(left, SILENT_MILLIS));
                try (var statement = connection.createStatement()) {
                    statement.execute(begin);
                    return;
                } catch (SQLException e) {
                    if (!SqliteErrors.isBusy(e) || left <= SILENT_MILLIS) {
                        throw e;
                    }
                }
                if (interrupted.getAsBoolean()) {
                    throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while waiting for "
                            + errors.display() + ".", "`migrate status` shows what stands.");
                }
                if (!told) {
                    access.waiting().begins(errors.holders());
                }
            }
        } finally {
            connection.setBusyTimeout(millis(access.lockTimeout()));
        }
    }

    /** {@return a time as SQLite takes it} */
    static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, duration.toMillis());
    }
}
