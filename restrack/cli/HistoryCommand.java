package restrack.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import restrack.graph.Graph;
import restrack.graph.Plans;
import restrack.graph.Revision;

/** {@code migrate history}. */
@Command(name = "history", description = "List revisions, newest first.")
final class HistoryCommand extends ListingCommand {
    @Option(names = {"-r", "--rev-range"}, paramLabel = "A:B",
            description = "A range: A:B, A:, :B, -3:current.")
    String range;

    @Option(names = "--graph", description = "Draw the graph.")
    boolean drawn;

    @Override
    int run() {
        try (var project = project()) {
            var scripts = project.scripts();
            var graph = scripts.graph();
            boolean relative = range != null && (range.contains("current") || range.contains("-")
                    || range.contains("+"));
            var applied = relative ? project.applied(scripts) : applied(project, scripts);
            var revisions = Plans.history(graph, applied, range);
            var current = graph.current(applied);
            if (drawn) {
                GraphDrawing.lines(graph, revisions, it -> Flags.line(it, graph, current)
                        + (it.message().isEmpty() ? "" : "  " + it.message())).forEach(this::say);
            } else {
                revisions.forEach(it -> say(line(it, graph, current)));
            }
            tellIfNone(graph.revisions());
            answer(() -> Json.revisions(revisions, graph, current));
            return DONE;
        }
    }

    /** As Alembic shows it: {@code PARENT -> ID (head), message}. */
    private static String line(Revision revision, Graph graph, Set<String> current) {
        var parents = revision.revises().isEmpty() ? List.of("<base>") : revision.revises();
        return String.join(", ", parents) + " -> " + Flags.line(revision, graph, current)
                + (revision.message().isEmpty() ? "" : ", " + revision.message());
    }
}
