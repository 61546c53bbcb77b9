package restrack.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import restrack.apply.State;
import restrack.graph.Revision;

/** {@code migrate show}. */
@Command(name = "show", description = "Show a revision: where it stands, its file, its record, its text.")
final class ShowCommand extends BaseCommand {
    @Parameters(paramLabel = "REV", description = "A revision, head, current, LABEL@head …")
    String target;

    @Override
    int run() {
        try (var project = project()) {
            var state = project.state();
            var graph = state.graph();
            var revisions = graph.select(target, state.applied());
            var current = graph.current(state.applied());
            for (var revision : revisions) {
                describe(revision, state, Flags.line(revision, graph, current));
            }
            answer(() -> Json.revisions(revisions, graph, current));
            return DONE;
        }
    }

    private void describe(Revision revision, State state, String line) {
        var script = state.scripts().find(revision.id());
        say("Revision:   " + line);
        say("Revises:    " + or(revision.revises(), "<base>"));
        if (!revision.dependsOn().isEmpty()) {
            say("Depends on: " + or(revision.dependsOn(), ""));
        }
        if (!revision.replaces().isEmpty()) {
            say("Replaces:   " + or(revision.replaces(), ""));
        }
        say("Next:       " + or(state.graph().children(revision.id()).stream().map(Revision::id).toList(), "nothing"));
        say("Message:    " + revision.message());
        say("Created:    " + revision.created());
        say("File:       " + script.map(it -> it.file().toString()).orElse("(not in this folder)"));
        state.snapshot().applied().stream().filter(it -> it.revision().equals(revision.id())).findFirst()
                .ifPresentOrElse(it -> say("Applied:    " + it.at() + " by " + it.by() + ", "
                        + (!it.origin().isEmpty() ? "adopted: " + it.origin()
                                : it.stamped() ? "stamped" : it.millis() + " ms")), () -> say("Applied:    no"));
        say("");
        script.ifPresent(it -> say(it.text().stripTrailing()));
    }

    private static String or(List<String> ids, String none) {
        return ids.isEmpty() ? none : String.join(", ", ids);
    }
}
