package restrack.database.server;

import java.time.Duration;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;

/** Waits until nobody else is connected to a database. A session that was just closed is still seen for a moment. */
public final class Alone {
    private static final int NAP_MILLIS = 50;

    private Alone() {
    }

    /**
     * Waits.
     *
     * @param database which database
     * @param sessions counts the sessions of others
     * @param patience how long to wait
     * @param query    a query that names them
     * @throws MigrateException {@code busy}
     */
    public static void await(ServerDatabase database, DatabaseUrl url, ServerDatabase.Question<Long> sessions,
                             Duration patience, String query) {
        long end = System.nanoTime() + patience.toNanos();
        for (long others = count(database, sessions); others > 0; others = count(database, sessions)) {
            if (System.nanoTime() > end || database.isInterrupted()) {
                throw new MigrateException(ErrorKind.BUSY, "Others are connected to " + url + ": " + others
                        + (others == 1 ? " session" : " sessions") + ". Nothing was changed.",
                        "Stop the application, then run the command again; `" + query + "` names them.");
            }
            try {
                Thread.sleep(NAP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted.", "", e);
            }
        }
    }

    private static long count(ServerDatabase database, ServerDatabase.Question<Long> sessions) {
        return database.ask("The sessions cannot be looked at", sessions);
    }
}
