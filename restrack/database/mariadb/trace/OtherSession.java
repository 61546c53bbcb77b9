package restrack.database.mariadb.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * The session that was about to run a statement. A server goes on with a statement although its client is gone, so
 * before anybody looks at what became of it, that session has to be over.
 *
 * @param id     the number of its connection
 * @param server which server it was with
 * @param since  when that server was started, in seconds; its numbers begin anew then
 */
record OtherSession(long id, String server, long since) {
    private static final Pattern TEXT = Pattern.compile("connection (\\d+) to (.*) up since (\\d+)");
    private static final long CLOCK_SECONDS = 3;
    private static final long LOOK_MILLIS = 50;

    /** {@return the session of a connection} */
    static OtherSession of(Connection connection) throws SQLException {
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT connection_id(), concat(@@hostname, ':', @@port, ' ', @@server_id), unix_timestamp()""")) {
            rows.next();
            return new OtherSession(rows.getLong(1), rows.getString(2), rows.getLong(3) - uptime(connection));
        }
    }

    private static long uptime(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SHOW GLOBAL STATUS LIKE 'Uptime'")) {
            return rows.next() ? rows.getLong(2) : 0;
        }
    }

    /** {@return the session that a text tells of; null if it tells of none} */
    static OtherSession of(String text) {
        var parts = TEXT.matcher(text);
        return parts.matches() ? new OtherSession(Long.parseLong(parts.group(1)), parts.group(2),
                Long.parseLong(parts.group(3))) : null;
    }

    String text() {
        return "connection " + id + " to " + server + " up since " + since;
    }

    /**
     * Waits until this session is over, as far as that can be seen from another one.
     *
     * @throws MigrateException {@code busy} where it takes longer
     */
    void awaitEnd(Connection connection, Duration patience) throws SQLException {
        var here = of(connection);
        if (here.id == id || !here.server.equals(server) || Math.abs(here.since - since) > CLOCK_SECONDS) {
            return;
        }
        long end = System.nanoTime() + patience.toNanos();
        while (isThere(connection)) {
            if (System.nanoTime() > end) {
                throw new MigrateException(ErrorKind.BUSY, "The statement that was interrupted is still running, in "
                        + "the server's connection " + id + ".", "Wait until it has ended, or end it with `KILL " + id
                        + "`, then run the command again.");
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted.", "", e);
            }
        }
    }

    private boolean isThere(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM information_schema.processlist WHERE id = ?")) {
            query.setLong(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
