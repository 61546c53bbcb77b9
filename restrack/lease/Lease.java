package restrack.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * The turn of one runner. It is taken with the first transaction that writes, and given back when the runner ends. See
 * the package for how it is kept.
 *
 * <p>Not for several threads, but for what {@link Heartbeat} calls.
 */
public final class Lease implements AutoCloseable {
    /** What a database says of a connection that it has closed: connection, transaction timeout, shutdown, kill. */
    private static final String[] CLOSED = {"08", "25P03", "57P", "57014", "70"};
    private static final int ATTEMPTS = 3;

    private final Presence presence;
    private final Terms terms;
    private final Sessions sessions;
    private final LeaseTable table;
    private Heartbeat heartbeat;
    private volatile Connection connection;
    private volatile Holder ours;
    private volatile boolean lost;
    private volatile Optional<Holder> overtaker = Optional.empty();
    /** When the server last said that the lease is ours. */
    private volatile long heard;
    private long uses;
    /** The number under which the last transaction passed the fence. */
    private long passed;

    /**
     * @param presence what the server can tell of connections
     * @param terms    for how long, and how long to wait for others
     * @param sessions who works under it
     */
    public Lease(Presence presence, Terms terms, Sessions sessions) {
        this.presence = presence;
        this.terms = terms;
        this.sessions = sessions;
        this.table = new LeaseTable(presence, terms.prefix());
    }

    /** {@return the name of the table that says whose turn it is} */
    public static String table(String prefix) {
        return prefix + LeaseTable.NAME;
    }

    /**
     * Takes the turn, if it is not taken yet, waiting for others. No transaction may be open.
     *
     * @throws MigrateException {@code busy}, naming who has it; {@code overtaken}; {@code interrupted}
     */
    public void take(Connection main) throws SQLException {
        requireOurs();
        if (ours != null) {
            return;
        }
        connection = main;
        var taking = new Taking(presence, table, terms, sessions, main, Self.name());
        long asked = System.nanoTime();
        ours = taking.take();
        heard = asked;
        heartbeat = new Heartbeat(this, sessions, terms);
        try {
            taking.advance(ours);
            presence.limitIdle(main, ours.seat(), terms.silence());
        } catch (SQLException | RuntimeException e) {
            release();
            throw e;
        }
    }

    /** Begins a transaction. */
    @FunctionalInterface
    public interface Beginning {
        /** {@return how many rows the statement changed that was run first in it} */
        long begin(String first) throws SQLException;
    }

    /**
     * Begins a transaction in which nobody else can have the turn until it is committed.
     *
     * @throws MigrateException {@code overtaken}; the transaction is open then
     */
    public void fence(Connection main, Beginning transaction) throws SQLException {
        requireOurs();
        uses++;
        passed = uses;
        long changed = transaction.begin(table.pass(ours, uses));
        presence.guard(main, ours.seat(), terms.silence());
        if (changed != 1) {
            throw lose(Optional.empty());
        }
    }

    /** {@return whether others can undo a transaction that is open, so that {@link #stands} has to be asked} */
    public boolean mayBeUndone() {
        return ours != null && ours.seat().cluster();
    }

    /**
     * {@return whether the transaction that passed the fence is still the one that is open; or, after its COMMIT,
     * whether it is committed} On a cluster it need not be: peers can undo it, and what the server says of that can be
     * lost on the way here. A COMMIT after that answers as if all were well.
     */
    public boolean stands(Connection main) throws SQLException {
        return !mayBeUndone() || table.lastUse(main, ours).equals(Optional.of(passed));
    }

    /** The transaction has ended. */
    public void ended(Connection main) throws SQLException {
        if (ours != null) {
            presence.unguard(main, ours.seat());
        }
    }

    /**
     * {@return whether a transaction is committed although COMMIT has failed} If not, it never will be.
     *
     * @param other a connection; the transaction's own may be gone
     * @throws MigrateException {@code overtaken}
     * @throws SQLException     where that cannot be known
     */
    public boolean hasPassed(Connection other) throws SQLException {
        if (ours == null) {
            return false;
        }
        // Asked once more, because the first answer was lost: the first question may have left its own number.
        uses++;
        if (table.passed(other, ours, passed, uses)) {
            return true;
        }
        if (table.lastUse(other, ours).isEmpty()) {
            throw lose(table.read(other));
        }
        return false;
    }

    /** Goes on with another connection. The one before must still be there, so that nobody takes it for gone. */
    public void move(Connection main) throws SQLException {
        if (ours == null) {
            return;
        }
        requireOurs();
        var moved = new Holder(ours.token(), ours.claim(), ours.name(), 0, ours.left(), presence.seat(main));
        if (!table.move(main, moved)) {
            throw lose(table.read(main));
        }
        ours = moved;
        connection = main;
        presence.limitIdle(main, moved.seat(), terms.silence());
    }

    /** Goes on with the same connection, whose session has been set back to what it was when it was opened. */
    public void refresh(Connection main) throws SQLException {
        if (ours != null) {
            presence.limitIdle(main, ours.seat(), terms.silence());
        }
    }

    private void requireOurs() {
        if (lost) {
            throw overtaken(overtaker, terms);
        }
    }

    /** {@return whether the turn is taken} */
    public boolean isHeld() {
        return ours != null;
    }

    /**
     * {@return the error that is behind an error of the database, if that is that somebody else has the turn} Where the
     * connection was closed, or nothing was heard for long, the server is asked over another one.
     */
    public Optional<MigrateException> behind(SQLException error) {
        if (ours != null && !lost && (isClosed(error) || isOverdue(terms.beat().toNanos()))) {
            try (var other = sessions.open()) {
                renew(other);
            } catch (SQLException | RuntimeException e) {
                // Nobody can be asked: the error that was met is told.
                return loss();
            }
        }
        return loss();
    }

    /** {@return the error that says so, where the turn is lost} A new one each time: one can lead to another. */
    private Optional<MigrateException> loss() {
        return lost ? Optional.of(overtaken(overtaker, terms)) : Optional.empty();
    }

    private static boolean isClosed(SQLException error) {
        for (var state : CLOSED) {
            if (LeaseTable.is(error, state)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOverdue(long nanos) {
        return System.nanoTime() - heard > nanos;
    }

    /** Renews the lease, over a connection that is not the runner's. */
    void renew(Connection other) throws SQLException {
        var mine = ours;
        if (mine == null || lost) {
            return;
        }
        long asked = System.nanoTime();
        while (ours == mine && table.renew(other, mine)) {
            heard = asked;
            asked = System.nanoTime();
            if (!isOverdue(terms.beat().toNanos())) {
                return;
            }
            // It has stood in line, behind a change of a table on a cluster, say, and counts from before that.
        }
        var holder = table.read(other);
        if (holder.filter(it -> it.claim().equals(mine.claim())).isEmpty()) {
            lose(holder);
            sessions.stop();
        }
    }

    /** The server could not be reached. When the lease has ended, others may take the turn, so nothing may be done. */
    void renewalFailed() {
        if (ours != null && !lost && isOverdue(terms.length().toNanos())) {
            lose(Optional.empty());
            sessions.stop();
        }
    }

    void keepAlive() {
        try {
            if (!lost) {
                presence.keepAlive(connection);
            }
        } catch (SQLException | RuntimeException e) {
            // The runner meets the same with its next statement, and can say more of it.
            return;
        }
    }

    private synchronized MigrateException lose(Optional<Holder> holder) {
        if (!lost) {
            overtaker = holder;
            lost = true;
        }
        return overtaken(overtaker, terms);
    }

    static MigrateException overtaken(Optional<Holder> holder, Terms terms) {
        var who = holder.filter(it -> !it.isFree()).map(it -> " It has it now: " + it.phrase() + ".").orElse("");
        return new MigrateException(ErrorKind.OVERTAKEN, "Another runner may have taken the turn: nothing was heard of "
                + "this one for too long, or its connection was lost." + who + " What was not committed is undone.",
                "`migrate status` shows what stands; then run the command again. If this machine pauses for longer "
                + "than " + terms.length().toSeconds() + " s, raise `lease`.");
    }

    private void release() {
        heartbeat.close();
        var mine = ours;
        ours = null;
        if (lost) {
            return;
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                if (i == 0) {
                    table.release(connection, mine);
                } else {
                    try (var other = sessions.open()) {
                        table.release(other, mine);
                    }
                }
                return;
            } catch (SQLException | RuntimeException e) {
                // Once more, over another connection. If that fails, others wait until the lease ends.
                continue;
            }
        }
    }

    /** Gives the turn back. No transaction may be open. */
    @Override
    public void close() {
        if (ours != null) {
            release();
        }
    }
}
