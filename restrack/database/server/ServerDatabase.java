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
import restrack.lease.Sessions;
import restrack.lease.Terms;
import restrack.sql.Statement;

/** A database on a server that is open. The turn is taken with the first transaction, and kept until it is closed. */
public abstract class ServerDatabase implements Database {
    /** A question to the database. */
    @FunctionalInterface
    public interface Question<T> {
        /** {@return the answer} */
        T answer() throws SQLException;
    }

    /** How often a transaction is run again that others undo. */
    private static final int ATTEMPTS = 10;

    private final Session session;
    private final DatabaseUrl url;
    private final Access access;
    private final Lease lease;
    private volatile Connection connection;
    private volatile boolean interrupted;
    private boolean inTransaction;
    /** How often in a row others have undone what was run. */
    private int undone;
    private long written;

    /** Connects. */
    protected ServerDatabase(Session session, DatabaseUrl url, Access access) {
        this.session = session;
        this.url = url;
        this.access = access;
        this.lease = new Lease(session.presence(), new Terms(access.tablePrefix(), access.lease(), access.lockTimeout(),
                access.waiting()::begins), new Underneath());
        this.connection = connect();
    }

    private Connection connect() {
        try {
            return counted(another());
        } catch (SQLException e) {
            throw explain(e, "The database cannot be opened");
        }
    }

    /** {@return a connection that tells how many rows are written over it} */
    private Connection counted(Connection connection) {
        return Counted.of(connection, rows -> written += rows);
    }

    /** {@return another connection, set up as the one of this database; the caller closes it} */
    protected final Connection another() throws SQLException {
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

    /** What the lease sees of this database. */
    private final class Underneath implements Sessions {
        @Override
        public Connection open() throws SQLException {
            return another();
        }

        @Override
        public boolean isInterrupted() {
            return interrupted;
        }

        @Override
        public void stop() {
            new Stop(session, connection).run();
        }
    }

    /** {@return where it is} */
    protected final DatabaseUrl url() {
        return url;
    }

    @Override
    public final void waitInOneGo() {
        ask("The session cannot be set up", () -> {
            session.waitInOneGo(connection);
            return true;
        });
    }

    /** A transaction has begun. */
    protected void begins() {
    }

    /** The transaction is about to be rolled back, if one is open. */
    protected void isRolledBack() {
    }

    /** What scripts have set for the session is going to be gone. */
    protected void sessionEnded() {
    }

    /** {@return how sessions with it differ from those with other servers} */
    protected final Session session() {
        return session;
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
        standAside();
        ask("The database could not be locked for writing", () -> {
            if (isShared()) {
                lease.take(connection);
            }
            for (int attempt = 1; !beginFenced(attempt == ATTEMPTS); attempt++) {
                continue;
            }
            return true;
        });
    }

    /** {@return whether others may work with it too, so that it takes a turn} */
    protected boolean isShared() {
        return true;
    }

    /** {@return whether it is begun} What is undone by another one before it has done anything can be begun again. */
    private boolean beginFenced(boolean last) throws SQLException {
        session.begin(connection);
        begins();
        inTransaction = true;
        try {
            if (isShared()) {
                lease.fence(connection);
            }
            return true;
        } catch (SQLException e) {
            rollback();
            if (last || !Undone.is(e)) {
                throw e;
            }
            return false;
        } catch (MigrateException e) {
            rollback();
            throw e;
        }
    }

    @Override
    public final void commit() {
        ask("The transaction could not be committed", this::requireStands);
        try {
            session.commit(connection);
            lease.ended(connection);
            requireStands();
        } catch (SQLException e) {
            settle(e);
        }
        inTransaction = false;
        undone = 0;
    }

    private boolean requireStands() throws SQLException {
        if (!lease.stands(connection)) {
            throw Undone.silently();
        }
        return true;
    }

    /** An error of COMMIT is never believed: it is looked whether the transaction counts. */
    private void settle(SQLException error) {
        if (isRefusal(error) || !lease.isHeld()) {
            throw explain(error, "The transaction could not be committed");
        }
        if (isUsable()) {
            if (!ask("It is not known whether the last transaction was committed; `migrate status` shows it",
                    () -> lease.hasPassed(connection))) {
                throw explain(error, "The transaction could not be committed");
            }
        } else {
            sessionEnded();
            connection = counted(new LostCommit(lease, this::another, access.lockTimeout()).settled(error));
        }
        ask("The transaction could not be ended", () -> {
            lease.ended(connection);
            return true;
        });
    }

    /** The SQL standard's class 23, integrity constraint violation: what is deferred does not hold. */
    private static boolean isRefusal(SQLException error) {
        return error.getSQLState() != null && error.getSQLState().startsWith("23");
    }

    @Override
    public final void rollback() {
        inTransaction = false;
        isRolledBack();
        try {
            session.rollback(connection);
            lease.ended(connection);
        } catch (SQLException e) {
            // Whoever has no connection any more has no transaction either: what led here is told.
            if (isUsable()) {
                throw explain(e, "The transaction could not be rolled back");
            }
        }
    }

    private boolean isUsable() {
        try {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public final boolean mayRunAgain(Exception error) {
        if (interrupted) {
            return false;
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && session.mayRunAgain(sql)) {
                return true;
            }
        }
        if (undone == ATTEMPTS || !Undone.is(error)) {
            return false;
        }
        undone++;
        Undone.pause(undone);
        return true;
    }

    @Override
    public final void renewSession() {
        sessionEnded();
        ask("The session could not be begun anew", () -> {
            if (session.renew(connection)) {
                lease.refresh(connection);
                return true;
            }
            // The new one first: a moment without a connection would look as if this runner were gone.
            var renewed = another();
            try {
                lease.move(renewed);
            } catch (SQLException | RuntimeException e) {
                renewed.close();
                throw e;
            }
            var before = connection;
            connection = counted(renewed);
            before.close();
            return true;
        });
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

    @Override
    public void close() {
        if (inTransaction) {
            rollback();
        }
        lease.close();
        closing();
        session.close();
        close(connection);
    }

    /** Is called before the connection is closed, when the turn is given back. */
    protected void closing() {
    }

    private void close(Connection done) {
        try {
            done.close();
        } catch (SQLException e) {
            throw explain(e, "The database could not be closed");
        }
    }

    @Override
    public final void requireTurn() {
        var lost = lease.behind(new SQLException("The transaction has ended", "08003"));
        if (lost.isPresent()) {
            throw lost.get();
        }
    }

    @Override
    public final MigrateException explain(SQLException error, String context) {
        return lease.behind(error).orElseGet(() -> explained(error, context));
    }

    /** As {@link #explain}, for a runner whose turn it still is. */
    protected abstract MigrateException explained(SQLException error, String context);
}
