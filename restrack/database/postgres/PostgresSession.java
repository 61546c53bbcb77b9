package restrack.database.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.server.OwnStatement;
import restrack.database.server.Session;
import restrack.lease.Presence;

/**
 * A session with PostgreSQL. Behind a pooler such as pgbouncer each transaction may run in another session of the
 * server: so what a transaction needs is set in it with {@code SET LOCAL}, and what would stay in a session that others
 * use next is not set at all.
 */
final class PostgresSession implements Session {
    private static final String ZONE = "SET TIME ZONE 'UTC'";

    private final DatabaseUrl url;
    private final LockPatience patience;
    private final Access access;
    private final boolean reading;
    private final Blockers blockers = new Blockers(this::second);
    private ServerKind kind = ServerKind.POSTGRES;
    /** The number of the transaction that is open, and later of the last one; nothing where it has none. */
    private Optional<Long> transaction = Optional.empty();
    private boolean told;
    /** Whether a pooler stands between: the server's session is not the one that the driver knows. */
    private boolean pooled;
    private String application = "";

    /** @param reading whether nothing is going to be written: the server sees to it, where the session is ours alone */
    PostgresSession(DatabaseUrl url, Access access, boolean reading) {
        this.reading = reading;
        this.url = url;
        this.access = access;
        this.patience = new LockPatience(access.lockTimeout());
    }

    /** {@return which server it is with} */
    ServerKind kind() {
        return kind;
    }

    /**
     * {@inheritDoc} Whatever the URL says goes before this: no prepared statements of the server, which a pooler would
     * not find again; statements without parameters as they stand, not cut up by the driver; no rows in error messages.
     */
    @Override
    public Connection connect(DatabaseUrl url, Properties properties) throws SQLException {
        properties.putIfAbsent("ApplicationName", "migrate");
        properties.putIfAbsent("prepareThreshold", "0");
        properties.putIfAbsent("preferQueryMode", "extendedForPrepared");
        properties.putIfAbsent("logServerErrorDetail", "false");
        properties.putIfAbsent("tcpKeepAlive", "true");
        return PostgresDriver.connect(url, properties);
    }

    private Connection second() throws SQLException {
        var properties = new Properties();
        properties.putAll(url.properties());
        properties.put("ApplicationName", "migrate, looking who is in the way");
        return connect(url, properties);
    }

    /** A session that is ours alone waits for locks outside of transactions as long as the user says. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
             var row = statement.executeQuery("SELECT version(), pg_backend_pid()")) {
            row.next();
            kind = ServerKind.of(row.getString(1));
            pooled = row.getInt(2) != connection.unwrap(PgConnection.class).getBackendPID();
        }
        application = connection.getClientInfo("ApplicationName");
        Session.execute(connection, pooled ? ZONE : ZONE + ownSettings());
    }

    private String ownSettings() {
        return "; SET lock_timeout = '" + patience.whole() + "ms'; SET client_min_messages = warning; "
                + "SET application_name = '" + application.replace("'", "''") + "'"
                + (reading ? "; SET default_transaction_read_only = on" : "");
    }

    /**
     * {@inheritDoc} What {@code DISCARD ALL} does, but for advisory locks: PostgreSQL documentation, "DISCARD". Behind
     * a pooler it would be done to others.
     */
    @Override
    public boolean renew(Connection connection) throws SQLException {
        if (pooled || connection.isClosed() || state(connection) != TransactionState.IDLE) {
            return false;
        }
        try {
            Session.execute(connection, "CLOSE ALL; SET SESSION AUTHORIZATION DEFAULT; RESET ALL; UNLISTEN *; "
                    + "DEALLOCATE ALL; DISCARD PLANS; DISCARD TEMP; DISCARD SEQUENCES; " + ZONE + ownSettings());
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String begin() {
        return "BEGIN; SET LOCAL lock_timeout = '" + patience.ofTry() + "ms'";
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        begin(connection, "");
    }

    /** {@inheritDoc} With what is asked of a transaction as long as it is known. */
    @Override
    public long begin(Connection connection, String first) throws SQLException {
        transaction = Optional.empty();
        long changed = 0;
        try (var statement = connection.createStatement()) {
            boolean rows = statement.execute(begin()
                    + (kind.tellsOfCommits() ? "; SELECT pg_backend_pid(), txid_current()" : "")
                    + (first.isEmpty() ? "" : "; " + first));
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    began(statement.getResultSet());
                } else {
                    changed = statement.getUpdateCount();
                }
                rows = statement.getMoreResults();
            }
        }
        return changed;
    }

    private void began(ResultSet row) throws SQLException {
        row.next();
        transaction = Optional.of(row.getLong(2));
        blockers.watch(row.getInt(1), patience.ofTry());
    }

    /** {@inheritDoc} The driver sends them without waiting for answers; the server skips what follows an error. */
    @Override
    public void say(Connection connection, List<OwnStatement> statements) throws SQLException {
        say(connection, OwnStatement.joined(statements), statements);
    }

    private static void say(Connection connection, String text, List<OwnStatement> statements) throws SQLException {
        try (var statement = connection.prepareStatement(text)) {
            OwnStatement.fill(statement, statements);
            statement.execute();
        }
    }

    /** {@inheritDoc} A COMMIT of a transaction that has failed would be answered with ROLLBACK, without an error. */
    @Override
    public void commit(Connection connection, List<OwnStatement> last) throws SQLException {
        if (state(connection) == TransactionState.FAILED) {
            throw new SQLException("current transaction is aborted", PostgresState.FAILED_TRANSACTION);
        }
        if (last.isEmpty()) {
            Session.execute(connection, "COMMIT");
        } else {
            say(connection, OwnStatement.joined(last) + "; COMMIT", last);
        }
        ended();
        patience.renew();
        blockers.forget();
        told = false;
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        ended();
        try {
            if (isInTransaction(connection)) {
                Session.execute(connection, "ROLLBACK");
            }
        } catch (SQLException e) {
            if (!PostgresState.isLost(e)) {
                throw e;
            }
        }
    }

    private void ended() {
        blockers.rest();
    }

    /** A statement outside of a transaction may have to wait too. */
    void aboutToRun(Connection connection) throws SQLException {
        if (kind.namesBlockers() && state(connection) == TransactionState.IDLE) {
            blockers.watch(connection.unwrap(PgConnection.class).getBackendPID(), patience.whole());
        }
    }

    /** It has run, or failed. */
    void hasRun(Connection connection) throws SQLException {
        if (connection.isClosed() || state(connection) == TransactionState.IDLE) {
            ended();
        }
    }

    /** {@return whether a transaction is open, be it one that has failed} */
    boolean isInTransaction(Connection connection) {
        try {
            return !connection.isClosed() && state(connection) != TransactionState.IDLE;
        } catch (SQLException e) {
            return false;
        }
    }

    static TransactionState state(Connection connection) throws SQLException {
        return connection.unwrap(PgConnection.class).getTransactionState();
    }

    /** {@return the number of the transaction that is open} */
    Optional<Long> transaction() {
        return transaction;
    }

    @Override
    public boolean mayRunAgain(SQLException error) {
        if (!PostgresState.isLockTimeout(error) && !PostgresState.isConflict(error)) {
            return false;
        }
        patience.failed();
        if (!told) {
            told = true;
            access.waiting().begins(blockers.seen());
        }
        return patience.pause();
    }

    @Override
    public void waitInOneGo(Connection connection) throws SQLException {
        Session.execute(connection, "SET LOCAL lock_timeout = '" + patience.whole() + "ms'");
    }

    @Override
    public String holders() {
        return blockers.seen();
    }

    @Override
    public boolean comparesRows() {
        return true;
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(PgConnection.class).cancelQuery();
    }

    @Override
    public Presence presence() {
        return new PostgresPresence();
    }

    @Override
    public void close() {
        blockers.close();
    }
}
