package restrack.copy;

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

/**
 * The way back from an upgrade, as far as its scripts say one.
 *
 * @param steps  the ways down, newest first
 * @param oneWay the script without one, at which the way back ends
 */
record WayBack(List<Step> steps, Optional<Revision> oneWay) {
    /** No way back is wanted. */
    static final WayBack NONE = new WayBack(List.of(), Optional.empty());

    /** {@return the way back from these revisions, given in the order in which they are applied} */
    static WayBack from(List<Revision> revisions, Project project, State state) {
        var planner = project.planner();
        var steps = new ArrayList<Step>();
        for (int i = revisions.size() - 1; i >= 0; i--) {
            var revision = revisions.get(i);
            var step = down(planner, revision, project, state);
            if (step.isEmpty()) {
                return new WayBack(steps, Optional.of(revision));
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
