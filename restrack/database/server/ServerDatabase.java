package restrack.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Cost;
import restrack.database.Database;
import restrack.database.Rows;
import restrack.database.TableChange;
import restrack.lease.Lease;
import restrack.sql.Statement;

/** A database on a server that is open. The turn is taken with the first transaction, and kept until it is closed. */
public abstract class ServerDatabase implements Database {
    /** A question to the database. */
    @FunctionalInterface
    public interface Question<T> {
        /** {@return the answer} */
        T answer() throws SQLException;
    }

    private final Session session;
    private final DatabaseUrl url;
    private final Access access;
    private final Lease lease;
    private Connection connection;
    private volatile boolean interrupted;
    private long written;

    /** Connects. */
    protected ServerDatabase(Session session, DatabaseUrl url, Access access) {
        this.session = session;
        this.url = url;
        this.access = access;
        this.lease = new Lease(access.tablePrefix(), access.lease());
        this.connection = connect();
    }

    private Connection connect() {
        try {
            var properties = new Properties();
            properties.putAll(url.properties());
            var opened = session.connect(url, properties);
            try {
                session.prepare(opened);
                return Counted.of(opened, rows -> written += rows);
            } catch (SQLException | RuntimeException | Error e) {
                opened.close();
                throw e;
            }
        } catch (SQLException e) {
            throw explain(e, "The database cannot be opened");
        }
    }

    /** {@return where it is} */
    protected final DatabaseUrl url() {
        return url;
    }

    /** {@return how it was opened} */
    protected final Access access() {
        return access;
    }

    @Override
    public final Connection connection() {
        return connection;
    }

    @Override
    public final void begin() {
        ask("The database could not be locked for writing", () -> {
            lease.take(connection);
            execute(session.begin());
            lease.fence(connection);
            return true;
        });
    }

    @Override
    public final void commit() {
        ask("The transaction could not be committed", () -> execute("COMMIT"));
    }

    @Override
    public final void rollback() {
        ask("The transaction could not be rolled back", () -> execute("ROLLBACK"));
    }

    @Override
    public final void renewSession() {
        closeConnection();
        connection = connect();
    }

    @Override
    public final void interrupt() {
        interrupted = true;
        try {
            session.cancel(connection);
        } catch (SQLException e) {
            // The connection is closed: there is nothing to stop.
            return;
        }
    }

    @Override
    public final boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public List<TableChange> run(Statement statement, Set<String> allowed) throws SQLException {
        try (var jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            boolean rows = jdbc.execute(statement.text());
            // The connection counts the first of several results.
            for (boolean first = true; rows || jdbc.getUpdateCount() >= 0; first = false) {
                written += rows || first ? 0 : jdbc.getUpdateCount();
                rows = jdbc.getMoreResults();
            }
        }
        return List.of();
    }

    @Override
    public List<TableChange> changes(Statement statement, Set<String> allowed) {
        return List.of();
    }

    @Override
    public void refuse(Statement statement, Set<String> allowed) {
    }

    @Override
    public Cost cost(TableChange change) {
        return new Cost(rows().count(change.table().table()), 0, 0);
    }

    @Override
    public OptionalLong freeBytes() {
        return OptionalLong.empty();
    }

    @Override
    public Rows rows() {
        return new ServerRows(this, tables(), session.comparesRows(), written);
    }

    /** {@return what the server says of its tables} */
    protected abstract StoredTables tables();

    /** {@return the answer to a question; an error of the driver as the user should meet it} */
    public final <T> T ask(String context, Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw explain(e, context);
        }
    }

    private boolean execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    @Override
    public final void close() {
        lease.close();
        closeConnection();
    }

    private void closeConnection() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw explain(e, "The database could not be closed");
        }
    }

    @Override
    public abstract MigrateException explain(SQLException error, String context);
}
