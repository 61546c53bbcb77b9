package restrack.cli;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import restrack.graph.Graph;
import restrack.graph.NewRevision;
import restrack.graph.Revision;
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

    /** Writes the script and tells where it is. */
    final int write(boolean java) {
        try (var project = project()) {
            var graph = project.scriptsOrNone().graph();
            var place = place(graph, id == null ? randomId() : id);
            var script = new NewScript(place, message == null ? defaultMessage(place) : message, Instant.now());
            var file = java ? script.java(project.settings().dir()) : script.sql(project.settings().dir(), "", "");
            var shown = project.settings().dirAsWritten() + "/" + file.getFileName();
            say(shown);
            tell("Fill it in; `migrate upgrade` applies it.");
            answer(() -> {
                var revision = new Revision(place.id(), place.revises(), place.dependsOn(), place.labels(),
                        script.message(), script.created());
                var fields = new LinkedHashMap<>(Json.revision(revision, project.scripts().graph(), Set.of()));
                fields.put("path", shown);
                return fields;
            });
            return DONE;
        }
    }

    private static String randomId() {
        var bytes = new byte[ID_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
