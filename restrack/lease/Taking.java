package restrack.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Waits for the turn, and takes it. No transaction is open while it waits. */
final class Taking {
    /** How long to wait in silence before saying who is in the way. */
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SHORTEST_PAUSE_MILLIS = 20;
    private static final int LONGEST_PAUSE_MILLIS = 120;

    private final Presence presence;
    private final LeaseTable table;
    private final Terms terms;
    private final Sessions sessions;
    private final Connection connection;
    private final Seat seat;
    private final String name;
    private final String claim = UUID.randomUUID().toString();
    private final long start = System.nanoTime();
    private boolean told;
    /** Since when the lease is seen to have ended; 0 while it has not. */
    private long ended;

    Taking(Presence presence, LeaseTable table, Terms terms, Sessions sessions, Connection connection, String name)
            throws SQLException {
        this.presence = presence;
        this.table = table;
        this.terms = terms;
        this.sessions = sessions;
        this.connection = connection;
        this.name = name;
        this.seat = presence.seat(connection);
    }

    /**
     * {@return the row of ours} Its fence is still that of the one before.
     *
     * @throws MigrateException {@code busy}, naming who has the turn; {@code interrupted}
     */
    Holder take() throws SQLException {
        while (true) {
            var found = read();
            if (found.isEmpty()) {
                table.create(connection);
                continue;
            }
            var seen = found.get();
            if (seen.claim().equals(claim)) {
                return own(seen.token());
            }
            var sight = sight(seen);
            boolean ended = hasEnded(seen);
            if (sight == Presence.Sight.THERE && ended) {
                presence.end(connection, seen.seat());
            } else if (sight == Presence.Sight.GONE || sight == Presence.Sight.UNKNOWN && ended) {
                claim(seen, sight == Presence.Sight.GONE);
                // Whether that succeeded is read: what a cluster says of a commit need not be true.
                continue;
            }
            pause(seen, sight);
        }
    }

    /** Reads who has the turn. On a cluster that waits for changes of tables on other nodes, and can do so in vain. */
    private Optional<Holder> read() throws SQLException {
        while (true) {
            try {
                return table.read(connection);
            } catch (SQLException e) {
                if (!presence.hasWaited(e) || sessions.isInterrupted()
                        || System.nanoTime() - start > terms.patience().toNanos()) {
                    throw e;
                }
            }
        }
    }

    /** {@return whether a lease has ended, and was not renewed as soon as it could be again} */
    private boolean hasEnded(Holder seen) {
        if (!seen.hasEnded()) {
            ended = 0;
        } else if (ended == 0) {
            ended = System.nanoTime();
        }
        return ended != 0 && System.nanoTime() - ended >= terms.grace().toNanos();
    }

    /** {@return our own row, with the whole length of the lease} */
    private Holder own(long token) {
        return new Holder(token, claim, name, 0, terms.length().toMillis(), seat);
    }

    private Presence.Sight sight(Holder seen) throws SQLException {
        boolean copied = !seen.seat().home().equals(seat.home());
        return seen.isFree() || copied ? Presence.Sight.GONE : presence.look(connection, seat, seen.seat());
    }

    private void claim(Holder seen, boolean anyway) throws SQLException {
        try {
            table.claim(connection, seen, own(seen.token() + 1), anyway);
        } catch (SQLException e) {
            if (!LeaseTable.is(e, "40")) {
                throw e;
            }
        }
    }

    /** Waits until the fence is ours: a transaction of the one before may still have to end. */
    void advance(Holder ours) throws SQLException {
        while (true) {
            try {
                table.advance(connection, ours);
                if (table.lastUse(connection, ours).isPresent()) {
                    return;
                }
            } catch (SQLException e) {
                if (LeaseTable.is(e, "08") || System.nanoTime() - start > terms.patience().toNanos()) {
                    throw e;
                }
            }
            var found = table.read(connection);
            if (found.isEmpty() || !found.get().claim().equals(claim)) {
                throw Lease.overtaken(found, terms);
            }
            pause(found.get(), Presence.Sight.UNKNOWN);
        }
    }

    private void pause(Holder seen, Presence.Sight sight) {
        if (sessions.isInterrupted()) {
            throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while waiting for " + seen.phrase() + ".",
                    "`migrate status` shows what stands.");
        }
        long waited = System.nanoTime() - start;
        long left = terms.patience().toNanos() - waited;
        if (left <= 0) {
            throw busy(seen, sight);
        }
        if (!told && waited > SILENT_NANOS) {
            told = true;
            terms.waiting().accept(seen.phrase());
        }
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current()
                    .nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while waiting for " + seen.phrase() + ".",
                    "`migrate status` shows what stands.", e);
        }
    }

    private static MigrateException busy(Holder seen, Presence.Sight sight) {
        if (sight == Presence.Sight.THERE && seen.hasEnded()) {
            return new MigrateException(ErrorKind.BUSY, "The database is in use by " + seen.phrase() + ". Nothing is "
                    + "heard of it any more, but its connection " + seen.seat().connection() + " is still there and "
                    + "could not be ended.", "Let an administrator end that connection, then run the command again.");
        }
        return new MigrateException(ErrorKind.BUSY, "The database is in use by " + seen.phrase() + "; " + seen.end()
                + ".", "Wait for it, or raise `--lock-timeout`; then run the command again.");
    }
}
