package restrack.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import restrack.apply.Agreement;
import restrack.apply.Offline;
import restrack.apply.Project;
import restrack.apply.Repeatables;
import restrack.apply.State;
import restrack.graph.Plans;
import restrack.graph.Revision;
import restrack.script.RepeatableScript;

/** {@code migrate upgrade}. */
@Command(name = "upgrade", description = "Apply scripts up to a target.")
final class UpgradeCommand extends ApplyingCommand {
    @Parameters(arity = "0..1", paramLabel = "TARGET", defaultValue = "head",
            description = "head (the default), heads, an id or the beginning of one, LABEL@head, +1; a range A:B "
                    + "with --sql.")
    String target;

    @Override
    String target() {
        return target;
    }

    @Override
    String script(Offline offline) {
        return offline.upgrade(target);
    }

    @Override
    int run(Project project) {
        var state = project.state();
        Agreement.requireForUpgrade(state, project.settings().outOfOrder());
        var revisions = Plans.upgrade(state.graph(), state.applied(), List.of(target));
        var steps = project.planner().up(revisions, revision -> project.script(revision, state));
        var repeatables = repeatables(project, state, revisions);
        if (steps.isEmpty() && repeatables.isEmpty() && state.due().isEmpty()) {
            return nothingToDo(state);
        }
        var late = state.outOfOrder();
        if (!late.isEmpty()) {
            tell("Out of order, below what is applied: " + ids(late) + ".");
        }
        return apply(project, state, steps, repeatables);
    }

    /** Repeatable scripts follow an upgrade that reaches a head. */
    private static List<RepeatableScript> repeatables(Project project, State state, List<Revision> revisions) {
        var applied = new ArrayList<>(state.applied());
        revisions.forEach(it -> applied.add(it.id()));
        if (!Repeatables.follow(state.heads(), applied)) {
            return List.of();
        }
        var changed = Repeatables.changed(project.repeatables(), state.snapshot().repeatables());
        var checked = new Repeatables(project.dialect(), project.placeholders());
        changed.forEach(checked::statements);
        return changed;
    }
}
