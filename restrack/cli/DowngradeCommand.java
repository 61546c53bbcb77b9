package restrack.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import restrack.apply.Agreement;
import restrack.apply.Offline;
import restrack.graph.Plans;

/** {@code migrate downgrade}. */
@Command(name = "downgrade", description = "Take scripts back, down to a target.")
final class DowngradeCommand extends ApplyingCommand {
    @Parameters(arity = "1", paramLabel = "TARGET",
            description = "What to leave as the newest: -1, an id or the beginning of one, base, LABEL@base; a range "
                    + "A:B with --sql.")
    String target;

    @Option(names = "--sql", description = "Print a SQL script instead of running anything.")
    boolean sql;

    @Override
    int run() {
        refuseOption(target);
        try (var project = project()) {
            if (sql) {
                return print(new Offline(project).downgrade(target));
            }
            var state = project.state();
            var revisions = Plans.downgrade(state.graph(), state.applied(), target);
            if (revisions.isEmpty()) {
                return nothingToDo(state);
            }
            Agreement.requireForDowngrade(state, revisions);
            var steps = project.planner().down(revisions, revision -> project.script(revision, state));
            return apply(project, state, steps, List.of());
        }
    }
}
