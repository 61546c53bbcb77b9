package tests.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that is running on this machine. */
public abstract class Running {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Path folder;
    private final int port;

    Running(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** {@return where its data are} */
    public final Path folder() {
        return folder;
    }

    /** {@return the port that it listens on} */
    public final int port() {
        return port;
    }

    /** {@return a new, empty database; it is dropped when it is closed} */
    public final TestDatabase database() {
        var name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        administer("CREATE DATABASE " + name);
        return new TestDatabase(this, name);
    }

    /** Runs a statement that is about the server, not about a database of it. */
    public final void administer(String sql) {
        try (var connection = connect(""); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return a connection of the driver's own; to what is always there, if no database is named} */
    public abstract Connection connect(String database) throws SQLException;

    /** {@return the URL of a database, as the toolkit takes it} */
    public abstract String url(String database);

    /** Drops a database, whoever uses it. */
    abstract void drop(String database);

    /** {@return the number of its process} */
    public abstract long pid() throws IOException;

    /** Stops it as an administrator would. */
    public abstract void stop() throws IOException;

    /** Ends it as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws IOException {
        Programs.signal(pid(), "KILL");
        Programs.awaitEnd(pid());
    }
}
