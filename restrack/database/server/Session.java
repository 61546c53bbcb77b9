package restrack.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import restrack.config.DatabaseUrl;
import restrack.lease.Presence;

/** What differs between the sessions of servers. */
public interface Session extends AutoCloseable {
    /**
     * {@return a new connection, in autocommit mode}
     *
     * @param properties what the driver gets beside the URL
     * @throws SQLException what the driver said
     */
    Connection connect(DatabaseUrl url, Properties properties) throws SQLException;

    /** Sets up a connection for scripts: time zone, modes, limits of waiting. */
    void prepare(Connection connection) throws SQLException;

    /**
     * Sets a connection back to what it was after {@link #prepare}, with nothing left of what a script has set.
     *
     * @return whether that was possible; otherwise it takes a new connection
     */
    default boolean renew(Connection connection) throws SQLException {
        return false;
    }

    /** {@return the statement that begins a transaction which writes} */
    String begin();

    /** Begins a transaction which writes. */
    default void begin(Connection connection) throws SQLException {
        execute(connection, begin());
    }

    /**
     * Begins a transaction which writes, with one way to the server and back where that is possible.
     *
     * @param first a statement that changes rows, to be run in it
     * @return how many
     */
    long begin(Connection connection, String first) throws SQLException;

    /**
     * Says statements about our tables, with one way to the server and back where that is possible. When one fails, so
     * that the transaction cannot be committed, those behind it need not have been said.
     */
    default void say(Connection connection, List<OwnStatement> statements) throws SQLException {
        for (var each : statements) {
            try (var statement = connection.prepareStatement(each.sql())) {
                OwnStatement.fill(statement, List.of(each));
                statement.execute();
            }
        }
    }

    /**
     * Says statements about our tables and ends the transaction, keeping what it did. When one fails, the transaction
     * is not committed.
     */
    default void commit(Connection connection, List<OwnStatement> last) throws SQLException {
        say(connection, last);
        execute(connection, "COMMIT");
    }

    /** Ends the transaction, if one is open, undoing what it did. One whose connection is gone has been undone. */
    default void rollback(Connection connection) throws SQLException {
        execute(connection, "ROLLBACK");
    }

    /**
     * {@return whether the transaction that failed and was rolled back should be run again, since it only met others}
     * Waits before it says so, to let them through, and never longer than the lock timeout, all tries together.
     */
    default boolean mayRunAgain(SQLException error) {
        return false;
    }

    /** Lets the transaction that is open wait for locks as long as it may, in one go. */
    default void waitInOneGo(Connection connection) throws SQLException {
    }

    /** {@return who was in the way when this session last waited, as a phrase; empty if that is not known} */
    default String holders() {
        return "";
    }

    /** {@return whether {@code (a, b) > (?, ?)} finds its way through an index} It always means the same. */
    boolean comparesRows();

    /** Stops what a connection is running, from another thread. */
    void cancel(Connection connection) throws SQLException;

    /** {@return what the server knows of its connections} */
    Presence presence();

    /** Ends what runs beside the session. */
    @Override
    default void close() {
    }

    /** Runs a statement of ours. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
