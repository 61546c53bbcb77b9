package restrack.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import restrack.apply.Done;
import restrack.apply.Stamping;

/** {@code migrate stamp}. */
@Command(name = "stamp", description = "Record revisions as applied without running them.")
final class StampCommand extends ChangingCommand {
    @Parameters(arity = "1..*", paramLabel = "TARGET",
            description = "What the database is to be at: head, heads, base, an id, LABEL@head.")
    List<String> targets;

    @Option(names = "--purge", description = "Forget everything that is recorded first.")
    boolean purge;

    @Override
    int run() {
        try (var project = project()) {
            var stamping = new Stamping(project, targets, purge);
            if (stamping.isEmpty()) {
                say("Nothing to do. " + ApplyingCommand.where(project.state()));
                answer(() -> Json.steps(List.of(), project.state().current()));
                return DONE;
            }
            confirm(project);
            var done = new ArrayList<Done>();
            stamping.run(done::add);
            for (var each : done) {
                say(each.operation() + "  " + each.revision().id() + "  " + each.revision().message());
            }
            var after = project.state();
            say(ApplyingCommand.where(after));
            answer(() -> Json.steps(done, after.current()));
            return DONE;
        }
    }
}
