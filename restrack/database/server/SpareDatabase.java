package restrack.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;

/**
 * A database beside another one for a whole copy of it. While it is in use a connection holds a lock with its name; so
 * the next one knows what was left by a process that was killed, and drops it.
 */
public final class SpareDatabase implements AutoCloseable {
    private static final String PREFIX = "migrate_clone_";

    /** How a server makes databases. Its connection is to the database for which they are made. */
    public interface Maker {
        /** {@return a new connection} */
        Connection connect(DatabaseUrl url) throws SQLException;

        /** {@return the names of all databases that begin with a text} */
        List<String> databases(Connection connection, String prefix) throws SQLException;

        /** {@return which server of several knows the locks of a connection; empty where there is one only} */
        default String place(Connection connection) throws SQLException {
            return "";
        }

        /** {@return whether this connection holds the lock of that name from here on} */
        boolean hold(Connection connection, String name) throws SQLException;

        /** Makes an empty database that is like the one of the connection. */
        void create(Connection connection, String name) throws SQLException;

        /** {@return what to do where none could be made, for which the right is missing if nothing else is known} */
        default String help(Connection connection, String prefix, SQLException error) {
            return "The user needs the right to create databases on that server.";
        }

        /** Drops a database, whoever uses it. */
        void drop(Connection connection, String name) throws SQLException;
    }

    private final Maker maker;
    private final Connection connection;
    private final DatabaseUrl url;
    private final String name;

    private SpareDatabase(Maker maker, Connection connection, DatabaseUrl url, String name) {
        this.maker = maker;
        this.connection = connection;
        this.url = url;
        this.name = name;
    }

    /**
     * {@return an empty database; the caller closes it}
     *
     * @param beside the database for which it is made
     * @throws MigrateException {@code cannot_open} where none can be made
     */
    public static SpareDatabase make(DatabaseUrl beside, Maker maker) {
        Connection connection;
        try {
            connection = maker.connect(beside);
        } catch (SQLException e) {
            throw refused(beside, "Check that the server takes another connection.", e);
        }
        boolean made = false;
        try {
            var prefix = PREFIX + Integer.toHexString((beside.jdbc().replaceFirst("[?;].*", "")
                    + maker.place(connection)).hashCode()) + "_";
            dropLeftBehind(maker, connection, prefix);
            var name = prefix + Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX) + "_"
                    + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
            maker.hold(connection, name);
            maker.create(connection, name);
            made = true;
            return new SpareDatabase(maker, connection, Beside.of(beside, name), name);
        } catch (SQLException e) {
            throw refused(beside, maker.help(connection, PREFIX, e), e);
        } finally {
            if (!made) {
                close(connection);
            }
        }
    }

    private static MigrateException refused(DatabaseUrl beside, String hint, SQLException e) {
        return new MigrateException(ErrorKind.CANNOT_OPEN, "No database could be made beside " + beside
                + " for a copy of it: " + beside.mask(String.valueOf(e.getMessage())) + ".", hint, e);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // What went wrong before is told.
            return;
        }
    }

    private static void dropLeftBehind(Maker maker, Connection connection, String prefix) throws SQLException {
        for (var name : maker.databases(connection, prefix)) {
            if (maker.hold(connection, name)) {
                maker.drop(connection, name);
            }
        }
    }

    /** {@return where it is} */
    public DatabaseUrl url() {
        return url;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** Drops it. */
    @Override
    public void close() {
        try (connection) {
            maker.drop(connection, name);
        } catch (SQLException e) {
            // The server is gone: the next run drops it.
            return;
        }
    }
}
