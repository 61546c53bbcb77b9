package restrack.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.Dialect.Standing;
import restrack.history.History;
import restrack.history.JournalEntry;
import restrack.sql.Checksum;
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
    private final String begun = History.now();
    /** The checksum of the statements before each one. */
    private final List<String> checksums;
    /** Whether a transaction of the script's own is open. */
    private boolean inOwn;

    JournaledScript(Database database, History history, Execution execution, Records records, Step.Sql step) {
        this.database = database;
        this.history = history;
        this.execution = execution;
        this.records = records;
        this.step = step;
        this.statements = step.statements();
        this.file = step.script().file().toString();
        this.checksums = checksums(statements);
    }

    private static List<String> checksums(List<Statement> statements) {
        var checksums = new ArrayList<String>();
        checksums.add(Checksum.start().hex());
        for (var statement : statements) {
            var before = List.of(checksums.get(checksums.size() - 1));
            checksums.add(Checksum.start().values("before", before).section("statement", statement.tokens()).hex());
        }
        return checksums;
    }

    /**
     * Runs the script, or the rest of it.
     *
     * @return what was done; nothing if somebody else has finished it meanwhile
     * @throws MigrateException {@code half_applied} where the part that is done was edited since; {@code script_failed}
     */
    Optional<Done> run() {
        long start = System.nanoTime();
        int resumed = locked(this::start);
        try {
            repeatSession(resumed);
            for (int i = resumed; i >= 0 && i < statements.size();) {
                i = run(i);
                if (i < 0) {
                    return Optional.empty();
                }
            }
            return resumed < 0 ? Optional.empty() : finish(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (RuntimeException | Error e) {
            database.rollback();
            throw e;
        }
    }

    /** {@return the statement to begin with; -1 if the script is done already} */
    private int start() {
        history.create();
        if (isDone()) {
            return -1;
        }
        var entry = entry();
        if (entry.isEmpty()) {
            history.journal(at(0));
            return 0;
        }
        var found = entry.get();
        if (!found.direction().equals(step.direction().id()) || found.done() > statements.size()
                || !found.checksum().equals(at(found.done()).checksum())) {
            throw new MigrateException(ErrorKind.HALF_APPLIED, file + " was interrupted after " + found.done()
                    + " of its statements (" + found.direction() + "), and those were edited since, so it cannot be "
                    + "resumed.", "Undo the edit of the part that is done. Or bring the database to where it should "
                    + "be by hand, then settle it with `migrate repair " + step.revision().id() + " --reason …`.");
        }
        return found.done();
    }

    /** What only changes the session is said again when a script is resumed. */
    private void repeatSession(int resumed) {
        for (int i = 0; i < resumed; i++) {
            if (standing(i) == Standing.SESSION) {
                execution.run(statements.get(i), file);
            }
        }
    }

    /** {@return the statement that comes next; -1 if somebody else has finished the script} */
    private int run(int i) {
        var statement = statements.get(i);
        switch (standing(i)) {
            case SESSION -> execution.run(statement, file);
            case REPEATABLE -> {
                execution.run(statement, file);
                locked(() -> advance(i));
            }
            case BEGINS -> {
                execution.run(statement, file);
                // Read inside the transaction: what somebody else does from here on makes our first write fail.
                int done = entry().map(JournalEntry::done).orElse(i);
                if (done > i) {
                    database.rollback();
                    return done;
                }
                inOwn = true;
            }
            case COMMITS -> {
                history.journal(at(i + 1));
                execution.run(statement, file);
                inOwn = false;
            }
            case ROLLS_BACK -> {
                execution.run(statement, file);
                inOwn = false;
                locked(() -> advance(i));
            }
            case TRANSACTIONAL -> {
                if (inOwn) {
                    execution.run(statement, file);
                } else {
                    return locked(() -> runOnce(i, statement));
                }
            }
        }
        return i + 1;
    }

    private int runOnce(int i, Statement statement) {
        if (isDone()) {
            return -1;
        }
        int done = entry().map(JournalEntry::done).orElse(0);
        if (done > i) {
            return done;
        }
        execution.run(statement, file);
        return advance(i);
    }

    private int advance(int i) {
        history.journal(at(i + 1));
        return i + 1;
    }

    private Optional<Done> finish(long millis) {
        if (inOwn) {
            throw new MigrateException(ErrorKind.SCRIPT_FAILED, file + " ends with its transaction open; what it did "
                    + "since its BEGIN was rolled back.", "Add the COMMIT, then run the command again.");
        }
        return locked(() -> {
            if (isDone()) {
                return Optional.<Done>empty();
            }
            history.lastEvent();
            records.write(step, millis);
            history.endJournal(step.revision().id());
            return Optional.of(new Done(step.direction().id(), step.revision(), millis));
        });
    }

    private boolean isDone() {
        return history.isApplied(step.revision().id()) == (step.direction() == Direction.UP);
    }

    private Optional<JournalEntry> entry() {
        return history.journalOf(step.revision().id());
    }

    private JournalEntry at(int done) {
        return new JournalEntry(step.revision().id(), step.direction().id(), done, checksums.get(done), begun);
    }

    private Standing standing(int i) {
        return database.dialect().standing(statements.get(i));
    }

    private <T> T locked(Supplier<T> work) {
        database.begin();
        try {
            T result = work.get();
            database.commit();
            return result;
        } catch (RuntimeException | Error e) {
            database.rollback();
            throw e;
        }
    }
}
