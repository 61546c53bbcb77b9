package restrack.copy.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Planner;
import restrack.apply.Project;
import restrack.apply.State;
import restrack.apply.Step;
import restrack.graph.Revision;
import restrack.history.JournalEntry;

/**
 * The way back from an upgrade, as far as its scripts say one.
 *
 * @param steps the ways down, newest first
 * @param end   the script at which it ends early
 */
record WayBack(List<Step> steps, Optional<WayBackEnd> end) {
    /** No way back is wanted. */
    static final WayBack NONE = new WayBack(List.of(), Optional.empty());

    /** {@return the way back from these revisions, given in the order in which they are applied} */
    static WayBack from(List<Revision> revisions, Project project, State state) {
        var planner = project.planner();
        var steps = new ArrayList<Step>();
        var journal = state.snapshot().journal().stream().filter(JournalEntry::stands).map(JournalEntry::revision)
                .toList();
        for (int i = revisions.size() - 1; i >= 0; i--) {
            var revision = revisions.get(i);
            if (journal.contains(revision.id())) {
                return new WayBack(steps, Optional.of(new WayBackEnd(revision, WayBackEnd.Why.HALF_APPLIED)));
            }
            var step = down(planner, revision, project, state);
            if (step.isEmpty()) {
                return new WayBack(steps, Optional.of(new WayBackEnd(revision, WayBackEnd.Why.NO_WAY_DOWN)));
            }
            steps.addAll(step);
        }
        return new WayBack(steps, Optional.empty());
    }

    private static List<Step> down(Planner planner, Revision revision, Project project, State state) {
        try {
            return planner.down(List.of(revision), it -> project.script(it, state));
        } catch (MigrateException e) {
            if (e.kind() == ErrorKind.NO_WAY_DOWN) {
                return List.of();
            }
            throw e;
        }
    }
}
