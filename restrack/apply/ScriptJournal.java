package restrack.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.history.History;
import restrack.history.JournalEntry;
import restrack.sql.Checksum;
import restrack.sql.Statement;

/**
 * How far one script has come that runs outside a transaction. Everything here is to be asked and told under the
 * lock: somebody else may be running the same script.
 */
final class ScriptJournal {
    /** What {@link #once} and {@link #begin} give where the script is done already. */
    static final int DONE = -1;

    private final History history;
    private final Step.Sql step;
    private final String begun = History.now();
    /** The checksum of the statements before each one. */
    private final List<String> checksums;

    ScriptJournal(History history, Step.Sql step) {
        this.history = history;
        this.step = step;
        this.checksums = checksums(step.statements());
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
     * {@return the statement to begin with, or {@link #DONE}}
     *
     * @throws MigrateException {@code half_applied} where the part that is done was edited since
     */
    int begin() {
        history.create();
        if (isDone()) {
            return DONE;
        }
        var entry = entry();
        if (entry.isEmpty()) {
            advanceTo(0);
            return 0;
        }
        var found = entry.get();
        boolean same = found.direction().equals(step.direction().id()) && found.done() < checksums.size()
                && found.checksum().equals(checksums.get(found.done()));
        if (!same) {
            throw new MigrateException(ErrorKind.HALF_APPLIED, step.script().file() + " was interrupted after "
                    + found.done() + " of its statements (" + found.direction() + "), and those were edited since, "
                    + "so it cannot be resumed.", "Undo the edit of the part that is done. Or bring the database to "
                    + "where it should be by hand, then settle it with `migrate repair " + step.revision().id()
                    + " --as applied|pending --reason …`.");
        }
        return found.done();
    }

    /** {@return what the work says comes next; what the journal says, if somebody else was here before} */
    int once(int statement, IntSupplier work) {
        if (isDone()) {
            return DONE;
        }
        int done = done();
        return done > statement ? done : work.getAsInt();
    }

    /** {@return how many statements are done} */
    int done() {
        return entry().map(JournalEntry::done).orElse(0);
    }

    /** Writes that so many statements are done, and returns the number. */
    int advanceTo(int done) {
        var id = step.revision().id();
        history.journal(new JournalEntry(id, step.direction().id(), done, checksums.get(done), begun, ""));
        return done;
    }

    /** Removes the entry of a script that is recorded now. */
    void end() {
        history.endJournal(step.revision().id());
    }

    /** {@return whether the whole script is recorded as done} */
    boolean isDone() {
        return history.isApplied(step.revision().id()) == (step.direction() == Direction.UP);
    }

    private Optional<JournalEntry> entry() {
        return history.journalOf(step.revision().id());
    }
}
