package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import org.mariadb.jdbc.Driver;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.server.Session;
import restrack.lease.Presence;

/**
 * A session with MariaDB. What scripts mean must not depend on how a server is configured, so its modes are always
 * MariaDB's own defaults: strict, with {@code "x"} a string and a backslash an escape.
 *
 * @param access how long to wait, and whether foreign keys are enforced
 */
record MariaSession(Access access) implements Session {
    private static final Pattern SEVERAL = Pattern.compile("^jdbc:mariadb:(?:sequential|loadbalance):");
    private static final String MODES = "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    @Override
    public Connection connect(DatabaseUrl url, Properties properties) throws SQLException {
        return open(url, properties);
    }

    /**
     * {@return a connection to the first server of a URL that answers} If the driver were let go over to another server
     * later, as its modes of several hosts do, the session there would have none of its settings, and would read what
     * that server has not got yet.
     */
    static Connection open(DatabaseUrl url, Properties properties) throws SQLException {
        return new Driver().connect(SEVERAL.matcher(url.jdbc()).replaceFirst("jdbc:mariadb:"), properties);
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        var version = connection.unwrap(org.mariadb.jdbc.Connection.class).getContext().getVersion();
        try (var statement = connection.createStatement()) {
            statement.execute(settings(version.isMariaDBServer(), access.foreignKeys())
                    + ", " + timeouts(access.lockTimeout()));
        }
    }

    /**
     * {@return the statement that sets up a session, but for how long it waits}
     *
     * @param maria whether the server is MariaDB; MySQL knows less
     */
    static String settings(boolean maria, boolean foreignKeys) {
        // On a node of a cluster each statement waits until the node has what the others have committed before it
        // (MariaDB documentation, wsrep_sync_wait: 15 is reads, changes, inserts and SHOW alike).
        return "SET SESSION autocommit = 1, time_zone = '+00:00', foreign_key_checks = " + (foreignKeys ? 1 : 0)
                + ", sql_mode = '" + MODES + (maria ? ",NO_AUTO_CREATE_USER', wsrep_sync_wait = IF(@@wsrep_on, 15, 0)"
                        : "'");
    }

    /** {@return the assignments that make a session wait for locks of either kind so long, in whole seconds} */
    static String timeouts(Duration time) {
        long seconds = Math.max(1, time.toSeconds() + (time.toNanosPart() > 0 ? 1 : 0));
        return "lock_wait_timeout = " + Math.min(seconds, Duration.ofDays(365).toSeconds())
                + ", innodb_lock_wait_timeout = " + Math.min(seconds, 1L << 30);
    }

    @Override
    public String begin() {
        return "START TRANSACTION";
    }

    @Override
    public boolean comparesRows() {
        return false;
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(org.mariadb.jdbc.Connection.class).cancelCurrentQuery();
    }

    @Override
    public Presence presence() {
        return new MariaPresence();
    }
}
