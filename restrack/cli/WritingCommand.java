package restrack.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import restrack.apply.Project;
import restrack.graph.Graph;
import restrack.graph.NewRevision;
import restrack.script.NewScript;

/** What commands share that write a script. */
abstract class WritingCommand extends BaseCommand {
    private static final int ID_BYTES = 6;

    @Option(names = {"-m", "--message"}, paramLabel = "MSG", description = "What the script is for.")
    String message;

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of twelve random hex digits.")
    String id;

    @Option(names = "--branch-label", paramLabel = "LABEL", split = ",", description = "A label for its branch.")
    List<String> labels = new ArrayList<>();

    /** {@return where the new revision stands} */
    abstract NewRevision place(Graph graph, String id);

    /** {@return what it is for, if nobody says} */
    String defaultMessage(NewRevision revision) {
        return "";
    }

    /** Writes an empty script and tells where it is. */
    final int write(boolean java) {
        try (var project = project()) {
            var graph = project.scriptsOrNone().graph();
            var script = script(graph);
            var folder = project.settings().dir();
            announce(project, script, java ? script.java(folder) : script.sql(folder, "", ""), Map.of());
            tell("Fill it in; `migrate upgrade` applies it.");
            return DONE;
        }
    }

    /** {@return a file of the scripts' folder as the user would name it} */
    static String shown(Project project, Path file) {
        return project.settings().dirAsWritten() + "/" + file.getFileName();
    }

    /** {@return the script that is going to be written} */
    final NewScript script(Graph graph) {
        var place = place(graph, id == null ? randomId() : id);
        return new NewScript(place, message == null ? defaultMessage(place) : message, Instant.now());
    }

    /**
     * Tells where a script is.
     *
     * @param fields what the JSON answer has besides
     */
    final void announce(Project project, NewScript script, Path file, Map<String, Object> fields) {
        var shown = shown(project, file);
        say(shown);
        answer(() -> {
            var answer = new LinkedHashMap<>(Json.revision(script.asRevision(), project.scripts().graph(), Set.of()));
            answer.put("path", shown);
            answer.putAll(fields);
            return answer;
        });
    }

    /** {@return twelve hex digits} */
    static String randomId() {
        var bytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
