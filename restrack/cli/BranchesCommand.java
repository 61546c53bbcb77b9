package restrack.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import restrack.graph.Revision;

/** {@code migrate branches}. */
@Command(name = "branches", description = "List the revisions that several others follow.")
final class BranchesCommand extends BaseCommand {
    @Override
    int run() {
        try (var project = project()) {
            var graph = project.scripts().graph();
            var branches = new LinkedHashMap<String, List<String>>();
            for (var revision : graph.revisions()) {
                if (graph.isBranchPoint(revision.id())) {
                    var children = graph.children(revision.id());
                    branches.put(revision.id(), children.stream().map(Revision::id).toList());
                    say(described(revision.message(), Flags.line(revision, graph, Set.of())));
                    for (var child : children) {
                        say("  -> " + described(child.message(), Flags.line(child, graph, Set.of())));
                    }
                }
            }
            answer(() -> Map.of("branches", branches));
            return DONE;
        }
    }

    private static String described(String message, String line) {
        return message.isEmpty() ? line : line + ", " + message;
    }
}
