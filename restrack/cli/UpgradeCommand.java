package restrack.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import restrack.MigrateException;
import restrack.adopt.Unadopted;
import restrack.apply.Agreement;
import restrack.apply.Offline;
import restrack.apply.Project;
import restrack.apply.Repeatables;
import restrack.database.Database;
import restrack.graph.Plans;

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
        var repeatables = Repeatables.after(revisions, project, state);
        if (steps.isEmpty() && repeatables.isEmpty() && state.due().isEmpty()) {
            return nothingToDo(state);
        }
        var late = state.outOfOrder();
        if (!late.isEmpty()) {
            tell("Out of order, below what is applied: " + ids(late) + ".");
        }
        if (steps.stream().anyMatch(it -> !it.transactional())) {
            project.read(Database::leftovers).orElse(List.of()).forEach(this::tell);
        }
        var unadopted = Unadopted.refuse(project, state, steps);
        try {
            return apply(project, state, steps, repeatables);
        } catch (MigrateException e) {
            throw unadopted.explain(e);
        }
    }
}
