package restrack.apply;

import java.util.Optional;
import java.util.function.IntSupplier;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.history.History;
import restrack.history.JournalEntry;

/**
 * How far one script has come that runs outside a transaction. Everything here is to be asked and told under the
 * lock: somebody else may be running the same script.
 */
final class ScriptJournal {
    /** What {@link #once} and {@link #begin} give where the script is done already. */
    static final int DONE = -1;

    private final History history;
    private final Step step;
    private final Fingerprints fingerprints;
    private final String begun = History.now();
    /** Whether it was seen in the transaction that is open that it has no entry. */
    private boolean unbegun;

    ScriptJournal(History history, Step step) {
        this.history = history;
        this.step = step;
        this.fingerprints = Fingerprints.of(step);
    }

    /**
     * {@return the statement to begin with, or {@link #DONE}} Nothing is written of a script that is not begun yet.
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
            return 0;
        }
        var found = entry.get();
        if (!found.direction().equals(step.direction().id()) || !isOfThisScript(found)) {
            throw new MigrateException(ErrorKind.HALF_APPLIED, step.script().file() + " was interrupted "
                    + found.words() + " (" + found.direction() + "), and those were edited since, so it cannot be "
                    + "resumed.", (found.hasStarted() ? "Undo the edit of the part that is done and of the statement "
                    + "in which it stopped; that one may be edited after `migrate repair " + step.revision().id()
                    + " --statement undone --reason …`." : "Undo the edit of the part that is done.")
                    + " Or bring the database to where it should be by hand, then settle it with `migrate repair "
                    + step.revision().id()
                    + " --as applied|pending --reason …`.");
        }
        return found.done();
    }

    private boolean isOfThisScript(JournalEntry entry) {
        return (entry.hasStarted() ? fingerprints.before(entry.done() + 1)
                : entry.position().isEmpty() ? fingerprints.before(entry.done()) : fingerprints.within(entry.done()))
                .filter(entry.checksum()::equals).isPresent();
    }

    /** {@return whether it has an entry: somebody has begun it} */
    boolean isBegun() {
        unbegun = entry().isEmpty();
        return !unbegun;
    }

    /** Removes the entry of a script of which nothing stands; {@return whether there was such a one} */
    boolean endIfNothingStands() {
        boolean nothing = entry().filter(it -> !it.stands()).isPresent();
        if (nothing) {
            end();
        }
        return nothing;
    }

    /** {@return what the work says comes next; what the journal says, if somebody else was here before} */
    int once(int statement, IntSupplier work) {
        int ahead = ahead(statement);
        return ahead == statement ? work.getAsInt() : ahead;
    }

    /** {@return this statement, or what comes next if somebody else was here before} */
    int ahead(int statement) {
        return isDone() ? DONE : Math.max(statement, done());
    }

    /** {@return how many statements are done} */
    int done() {
        return entry().map(JournalEntry::done).orElse(0);
    }

    /** Writes that so many statements are done, and returns the number. */
    int advanceTo(int done) {
        return write(done, fingerprints.before(done), "", Optional.empty());
    }

    /** Writes that a statement is about to run which commits by itself, and returns it. */
    int starting(int statement, String trace) {
        return write(statement, fingerprints.before(statement + 1), "", Optional.of(trace));
    }

    /** {@return what a statement was about before it started; nothing if it has not, or is done} */
    Optional<String> trace(int statement) {
        return entry().filter(it -> it.done() == statement).flatMap(JournalEntry::trace);
    }

    /** Writes how far the batches of a statement have come, and returns the statement. */
    int within(int statement, BatchPosition position) {
        return write(statement, fingerprints.within(statement), position.text(), Optional.empty());
    }

    private int write(int done, Optional<String> fingerprint, String position, Optional<String> trace) {
        write(new JournalEntry(step.revision().id(), step.direction().id(), done, fingerprint.orElseThrow(),
                begun, position, trace));
        return done;
    }

    private void write(JournalEntry entry) {
        if (unbegun) {
            unbegun = false;
            history.beginJournal(entry);
        } else {
            history.journal(entry);
        }
    }

    /** {@return how far the batches of a statement have come; nothing before the first of them} */
    Optional<BatchPosition> position(int statement) {
        return entry().filter(it -> it.done() == statement && !it.position().isEmpty())
                .map(it -> BatchPosition.of(it.position()));
    }

    /**
     * Refuses to go on with batches where somebody has settled the script meanwhile, or runs another version of it.
     *
     * @throws MigrateException {@code busy}
     */
    void requireUntouched(int statement) {
        entry().filter(it -> it.done() == statement && isOfThisScript(it)).orElseThrow(() -> new MigrateException(
                ErrorKind.BUSY, "Somebody else has changed what the journal says of " + step.script().file() + ".",
                "Look at `migrate status`, then run the command again."));
    }

    /** {@return whether the script is on its way up} */
    boolean isUp() {
        return step.direction() == Direction.UP;
    }

    /** Removes the entry of a script that is recorded now. */
    void end() {
        history.endJournal(step.revision().id());
    }

    /** {@return whether the whole script is recorded as done} */
    boolean isDone() {
        return history.isApplied(step.revision().id()) == isUp();
    }

    private Optional<JournalEntry> entry() {
        return history.journalOf(step.revision().id());
    }
}
