package restrack.apply;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.RowKey;
import restrack.database.UnderLock;
import restrack.sql.BatchLine;

/**
 * Runs one statement of a script, or one call of a Java migration, in batches. Each batch and the journal's note of it
 * are one transaction, and the journal is read under its lock: whoever is interrupted, or takes turns with somebody
 * else, goes on behind the last batch that was committed.
 */
final class BatchRun {
    /** What becomes of the rows of one batch. */
    @FunctionalInterface
    interface Work {
        /** {@return how many rows were changed} */
        long run(KeyRange range, KeyWalk walk) throws SQLException;
    }

    private static final long LOOK_UP_MILLIS = 50;

    private final Database database;
    private final ScriptJournal journal;
    private final int statement;
    private final String place;
    private final RowKey key;
    private final BatchLine how;
    private final Consumer<Advance> told;
    private final KeyWalk walk;
    /** What was committed last, and how much there is to do. */
    private BatchPosition position;
    private long all;
    /** What is going to be committed. */
    private BatchPosition reached;

    /**
     * @param statement which statement of the journal it is
     * @param place     where it stands
     * @param told      is told of each batch after its commit
     */
    BatchRun(Database database, ScriptJournal journal, int statement, String place, RowKey key, BatchLine how,
             Consumer<Advance> told) {
        this.database = database;
        this.journal = journal;
        this.statement = statement;
        this.place = place;
        this.key = key;
        this.how = how;
        this.told = told;
        this.walk = new KeyWalk(database, key);
    }

    /**
     * Runs the batches that are left.
     *
     * @return the statement that comes next, or {@link ScriptJournal#DONE}
     * @throws MigrateException {@code interrupted}, saying how far it has come
     */
    int run(Work work) throws SQLException {
        position = start();
        all = position.rows() + (position.end().isEmpty() ? 0 : walk.rows(position.last(), position.end()));
        long earlier = position.rows();
        try {
            int next = statement;
            while (next == statement) {
                tell(earlier);
                refuseInterrupted();
                next = one(work);
                pause(next == statement ? how.pause() : Duration.ZERO);
            }
            tell(earlier);
            return next;
        } catch (SQLException e) {
            var explained = database.explain(e, place);
            if (explained.kind() == ErrorKind.INTERRUPTED) {
                throw interrupted(explained);
            }
            throw e;
        } catch (MigrateException e) {
            throw switch (e.kind()) {
                case INTERRUPTED -> interrupted(e);
                // A key that is checked only when the batch is committed.
                case DATABASE_ERROR -> new MigrateException(ErrorKind.SCRIPT_FAILED, place + ": " + e.getMessage(),
                        e.hint().isEmpty() ? "What is deferred is checked when a batch ends." : e.hint(), e);
                default -> e;
            };
        }
    }

    private BatchPosition start() throws SQLException {
        var kept = journal.position(statement);
        return kept.isPresent() ? kept.get() : BatchPosition.before(walk.greatest().orElse(List.of()));
    }

    private int one(Work work) throws SQLException {
        int next = UnderLock.<Integer, SQLException>run(database, () -> {
            reached = position;
            int ahead = journal.ahead(statement);
            return ahead == statement ? batch(work) : ahead;
        });
        position = reached;
        return next;
    }

    private int batch(Work work) throws SQLException {
        journal.requireUntouched(statement);
        var before = start();
        if (before.end().isEmpty()) {
            return journal.advanceTo(statement + 1);
        }
        var range = walk.next(before.last(), before.end(), how.size());
        long changed = range.rows() == 0 ? 0 : work.run(range, walk);
        reached = before.behind(range, changed);
        return range.last() ? journal.advanceTo(statement + 1) : journal.within(statement, reached);
    }

    private void tell(long earlier) {
        told.accept(new Advance(place, key.table(), position.rows(), Math.max(all, position.rows()), earlier));
    }

    /** {@return what was done, as a phrase} */
    String summary() {
        return key.table() + ": " + number(position.rows()) + (position.rows() == 1 ? " row" : " rows") + " in "
                + number(position.batches()) + (position.batches() == 1 ? " batch" : " batches");
    }

    /** {@return the same, with the number of rows that were changed} */
    String summaryWithChanges() {
        return summary() + ", " + number(position.changed()) + " changed";
    }

    /** {@return how many rows its statements have changed} */
    long changed() {
        return position.changed();
    }

    /** {@return how far it has come, as a phrase; empty before the first batch} */
    String standing() {
        return position == null || position.batches() == 0 ? ""
                : number(position.rows()) + " of " + number(all) + " rows of " + key.table();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void pause(Duration pause) {
        for (long left = pause.toMillis(); left > 0 && !database.isInterrupted(); left -= LOOK_UP_MILLIS) {
            try {
                Thread.sleep(Math.min(left, LOOK_UP_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrateException(ErrorKind.INTERRUPTED, place + ": interrupted.", "", e);
            }
        }
    }

    private void refuseInterrupted() {
        if (database.isInterrupted()) {
            throw new MigrateException(ErrorKind.INTERRUPTED, place + ": interrupted.", "");
        }
    }

    private MigrateException interrupted(MigrateException error) {
        var done = standing().isEmpty() ? "None of its batches is done" : standing() + " are done";
        return new MigrateException(ErrorKind.INTERRUPTED, error.getMessage(), done + "; the batch that was under way "
                + "has been rolled back. `migrate " + (journal.isUp() ? "upgrade" : "downgrade") + "` goes on there.",
                error);
    }
}
