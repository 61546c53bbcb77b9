package restrack.apply;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.ScriptRules.Standing;
import restrack.database.UnderLock;
import restrack.history.History;
import restrack.sql.Statement;

/**
 * Runs a script statement by statement that says {@code transaction:false}, or that the database does not undo as a
 * whole. Each statement that can be in a transaction is in one with its entry in the journal, and what commits by
 * itself is written down before: after an interruption the script goes on exactly where it stopped. The journal is
 * read again under the lock before each statement: two runners take turns, and no statement runs twice.
 */
final class JournaledScript {
    /** What is said of a statement before the database is given it. */
    private static final Set<ErrorKind> REFUSALS = Set.of(ErrorKind.ROWS_IN_THE_WAY, ErrorKind.HAZARD,
            ErrorKind.CANNOT_ALTER, ErrorKind.DEPENDENTS);
    private static final int NONE = -1;

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
    private final CommittingStatements committing;
    private final Runnable withRecord;
    /** The batches that are or were under way. */
    private BatchRun batches;
    /** Whether a transaction of the script's own is open. */
    private boolean inOwn;
    /** The statement that is written down as started, and has not run yet. */
    private int started = NONE;

    /**
     * @param underLock  is run first, under the lock: it throws where the script does not fit any more
     * @param withRecord is run last, in the transaction of the record
     */
    JournaledScript(Database database, History history, Execution execution, Records records, Step.Sql step,
                    Runnable underLock, Runnable withRecord, Progress progress) {
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
        this.committing = new CommittingStatements(database, journal, execution, step);
        this.withRecord = withRecord;
    }

    /**
     * Begins the script in the transaction that is open and under its lock, if its first statement commits by itself
     * and nothing of it was ever begun: {@link #run} then goes on there.
     *
     * @return whether it has begun
     */
    boolean beginAhead() {
        if (!committing.has(0) || journal.isBegun()) {
            return false;
        }
        started = committing.starting(0);
        return true;
    }

    /** {@return the script} */
    Step.Sql step() {
        return step;
    }

    /**
     * Runs the script, or the rest of it.
     *
     * @return what was done; nothing if somebody else has finished it meanwhile
     * @throws MigrateException {@code half_applied} where the part that is done was edited since; {@code script_failed}
     */
    Optional<Done> run() {
        long start = System.nanoTime();
        boolean ahead = started == 0;
        int next = ahead ? 0 : locked(() -> {
            underLock.run();
            return begin();
        });
        try {
            execution.begin(step);
            if (!ahead) {
                repeatSession(next);
                next = next < 0 || next == started ? next : committing.resume(next);
            }
            while (next >= 0 && next < statements.size()) {
                next = run(next);
            }
            return next == ScriptJournal.DONE ? Optional.empty()
                    : finish(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (MigrateException e) {
            throw e.kind() == ErrorKind.SCRIPT_FAILED || REFUSALS.contains(e.kind()) && journal.done() > 0
                    ? withWhatStands(e) : afterRollback(e);
        } catch (RuntimeException | Error e) {
            database.rollback();
            throw e;
        }
    }

    private int begin() {
        int next = journal.begin();
        if (next == 0 && !journal.isBegun()) {
            return committing.has(0) ? started = committing.starting(0) : journal.advanceTo(0);
        }
        return next;
    }

    private MigrateException afterRollback(MigrateException error) {
        try {
            database.rollback();
            locked(() -> journal.endIfNothingStands());
        } catch (MigrateException e) {
            error.addSuppressed(e);
        }
        return error;
    }

    private MigrateException withWhatStands(MigrateException error) {
        var hint = error.hint().isEmpty() ? "" : error.hint() + " ";
        try {
            database.rollback();
            int done = journal.done();
            boolean unsure = journal.trace(done).isPresent();
            var batched = journal.position(done).isPresent() && batches != null ? batches.standing() : "";
            locked(() -> journal.endIfNothingStands());
            var why = step.section().transactional() ? ", because the database cannot undo them all"
                    : " (`transaction:false`)";
            boolean nothing = done == 0 && batched.isEmpty() && !unsure;
            hint += nothing ? "Nothing of this script stands."
                    : done + " of its " + statements.size() + " statements stand" + why
                    + (batched.isEmpty() ? "." : ", and " + batched + " of the next.");
            hint += unsure ? " Of the one that failed something may stand: the next run looks at it. Before you edit "
                    + "it, say `migrate repair " + step.revision().id() + " --statement undone --reason …`."
                    : nothing ? " Mend it, then run the command again."
                    : " Mend the rest, then run the command again: it goes on there.";
        } catch (MigrateException e) {
            hint = "What stands of this script is not known now. Run the command again: it looks, and goes on there.";
            error.addSuppressed(e);
        }
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
                return committing(i);
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
                    committing.refuseHalf(i);
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

    /** Runs a statement that commits by itself. That it is done is written together with what comes next. */
    private int committing(int i) {
        int ahead = started == i ? i : locked(() -> journal.once(i, () -> committing.starting(i)));
        if (ahead != i) {
            return ahead;
        }
        committing.run(i);
        started = NONE;
        return i + 1 == statements.size() ? i + 1 : locked(() -> journal.once(i, () -> {
            if (!committing.has(i + 1)) {
                return journal.advanceTo(i + 1);
            }
            started = committing.starting(i + 1);
            return started;
        }));
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
        database.waitInOneGo();
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
            withRecord.run();
            return Optional.of(new Done(step.direction().id(), step.revision(), millis, execution.takeNotes(),
                    execution.takeWritten()));
        });
    }

    private Standing standing(int i) {
        return database.dialect().rules().standing(statements.get(i));
    }

    private <T> T locked(Supplier<T> work) {
        return UnderLock.run(database, work::get);
    }
}
