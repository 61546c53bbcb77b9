package restrack.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import restrack.config.DatabaseUrl;

/** What differs between the sessions of servers. */
public interface Session {
    /**
     * {@return a new connection, in autocommit mode}
     *
     * @param properties what the driver gets beside the URL
     * @throws SQLException what the driver said
     */
    Connection connect(DatabaseUrl url, Properties properties) throws SQLException;

    /** Sets up a connection for scripts: time zone, modes, limits of waiting. */
    void prepare(Connection connection) throws SQLException;

    /** {@return the statement that begins a transaction which writes} */
    String begin();

    /** {@return whether {@code (a, b) > (?, ?)} finds its way through an index} It always means the same. */
    boolean comparesRows();

    /** Stops what a connection is running, from another thread. */
    void cancel(Connection connection) throws SQLException;
}
