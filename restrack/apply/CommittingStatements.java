package restrack.apply;

import java.sql.SQLException;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.ScriptRules.Standing;
import restrack.database.UnderLock;
import restrack.sql.Statement;

/**
 * The statements of a script that commit by themselves. That one of them starts is written down before it runs, with
 * what it is about as that is then; so it can be told, when nobody has seen its end, whether it has happened.
 */
final class CommittingStatements {
    private final Database database;
    private final ScriptJournal journal;
    private final Execution execution;
    private final Step.Sql step;

    CommittingStatements(Database database, ScriptJournal journal, Execution execution, Step.Sql step) {
        this.database = database;
        this.journal = journal;
        this.execution = execution;
        this.step = step;
    }

    /** {@return whether a statement is one of them} */
    boolean has(int i) {
        return i < step.statements().size() && !step.batches().containsKey(i) && switch (standing(i)) {
            case TRACED, UNTRACED, REPEATABLE -> true;
            default -> false;
        };
    }

    /** Writes that a statement starts, and returns it. To be called under the lock. */
    int starting(int i) {
        try {
            return journal.starting(i, standing(i) == Standing.TRACED
                    ? database.traces().before(statement(i)) : "");
        } catch (SQLException e) {
            throw execution.failed(e, place(i));
        } catch (MigrateException e) {
            throw place(i).put(e);
        }
    }

    /**
     * Runs a statement that was written down.
     *
     * @throws MigrateException as {@link Execution#run}; what is certain not to have happened is not written down as
     *                          started any more
     */
    void run(int i) {
        try {
            execution.run(statement(i), place(i).file());
        } catch (MigrateException e) {
            try {
                takeBack(i);
            } catch (SQLException | MigrateException unknown) {
                // The connection is lost, say: whoever comes next looks whether it has happened.
                e.addSuppressed(unknown);
            }
            throw e;
        }
    }

    private void takeBack(int i) throws SQLException {
        var trace = journal.trace(i).orElse("");
        boolean unchanged = standing(i) == Standing.TRACED ? database.traces().before(statement(i)).equals(trace)
                : step.repeatable().contains(i) || standing(i) == Standing.REPEATABLE;
        if (unchanged) {
            UnderLock.run(database, () -> journal.once(i, () -> journal.advanceTo(i)));
        }
    }

    /**
     * Refuses a statement whose rows a rollback would not bring back, unless it may be repeated: it could be done, or
     * half done, and not recorded.
     *
     * @throws MigrateException {@code forbidden_statement}
     */
    void refuseHalf(int i) {
        if (!step.repeatable().contains(i)) {
            WithoutTransactions.refuse(database, place(i));
        }
    }

    /**
     * {@return what comes next after an interruption: this statement, the one behind it, or {@link ScriptJournal#DONE}}
     * No transaction is open.
     *
     * @throws MigrateException {@code half_applied} where it cannot be told whether the statement has happened
     */
    int resume(int i) {
        var trace = journal.trace(i);
        if (trace.isEmpty()) {
            return i;
        }
        boolean mayRepeat = step.repeatable().contains(i) || standing(i) == Standing.REPEATABLE;
        if (standing(i) != Standing.TRACED) {
            if (!mayRepeat) {
                throw unclear(i, "it leaves nothing from which that could be seen", "");
            }
            execution.note("runs the statement of line " + statement(i).line() + " again, which was interrupted");
            return i;
        }
        try {
            return switch (database.traces().verdict(statement(i), trace.get())) {
                case NOT_DONE -> {
                    execution.note("the statement of line " + statement(i).line() + " was interrupted before it "
                            + "happened");
                    yield i;
                }
                case DONE -> {
                    execution.note("the statement of line " + statement(i).line() + " had happened when it was "
                            + "interrupted");
                    yield UnderLock.run(database, () -> journal.once(i, () -> journal.advanceTo(i + 1)));
                }
                case UNCLEAR -> {
                    if (!mayRepeat) {
                        throw unclear(i, database.traces().difference(statement(i), trace.get()),
                                database.traces().remark(statement(i)));
                    }
                    execution.note("runs the statement of line " + statement(i).line() + " again, which was "
                            + "interrupted");
                    yield i;
                }
            };
        } catch (SQLException e) {
            throw execution.failed(e, place(i));
        }
    }

    private MigrateException unclear(int i, String why, String remark) {
        var repair = "`migrate repair " + step.revision().id();
        return new MigrateException(ErrorKind.HALF_APPLIED, place(i) + ": This statement was interrupted, and it "
                + "cannot be told whether it has happened: " + why + ".\n    " + place(i).excerpt(),
                (remark.isEmpty() ? "Look at the database." : remark) + " Then say of this statement " + repair
                + " --statement done --reason …` (or "
                + "`--statement undone`) and run the command again; or settle the whole script with " + repair
                + " --as applied|pending --reason …`.");
    }

    private Standing standing(int i) {
        return database.dialect().rules().standing(statement(i));
    }

    private Statement statement(int i) {
        return step.statements().get(i);
    }

    private Place place(int i) {
        return new Place(step.script().file().toString(), statement(i));
    }
}
