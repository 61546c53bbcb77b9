package restrack.apply;

import java.io.Serial;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import restrack.Batches;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.compile.BatchingOp;
import restrack.compile.KeyBatch;
import restrack.database.Database;
import restrack.database.UnderLock;
import restrack.history.History;
import restrack.sql.BatchLine;

/**
 * Runs a method of a Java migration that goes through tables in batches. In the journal each of its calls of
 * {@code op.batches} is a statement, by its number: when the method is called again after an interruption, those that
 * are done are passed over.
 */
final class JournaledMigration {
    /** Leaves the method of a migration that somebody else has finished meanwhile. */
    private static final class Overtaken extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("Somebody else has finished this migration.", null, false, false);
        }
    }

    private final Database database;
    private final History history;
    private final Execution execution;
    private final Records records;
    private final Step.Java step;
    private final Runnable underLock;
    private final Progress progress;
    private final ScriptJournal journal;
    /** How many calls have been made, and how many are done. */
    private int calls;
    private int done;
    /** What went wrong in a batch. The migration may have caught it, and must not go on all the same. */
    private RuntimeException failure;

    /** @param underLock is run first, under the lock: it throws where the script does not fit any more */
    JournaledMigration(Database database, History history, Execution execution, Records records, Step.Java step,
                       Runnable underLock, Progress progress) {
        this.database = database;
        this.history = history;
        this.execution = execution;
        this.records = records;
        this.step = step;
        this.underLock = underLock;
        this.progress = progress;
        this.journal = new ScriptJournal(history, step);
    }

    /**
     * Runs the method, or what is left of its batches.
     *
     * @return what was done; nothing if somebody else has finished it meanwhile
     * @throws MigrateException {@code half_applied} where it was edited since it was interrupted; {@code script_failed}
     */
    Optional<Done> run() {
        long start = System.nanoTime();
        done = UnderLock.run(database, () -> {
            underLock.run();
            int first = journal.begin();
            return first == 0 && !journal.isBegun() ? journal.advanceTo(0) : first;
        });
        if (done == ScriptJournal.DONE) {
            return Optional.empty();
        }
        execution.begin(step);
        try {
            execution.call(step, new BatchingOp(this::batches));
        } catch (MigrateException e) {
            if (failure == null) {
                throw e;
            }
        }
        if (failure instanceof Overtaken) {
            return Optional.empty();
        }
        if (failure != null) {
            throw failure;
        }
        return finish(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private void batches(String table, BatchLine how, Batches.Work work) {
        int call = calls++;
        if (failure != null) {
            throw failure;
        }
        if (call < done) {
            return;
        }
        try {
            done = run(call, table, how, work);
            if (done == ScriptJournal.DONE) {
                throw new Overtaken();
            }
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private int run(int call, String table, BatchLine how, Batches.Work work) {
        var file = step.script().file().toString();
        BatchRun run = null;
        try {
            var key = database.rows().key(table, how.key());
            run = new BatchRun(database, journal, call, file, key, how, progress::advanced);
            int next = run.run((range, walk) -> {
                execution.inTransaction(step, op -> work.run(new KeyBatch(op, () -> keys(walk, range), range.upTo())));
                return 0;
            });
            execution.note(run.summary());
            return next;
        } catch (SQLException e) {
            throw withWhatStands(database.explain(e, file), run);
        } catch (MigrateException e) {
            throw withWhatStands(e, run);
        }
    }

    private List<List<Object>> keys(KeyWalk walk, KeyRange range) {
        try {
            return walk.keys(range);
        } catch (SQLException e) {
            throw database.explain(e, "The keys of a batch cannot be read");
        }
    }

    private MigrateException withWhatStands(MigrateException error, BatchRun run) {
        if (error.kind() != ErrorKind.SCRIPT_FAILED || run == null) {
            return error;
        }
        var stands = run.standing().isEmpty() ? "Nothing of these batches stands." : run.standing() + " are done.";
        return new MigrateException(error.kind(), error.getMessage(), (error.hint().isEmpty() ? "" : error.hint() + " ")
                + stands + " The batch that failed was rolled back. Once the data allow it, run the command again: it "
                + "goes on there. For another text of the script, settle this one first: `migrate repair "
                + step.revision().id() + " --as applied|pending --reason …`.", error);
    }

    private Optional<Done> finish(long millis) {
        return UnderLock.run(database, () -> {
            if (journal.isDone()) {
                return Optional.<Done>empty();
            }
            if (calls < journal.done()) {
                throw new MigrateException(ErrorKind.SCRIPT_FAILED, step.script().file() + " has called op.batches "
                        + "less often than before it was interrupted.",
                        "Which batches it makes must not depend on the data.");
            }
            execution.end();
            history.lastEvent();
            records.write(step, millis);
            journal.end();
            return Optional.of(new Done(step.direction().id(), step.revision(), millis, execution.takeNotes(),
                    execution.takeWritten()));
        });
    }
}
