package restrack.apply;

import java.util.ArrayList;
import java.util.List;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.UnderLock;
import restrack.graph.Plans;
import restrack.graph.Revision;
import restrack.graph.Stamp;
import restrack.history.Applied;
import restrack.history.Event;
import restrack.history.History;
import restrack.script.Script;

/** Says what a database is, without running anything: records come and go, the event log tells of it. */
public final class Stamping {
    private final Project project;
    private final List<String> targets;
    private final boolean purge;

    /**
     * @param project the project
     * @param targets what the database is to be at
     * @param purge   whether everything recorded is forgotten first
     */
    public Stamping(Project project, List<String> targets, boolean purge) {
        this.project = project;
        this.targets = List.copyOf(targets);
        this.purge = purge;
    }

    /**
     * {@return whether the record says so already}
     *
     * @throws MigrateException {@code half_applied} where a script stopped half way, unless all is forgotten
     */
    public boolean isEmpty() {
        var state = project.state();
        return stamp(state).isEmpty() && state.snapshot().journal().isEmpty();
    }

    private Stamp stamp(State state) {
        if (!purge) {
            Agreement.requireNoneHalfApplied(state.snapshot());
        }
        return Plans.stamp(state.graph(), state.applied(), targets, purge);
    }

    /**
     * Writes the records, in one transaction.
     *
     * @param progress is told of each record after the commit
     */
    public void run(Progress progress) {
        List<Done> done;
        try (var database = project.open()) {
            done = UnderLock.run(database, () -> write(database));
        }
        done.forEach(progress::done);
    }

    private List<Done> write(Database database) {
        var done = new ArrayList<Done>();
        var history = project.history(database);
        history.create();
        var scripts = project.scripts();
        done.addAll(new Squashed(scripts, history.read()).write(history));
        var state = State.of(scripts, history.read());
        var stamp = stamp(state);
        state.snapshot().journal().forEach(it -> history.endJournal(it.revision()));
        for (var revision : stamp.forgotten()) {
            history.forget(revision.id());
            log(history, "forget", revision, done);
        }
        for (var revision : stamp.recorded()) {
            // Of a database in the middle of a squash: what is recorded now stands for these as well.
            for (var replaced : revision.replaces()) {
                state.graph().find(replaced).filter(it -> state.applied().contains(replaced)).ifPresent(it -> {
                    history.forget(replaced);
                    log(history, "forget", it, done);
                });
            }
            history.record(new Applied(revision.id(), revision.revises(), revision.dependsOn(), revision.message(),
                    scripts.find(revision.id()).map(Script::kind).orElse("sql"), "", 0), null);
            log(history, "stamp", revision, done);
        }
        return done;
    }

    private static void log(History history, String operation, Revision revision, List<Done> done) {
        history.log(new Event(operation, revision.id(), revision.message(), 0, ""));
        done.add(new Done(operation, revision, 0));
    }
}
