package restrack.database.server;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Transactions that the server has undone because another one came in their way: a deadlock, a conflict between
 * isolated transactions, one between nodes of a cluster. Nothing of them stands, and they can be run again. The SQL
 * standard has a class of states for it, 40, "transaction rollback".
 */
public final class Undone {
    private static final String STATE_CLASS = "40";

    private Undone() {
    }

    /** {@return whether an error, or what is behind it, says that the transaction was undone} */
    public static boolean is(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(STATE_CLASS)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the error that the server did not tell of} */
    static SQLException silently() {
        return new SQLException("The server has undone the transaction and answered as if it were committed",
                STATE_CLASS + "001");
    }

    /** Lets others through, longer from time to time. */
    static void pause(int time) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(20L * time, 50L * time));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
