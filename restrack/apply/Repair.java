package restrack.apply;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.UnderLock;
import restrack.graph.Revision;
import restrack.history.Event;
import restrack.history.History;
import restrack.history.JournalEntry;
import restrack.script.Script;
import restrack.script.SqlScript;

/** Settles one revision on which the record and the scripts disagree. Scripts are not run. */
public final class Repair {
    /** What a script that stopped half way counts as. */
    public enum Outcome {
        applied, pending
    }

    /** What is so of the statement at which a script stopped; the script goes on from there. */
    public enum Interrupted {
        done, undone
    }

    /**
     * A script that says something else than it did when it ran.
     *
     * @param applied the text as it ran
     * @param present the text as it is
     */
    public record Edit(String applied, String present) {
    }

    private final Project project;
    private final State state;
    private final Revision revision;

    /**
     * @param project the project
     * @param target  the revision: an id, or the beginning of one
     */
    public Repair(Project project, String target) {
        this.project = project;
        this.state = project.state();
        this.revision = state.lost().stream().map(JournalEntry::revision).filter(target::equals).findFirst()
                .map(it -> new Revision(it, List.of(), List.of(), List.of(), "", ""))
                .orElseGet(() -> state.graph().resolve(target, state.applied()));
    }

    /** {@return the revision} */
    public Revision revision() {
        return revision;
    }

    /** {@return the script's file, for headings} */
    public String file() {
        return script().map(it -> it.file().toString()).orElse(revision.id());
    }

    private Optional<Script> script() {
        return state.scripts().find(revision.id());
    }

    /** {@return the two texts, if the script was edited since it ran} */
    public Optional<Edit> edit() {
        if (state.edited().stream().noneMatch(it -> it.revision().equals(revision.id()))) {
            return Optional.empty();
        }
        var applied = project.read(database -> project.history(database).script(revision.id()))
                .flatMap(text -> text).orElse("");
        return Optional.of(new Edit(applied, script().orElseThrow().text()));
    }

    private Optional<JournalEntry> halfApplied() {
        return state.snapshot().journal().stream().filter(it -> it.revision().equals(revision.id())).findFirst();
    }

    /**
     * Refuses what makes no sense, before anybody is asked.
     *
     * @param reason  why
     * @param outcome what a script that stopped half way counts as; null for any other
     * @param interrupted what is so of the statement at which it stopped; null where that is not said
     * @throws MigrateException {@code usage} where the reason or the outcome is missing, where there is an outcome too
     *                          many, and where there is nothing to repair
     */
    public void requireSense(String reason, Outcome outcome, Interrupted interrupted) {
        var half = halfApplied();
        if (outcome != null && interrupted != null) {
            throw new MigrateException(ErrorKind.USAGE, "`--as` settles the whole script, and `--statement` only the "
                    + "one statement at which it stopped.", "Say one of the two.");
        }
        if (interrupted != null && half.filter(JournalEntry::hasStarted).isEmpty()) {
            throw new MigrateException(ErrorKind.USAGE, revision.id() + " did not stop in the middle of a statement, "
                    + "so there is nothing to say of one.", "Leave `--statement` out.");
        }
        if (reason.isBlank()) {
            throw new MigrateException(ErrorKind.USAGE, "The reason is empty.",
                    "Say in `--reason` why it is right; the event log keeps it.");
        }
        if (half.isEmpty() && edit().isEmpty()) {
            throw new MigrateException(ErrorKind.USAGE, "There is nothing to repair: " + revision.id()
                    + " was neither edited since it ran, nor did it stop half way.", "`migrate status` shows what is.");
        }
        if (half.isPresent() && outcome == null && interrupted == null) {
            throw new MigrateException(ErrorKind.USAGE, revision.id() + " stopped " + half.get().words() + " ("
                    + half.get().direction() + ").", "Bring the database to where it should "
                    + "be, then say which that is: `--as applied` or `--as pending`.");
        }
        if (half.isEmpty() && outcome != null) {
            throw new MigrateException(ErrorKind.USAGE, revision.id() + " did not stop half way, so there is nothing "
                    + "to settle.", "Leave `--as` out to accept the edit.");
        }
    }

    /**
     * Writes what was decided into the record and the event log, which also keeps the text that an accepted one takes
     * the place of.
     *
     * @return what was done, as a sentence
     * @throws MigrateException as {@link #requireSense}; {@code busy} where somebody else has changed the database
     *                          since
     */
    public String run(String reason, Outcome outcome, Interrupted interrupted) {
        requireSense(reason, outcome, interrupted);
        return interrupted != null ? goOn(reason, interrupted)
                : halfApplied().isPresent() ? settle(reason, outcome) : accept(reason);
    }

    private String accept(String reason) {
        var before = edit().map(Edit::applied).orElse(null);
        write(reason, before, history -> history.replace(Records.of(script().orElseThrow(), 0),
                script().orElseThrow().text()));
        return "Accepted: " + file() + " is recorded as it is now.";
    }

    /** Says of the statement at which a script stopped whether it has happened; the next run goes on from there. */
    private String goOn(String reason, Interrupted interrupted) {
        var entry = halfApplied().orElseThrow();
        var fingerprints = fingerprints(entry);
        if (!fingerprints.before(entry.done() + 1).equals(Optional.of(entry.checksum()))) {
            throw new MigrateException(ErrorKind.HALF_APPLIED, file() + " was edited since it stopped, up to this "
                    + "statement or in it.", "Undo the edit; the statement may be edited once it counts as undone.");
        }
        int next = entry.done() + (interrupted == Interrupted.done ? 1 : 0);
        write("statement " + (entry.done() + 1) + " " + interrupted + ": " + reason, null, history ->
                history.journal(new JournalEntry(revision.id(), entry.direction(), next,
                        fingerprints.before(next).orElseThrow(), entry.at(), "", Optional.empty())));
        return "Settled: statement " + (entry.done() + 1) + " of " + file() + " counts as " + interrupted
                + ". `migrate " + (entry.direction().equals(Direction.UP.id()) ? "upgrade" : "downgrade") + "` goes on "
                + (interrupted == Interrupted.done ? "behind it." : "with it.");
    }

    private Fingerprints fingerprints(JournalEntry entry) {
        var script = script().filter(SqlScript.class::isInstance).orElseThrow(() -> new MigrateException(
                ErrorKind.USAGE, "There is no SQL script of " + revision.id() + " in this folder, so nothing can be "
                + "said of its statements.", "Settle all of it with `--as applied` or `--as pending`."));
        var planner = project.planner();
        var steps = entry.direction().equals(Direction.UP.id()) ? planner.up(List.of(revision), it -> script)
                : planner.down(List.of(revision), it -> script);
        return Fingerprints.of(steps.get(0));
    }

    private String settle(String reason, Outcome outcome) {
        // One that stopped on its way down is still recorded as it ran; that stays, or goes into the event log.
        boolean recorded = state.applied().contains(revision.id());
        var before = outcome == Outcome.pending ? project.read(it -> project.history(it).script(revision.id()))
                .flatMap(text -> text).orElse(null) : null;
        write("as " + outcome + ": " + reason, before, history -> {
            history.endJournal(revision.id());
            if (outcome == Outcome.pending) {
                history.forget(revision.id());
            } else if (!recorded) {
                var script = script().orElseThrow(() -> new MigrateException(ErrorKind.MISSING, "The script of "
                        + revision.id() + " has vanished, so it cannot be recorded as applied.",
                        "Bring its file back from version control."));
                history.record(Records.of(script, 0), script.text());
            }
        });
        return "Settled: " + revision.id() + " counts as " + outcome + ".";
    }

    private void write(String reason, String before, Consumer<History> change) {
        try (var database = project.open()) {
            var history = project.history(database);
            UnderLock.run(database, () -> {
                history.create();
                if (history.lastEvent() != state.snapshot().lastEvent()) {
                    throw new MigrateException(ErrorKind.BUSY, "Somebody else changed this database meanwhile.",
                            "Look at `migrate status`, then run the command again.");
                }
                change.accept(history);
                history.log(new Event("repair", revision.id(), revision.message(), 0, reason, before, null));
                return revision;
            });
        }
    }
}
