package restrack.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import restrack.config.DatabaseUrl;
import restrack.lease.Sessions;

/**
 * The connection of a database that is open: another one when the session is begun anew, or when it was lost. Counts
 * the rows that are written over it.
 */
final class OwnConnection implements Sessions, AutoCloseable {
    private final Session session;
    private final DatabaseUrl url;
    private final Unsent unsent = new Unsent();
    /** What the driver has given, and the same with rows counted. */
    private volatile Connection raw;
    private volatile Connection connection;
    private volatile boolean interrupted;
    private long written;

    /** Nothing is connected yet. */
    OwnConnection(Session session, DatabaseUrl url) {
        this.session = session;
        this.url = url;
    }

    /** {@return the connection as it is now; null before the first} */
    Connection now() {
        return connection;
    }

    /** Goes on with another connection. The one before stays open. */
    void become(Connection other) {
        raw = other;
        connection = Counted.of(other, this::wrote);
    }

    /** Says a statement about our tables, with what is said next. */
    void later(OwnStatement statement) throws SQLException {
        if (!unsent.hasRoomFor(statement)) {
            send();
        }
        unsent.add(statement);
    }

    /** Says what has waited. It does not count as written. */
    void send() throws SQLException {
        var waiting = unsent.take();
        if (!waiting.isEmpty()) {
            session.say(raw, waiting);
        }
    }

    /** Says what has waited, and commits. */
    void commit() throws SQLException {
        session.commit(raw, unsent.take());
    }

    /** What has waited is not said any more: it was part of a transaction that is undone. */
    void forget() {
        unsent.take();
    }

    /** {@inheritDoc} It is set up as this one is. */
    @Override
    public Connection open() throws SQLException {
        var properties = new Properties();
        properties.putAll(url.properties());
        var opened = session.connect(url, properties);
        try {
            session.prepare(opened);
            return opened;
        } catch (SQLException | RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /** Rows were written that the connection itself does not count. */
    void wrote(long rows) {
        written += rows;
    }

    /** {@return how many rows were written} */
    long written() {
        return written;
    }

    /** {@return whether it can be used} */
    boolean isUsable() {
        try {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Stops what is running, from another thread; nothing more is to be begun. */
    void interrupt() {
        interrupted = true;
        try {
            session.cancel(connection);
        } catch (SQLException e) {
            // The connection is closed: there is nothing to stop.
            return;
        }
    }

    @Override
    public boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public void stop() {
        new Stop(session, connection).run();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
