package restrack.database.server;

import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import restrack.MigrateException;
import restrack.lease.Lease;

/**
 * The transactions of a database on a server: each begins behind the fence of the lease, and of a COMMIT that did not
 * answer it is found out what became of it.
 */
final class Transactions {
    /** How often a transaction is run again that others undo. */
    private static final int ATTEMPTS = 10;

    private final ServerDatabase database;
    private final OwnConnection own;
    private final Session session;
    private final Lease lease;
    private final Duration patience;
    private boolean open;
    /** Grows whenever what is known of our tables need not be true any more. */
    private long turn;
    /** How often in a row others have undone what was run. */
    private int undone;

    /**
     * @param database is told what begins and ends, and explains errors
     * @param own      its connection
     * @param session  how transactions are said
     * @param lease    the turn, taken with the first of them
     * @param patience how long to wait for a server that went away during a COMMIT
     */
    Transactions(ServerDatabase database, OwnConnection own, Session session, Lease lease, Duration patience) {
        this.database = database;
        this.own = own;
        this.session = session;
        this.lease = lease;
        this.patience = patience;
    }

    /** {@return whether one is open} */
    boolean isOpen() {
        return open;
    }

    /** {@return the time in which our tables are ours alone} See {@link ServerDatabase#turn}. */
    OptionalLong turn() {
        return lease.isHeld() ? OptionalLong.of(turn) : OptionalLong.empty();
    }

    /** Begins one, taking the turn if it is not taken yet. */
    void begin() throws SQLException {
        if (open || !lease.isHeld()) {
            // A script has ended the one before by itself; or others could write until now.
            turn++;
        }
        if (database.isShared()) {
            lease.take(own.now());
        }
        for (int attempt = 1; !beginFenced(attempt == ATTEMPTS); attempt++) {
            continue;
        }
    }

    /** {@return whether it is begun} What is undone by another one before it has done anything can be begun again. */
    private boolean beginFenced(boolean last) throws SQLException {
        database.begins();
        open = true;
        try {
            if (database.isShared()) {
                lease.fence(own.now(), first -> session.begin(own.now(), first));
            } else {
                session.begin(own.now());
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

    /** Ends it, keeping what it did. */
    void commit() {
        database.ask("The transaction could not be committed", () -> {
            if (lease.mayBeUndone()) {
                // What is asked now has to be true of everything.
                own.send();
            }
            return requireStands();
        });
        try {
            own.commit();
            lease.ended(own.now());
            requireStands();
        } catch (SQLException e) {
            settle(e);
        }
        open = false;
        undone = 0;
    }

    private boolean requireStands() throws SQLException {
        if (!lease.stands(own.now())) {
            throw Undone.silently();
        }
        return true;
    }

    /** An error of COMMIT is never believed: it is looked whether the transaction counts. */
    private void settle(SQLException error) {
        turn++;
        if (isRefusal(error) || !lease.isHeld()) {
            throw database.explain(error, "The transaction could not be committed");
        }
        if (own.isUsable()) {
            if (!database.ask("It is not known whether the last transaction was committed; `migrate status` shows it",
                    this::isCommitted)) {
                throw database.explain(error, "The transaction could not be committed");
            }
        } else {
            database.sessionEnded();
            own.become(new LostCommit(lease, own::open, patience).settled(error));
        }
        database.ask("The transaction could not be ended", () -> {
            lease.ended(own.now());
            return true;
        });
    }

    private boolean isCommitted() throws SQLException {
        // While it is still open, it would itself say that it is.
        session.rollback(own.now());
        return lease.hasPassed(own.now());
    }

    /** The SQL standard's class 23, integrity constraint violation: what is deferred does not hold. */
    private static boolean isRefusal(SQLException error) {
        return error.getSQLState() != null && error.getSQLState().startsWith("23");
    }

    /** Ends it, if one is open, undoing what it did. */
    void rollback() {
        turn++;
        open = false;
        own.forget();
        database.isRolledBack();
        try {
            session.rollback(own.now());
            lease.ended(own.now());
        } catch (SQLException e) {
            // Whoever has no connection any more has no transaction either: what led here is told.
            if (own.isUsable()) {
                throw database.explain(e, "The transaction could not be rolled back");
            }
        }
    }

    /** {@return whether one that failed should be run again} See {@link ServerDatabase#mayRunAgain}. */
    boolean mayRunAgain(Exception error) {
        if (own.isInterrupted()) {
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
}
