package restrack.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import restrack.graph.Revision;

/** {@code migrate current}. */
@Command(name = "current", description = "Show what the database is at.")
final class CurrentCommand extends BaseCommand {
    @Option(names = "--check-heads", description = "Exit with 3 unless the database is at all heads.")
    boolean checkHeads;

    @Override
    int run() {
        try (var project = project()) {
            var state = project.state();
            var current = state.current();
            var ids = current.stream().map(Revision::id).collect(Collectors.toSet());
            for (var revision : current) {
                boolean known = state.scripts().find(revision.id()).isPresent();
                say(revision.id() + (!known ? " (not in this folder)"
                        : state.graph().children(revision.id()).isEmpty() ? " (head)" : "")
                        + (options().verbose && !revision.message().isEmpty() ? ", " + revision.message() : ""));
            }
            if (current.isEmpty()) {
                tell("Nothing is applied.");
            }
            for (var entry : state.snapshot().journal()) {
                say(entry.revision() + " (half applied, " + entry.direction() + ": " + entry.done()
                        + " statements done)");
            }
            answer(() -> Json.revisions(current, state.graph(), ids));
            boolean atHeads = ids.equals(state.scripts().graph().heads().stream().map(Revision::id)
                    .collect(Collectors.toSet()));
            return checkHeads && !atHeads ? FOUND : DONE;
        }
    }
}
