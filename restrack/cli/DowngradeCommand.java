package restrack.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Agreement;
import restrack.apply.Offline;
import restrack.apply.Project;
import restrack.graph.Plans;

/** {@code migrate downgrade}. */
@Command(name = "downgrade", description = "Take scripts back, down to a target.")
final class DowngradeCommand extends ApplyingCommand {
    @Parameters(arity = "1", paramLabel = "TARGET",
            description = "What to leave as the newest: -1, an id or the beginning of one, base, LABEL@base; a range "
                    + "A:B with --sql.")
    String target;

    @Option(names = "--keep-data", description = "Keep what is dropped; the next upgrade brings it back.")
    boolean keepData;

    @Override
    boolean keepsData() {
        return keepData;
    }

    @Override
    String target() {
        return target;
    }

    @Override
    String script(Offline offline) {
        if (keepData) {
            throw new MigrateException(ErrorKind.USAGE, "--keep-data and --sql do not go together: what is kept "
                    + "depends on the rows, and a printed script knows none.", "Leave one of them out.");
        }
        return offline.downgrade(target);
    }

    @Override
    int run(Project project) {
        var state = project.state();
        var revisions = Plans.downgrade(state.graph(), state.applied(), target);
        Agreement.requireForDowngrade(state, revisions);
        if (revisions.isEmpty()) {
            return nothingToDo(state);
        }
        var steps = project.planner().down(revisions, revision -> project.script(revision, state));
        return apply(project, state, steps, List.of());
    }
}
