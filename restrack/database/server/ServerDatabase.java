package restrack.database.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Cost;
import restrack.database.Database;
import restrack.database.Rows;
import restrack.database.TableChange;
import restrack.lease.Lease;
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

    private static final String NOT_WRITTEN = "The history of this database could not be written";

    private final Session session;
    private final DatabaseUrl url;
    private final Access access;
    private final OwnConnection own;
    private final Lease lease;
    private final Transactions transactions;

    /** Connects. */
    protected ServerDatabase(Session session, DatabaseUrl url, Access access) {
        this.session = session;
        this.url = url;
        this.access = access;
        this.own = new OwnConnection(session, url);
        this.lease = new Lease(session.presence(), new Terms(access.tablePrefix(), access.lease(), access.lockTimeout(),
                access.waiting()::begins), own);
        this.transactions = new Transactions(this, own, session, lease, access.lockTimeout());
        ask("The database cannot be opened", () -> {
            own.become(another());
            return true;
        });
    }

    /** {@return another connection, set up as the one of this database; the caller closes it} */
    protected final Connection another() throws SQLException {
        return own.open();
    }

    /** {@return where it is} */
    public final DatabaseUrl url() {
        return url;
    }

    @Override
    public final void waitInOneGo() {
        ask("The session cannot be set up", () -> {
            session.waitInOneGo(own.now());
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
    public final Access access() {
        return access;
    }

    @Override
    public final Connection connection() {
        send();
        return own.now();
    }

    /** {@return the connection, for questions whose answer has nothing to do with what is not sent yet} */
    protected final Connection unsettled() {
        return own.now();
    }

    private void send() {
        ask(NOT_WRITTEN, () -> {
            own.send();
            return true;
        });
    }

    /** {@inheritDoc} That is before the next statement, or together with the commit. */
    @Override
    public final void write(String sql, Object... values) {
        ask(NOT_WRITTEN, () -> {
            own.later(new OwnStatement(sql, Arrays.asList(values)));
            if (!transactions.isOpen()) {
                own.send();
            }
            return true;
        });
    }

    @Override
    public final void begin() {
        standAside();
        ask("The database could not be locked for writing", () -> {
            transactions.begin();
            return true;
        });
    }

    @Override
    public final OptionalLong turn() {
        return transactions.turn();
    }

    /** {@return whether others may work with it too, so that it takes a turn} */
    protected boolean isShared() {
        return true;
    }

    @Override
    public final void commit() {
        transactions.commit();
    }

    @Override
    public final void rollback() {
        transactions.rollback();
    }

    @Override
    public final boolean mayRunAgain(Exception error) {
        return transactions.mayRunAgain(error);
    }

    @Override
    public final void renewSession() {
        sessionEnded();
        ask("The session could not be begun anew", () -> {
            if (session.renew(own.now())) {
                lease.refresh(own.now());
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
            var before = own.now();
            own.become(renewed);
            before.close();
            return true;
        });
    }

    @Override
    public final void interrupt() {
        own.interrupt();
    }

    @Override
    public final boolean isInterrupted() {
        return own.isInterrupted();
    }

    @Override
    public List<TableChange> run(Statement statement, Set<String> allowed) throws SQLException {
        send();
        try (var jdbc = own.now().createStatement()) {
            jdbc.setEscapeProcessing(false);
            boolean rows = jdbc.execute(statement.text());
            // The connection counts the first of several results.
            for (boolean first = true; rows || jdbc.getUpdateCount() >= 0; first = false) {
                own.wrote(rows || first ? 0 : jdbc.getUpdateCount());
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
        return new ServerRows(this, tables(), session.comparesRows(), own.written());
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
        if (transactions.isOpen()) {
            rollback();
        }
        lease.close();
        closing();
        session.close();
        ask("The database could not be closed", () -> {
            own.close();
            return true;
        });
    }

    /** Is called before the connection is closed, when the turn is given back. */
    protected void closing() {
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
