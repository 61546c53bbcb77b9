package restrack.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import restrack.graph.Graph;
import restrack.graph.NewRevision;
import restrack.script.Script;
import restrack.squash.Squashing;

/** {@code revision squash}. */
@Command(name = "squash", description = "Make a range of scripts into one that is proven to do the same.")
final class SquashCommand extends WritingCommand {
    @Parameters(paramLabel = "A:B", description = "The first and the last revision of the range; :B begins at a base, "
            + "A: ends at the head.")
    String range;

    @Option(names = "--keep-files", paramLabel = "DIR",
            description = "Move the scripts that are replaced to this folder instead of deleting them.")
    String keep;

    @Override
    int run() {
        try (var project = project()) {
            var scripts = project.scripts();
            var script = script(scripts.graph());
            var squashing = new Squashing(project, scripts, script);
            squashing.requireDatabase();
            var output = new ScriptOutput(spec.commandLine().getErr());
            try {
                squashing.prove();
            } finally {
                output.close();
            }
            var file = squashing.write(Optional.ofNullable(keep).map(surroundings().workingDirectory()::resolve));
            announce(project, script, file, fields(squashing));
            tell(squashing);
            return DONE;
        }
    }

    private void tell(Squashing squashing) {
        squashing.range().forEach(it -> tell((keep == null ? "Deleted " : "Moved to " + keep + ": ") + it.file()));
        tell("Proven on an empty database: the one script leaves the same schema and the same rows as those "
                + squashing.range().size() + " did, " + (squashing.oneWay().isEmpty() ? "up and down."
                : "on the way up. It has no way down, because there is none in " + files(squashing.oneWay()) + "."));
    }

    private Map<String, Object> fields(Squashing squashing) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(keep == null ? "deleted" : "moved", squashing.range().stream().map(it -> it.file().toString())
                .toList());
        fields.put("wayDown", squashing.oneWay().isEmpty());
        return fields;
    }

    private static String files(List<Script> scripts) {
        return scripts.stream().map(it -> it.file().toString()).collect(Collectors.joining(", "));
    }

    @Override
    NewRevision place(Graph graph, String id) {
        return NewRevision.squash(graph, range, id, labels);
    }

    @Override
    String defaultMessage(NewRevision revision) {
        var replaced = revision.replaces();
        return "Squash " + replaced.get(0) + " to " + replaced.get(replaced.size() - 1);
    }
}
