package restrack.cli;

import picocli.CommandLine.Command;

/** {@code migrate heads}. */
@Command(name = "heads", description = "List the revisions that nothing follows.")
final class HeadsCommand extends ListingCommand {
    @Override
    int run() {
        try (var project = project()) {
            var scripts = project.scripts();
            var graph = scripts.graph();
            return list(graph.heads(), graph, graph.current(applied(project, scripts)));
        }
    }
}
