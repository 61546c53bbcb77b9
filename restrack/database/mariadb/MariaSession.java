package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.mariadb.jdbc.Driver;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.server.OwnStatement;
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
    /** What the driver says when it connects, so that the server tells it of what it keeps in mind. */
    private static final String TRACKED = """
            session_track_system_variables = 'autocommit,character_set_client,character_set_connection,\
            character_set_results,time_zone,tx_isolation', session_track_schema = 1, NAMES utf8mb4""";

    @Override
    public Connection connect(DatabaseUrl url, Properties properties) throws SQLException {
        properties.putIfAbsent("useResetConnection", "true");
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
        Session.execute(connection, settings(driver(connection)));
    }

    private static org.mariadb.jdbc.Connection driver(Connection connection) throws SQLException {
        return connection.unwrap(org.mariadb.jdbc.Connection.class);
    }

    private String settings(org.mariadb.jdbc.Connection driver) {
        return settings(driver.getContext().getVersion().isMariaDBServer(), access.foreignKeys())
                + ", " + timeouts(access.lockTimeout());
    }

    /**
     * {@inheritDoc} By {@code COM_RESET_CONNECTION} (MariaDB documentation, of that name), which leaves nothing but the
     * database that is in use. What the driver has told the server when it connected is told again.
     */
    @Override
    public boolean renew(Connection connection) throws SQLException {
        var driver = driver(connection);
        var version = driver.getContext().getVersion();
        var database = driver.getContext().getConf().database();
        if (database == null || !version.isMariaDBServer() || !version.versionGreaterOrEqual(10, 4, 3)) {
            return false;
        }
        try {
            driver.reset();
        } catch (SQLException e) {
            return false;
        }
        try (var statement = connection.createStatement()) {
            statement.addBatch("USE `" + database.replace("`", "``") + "`");
            statement.addBatch(settings(driver) + ", " + TRACKED);
            statement.executeBatch();
        }
        return true;
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

    /** {@inheritDoc} The driver sends a batch without waiting for answers. */
    @Override
    public long begin(Connection connection, String first) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.addBatch(begin());
            statement.addBatch(first);
            return statement.executeBatch()[1];
        }
    }

    /** {@inheritDoc} In a block, which ends with the first error: what the driver sends ahead goes on behind one. */
    @Override
    public void say(Connection connection, List<OwnStatement> statements) throws SQLException {
        Packet.requireTakes(connection, statements);
        if (statements.size() < 2 || !hasBlocks(connection)) {
            Session.super.say(connection, statements);
        } else {
            say(connection, statements, "");
        }
    }

    /** {@inheritDoc} On a cluster, where others can undo a transaction at any moment, COMMIT stands alone. */
    @Override
    public void commit(Connection connection, List<OwnStatement> last) throws SQLException {
        // On a cluster autocommit is off within a transaction.
        if (last.isEmpty() || !hasBlocks(connection) || !connection.getAutoCommit()) {
            Session.super.commit(connection, last);
        } else {
            Packet.requireTakes(connection, last);
            say(connection, last, "COMMIT; ");
        }
    }

    private static void say(Connection connection, List<OwnStatement> statements, String end) throws SQLException {
        try (var block = connection.prepareStatement("BEGIN NOT ATOMIC " + OwnStatement.joined(statements) + "; " + end
                + "END")) {
            OwnStatement.fill(block, statements);
            block.execute();
        }
    }

    private static boolean hasBlocks(Connection connection) throws SQLException {
        return driver(connection).getContext().getVersion().isMariaDBServer();
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
