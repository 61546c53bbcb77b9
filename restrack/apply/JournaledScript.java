package restrack.apply;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Dialect.Standing;
import restrack.database.UnderLock;
import restrack.history.History;
import restrack.sql.Statement;

/**
 * Runs a script that says {@code transaction:false}, statement by statement. Each statement that can be in a
 * transaction is in one with its entry in the journal, so after an interruption the script goes on exactly where it
 * stopped. The journal is read again under the lock before each statement: two runners take turns, and no statement
 * runs twice.
 */
final class JournaledScript {
    private final Database database;
    private final History history;
    private final Execution execution;
    private final Records records;
    private final Step.Sql step;
    private final List<Statement> statements;
    private final String file;
    private final Runnable underLock;
    private final Progress progress;
    private final ScriptJournal journal;
    /** The batches that are or were under way. */
    private BatchRun batches;
    /** Whether a transaction of the script's own is open. */
    private boolean inOwn;

    /** @param underLock is run first, under the lock: it throws where the script does not fit any more */
    JournaledScript(Database database, History history, Execution execution, Records records, Step.Sql step,
                    Runnable underLock, Progress progress) {
        this.database = database;
        this.history = history;
        this.execution = execution;
        this.records = records;
        this.step = step;
        this.underLock = underLock;
        this.progress = progress;
        this.statements = step.statements();
        this.file = step.script().file().toString();
        this.journal = new ScriptJournal(history, step);
    }

    /**
     * Runs the script, or the rest of it.
     *
     * @return what was done; nothing if somebody else has finished it meanwhile
     * @throws MigrateException {@code half_applied} where the part that is done was edited since; {@code script_failed}
     */
    Optional<Done> run() {
        long start = System.nanoTime();
        int next = locked(() -> {
            underLock.run();
            return journal.begin();
        });
        try {
            execution.begin(step);
            repeatSession(next);
            while (next >= 0 && next < statements.size()) {
                next = run(next);
            }
            return next == ScriptJournal.DONE ? Optional.empty()
                    : finish(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (MigrateException e) {
            database.rollback();
            throw e.kind() == ErrorKind.SCRIPT_FAILED ? withWhatStands(e) : e;
        } catch (RuntimeException | Error e) {
            database.rollback();
            throw e;
        }
    }

    private MigrateException withWhatStands(MigrateException error) {
        int done = journal.done();
        var batched = journal.position(done).isPresent() && batches != null ? batches.standing() : "";
        var hint = (error.hint().isEmpty() ? "" : error.hint() + " ")
                + (done == 0 && batched.isEmpty() ? "Nothing of this script stands."
                : done + " of its " + statements.size() + " statements stand (`transaction:false`)"
                + (batched.isEmpty() ? "." : ", and " + batched + " of the next."))
                + " Mend the rest, then run the command again: it goes on there.";
        return new MigrateException(error.kind(), error.getMessage(), hint, error);
    }

    /** What only changes the session is said again when a script is resumed. */
    private void repeatSession(int resumed) {
        for (int i = 0; i < resumed; i++) {
            if (standing(i) == Standing.SESSION) {
                execution.run(statements.get(i), file);
            }
        }
    }

    /** {@return the statement that comes next, or {@link ScriptJournal#DONE}} */
    private int run(int i) {
        var statement = statements.get(i);
        if (step.batches().containsKey(i)) {
            return run(i, step.batches().get(i));
        }
        switch (standing(i)) {
            case SESSION -> execution.run(statement, file);
            case REPEATABLE, TRACED, UNTRACED -> {
                execution.run(statement, file);
                return locked(() -> journal.once(i, () -> journal.advanceTo(i + 1)));
            }
            case BEGINS -> {
                return begin(i, statement);
            }
            case COMMITS -> {
                if (inOwn) {
                    journal.advanceTo(i + 1);
                }
                execution.run(statement, file);
                inOwn = false;
            }
            case ROLLS_BACK -> {
                execution.run(statement, file);
                inOwn = false;
                return locked(() -> journal.once(i, () -> journal.advanceTo(i + 1)));
            }
            case TRANSACTIONAL -> {
                if (!inOwn) {
                    return locked(() -> journal.once(i, () -> {
                        execution.run(statement, file);
                        return journal.advanceTo(i + 1);
                    }));
                }
                execution.run(statement, file);
            }
        }
        return i + 1;
    }

    private int run(int i, Batching batching) {
        var place = new Place(file, statements.get(i));
        try {
            var key = batching.key(database);
            batches = new BatchRun(database, journal, i, place.toString(), key, batching.how(), progress::advanced);
            int next = batches.run((range, walk) -> {
                var batched = batching.statement();
                try (var batch = walk.prepare(batched.within(walk.condition(batched.alias(), range.after())),
                        walk.values(range.after(), range.upTo()))) {
                    return batch.executeUpdate();
                }
            });
            execution.wrote(batches.changed());
            execution.note(batches.summaryWithChanges());
            return next;
        } catch (SQLException e) {
            throw execution.failed(e, place);
        } catch (MigrateException e) {
            throw e.getMessage().startsWith(place.toString()) ? e : place.put(e);
        }
    }

    /** Begins a transaction of the script's own. It takes the lock at once: the journal is read under it. */
    private int begin(int i, Statement statement) {
        if (inOwn) {
            // A second BEGIN is the script's mistake, and the database says so.
            execution.run(statement, file);
        }
        database.begin();
        int next = journal.once(i, () -> i + 1);
        inOwn = next == i + 1;
        if (!inOwn) {
            database.rollback();
        }
        return next;
    }

    private Optional<Done> finish(long millis) {
        if (inOwn) {
            throw new MigrateException(ErrorKind.SCRIPT_FAILED, file + " ends with its transaction open; what it did "
                    + "since its BEGIN was rolled back.", "Add the COMMIT.");
        }
        return locked(() -> {
            if (journal.isDone()) {
                return Optional.<Done>empty();
            }
            execution.end();
            history.lastEvent();
            records.write(step, millis);
            journal.end();
            return Optional.of(new Done(step.direction().id(), step.revision(), millis, execution.takeNotes(),
                    execution.takeWritten()));
        });
    }

    private Standing standing(int i) {
        return database.dialect().standing(statements.get(i));
    }

    private <T> T locked(Supplier<T> work) {
        return UnderLock.run(database, work::get);
    }
}
