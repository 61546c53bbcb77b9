package restrack.cli;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import restrack.apply.Project;
import restrack.config.Settings;
import restrack.copy.Restoration;
import restrack.copy.Restored;
import restrack.copy.SoundCopy;
import restrack.graph.Revision;

/** {@code migrate restore}. */
@Command(name = "restore", description = "Put a copy back in the place of the database, which is kept beside it.")
final class RestoreCommand extends ChangingCommand {
    @Parameters(paramLabel = "FILE", description = "The copy, as `migrate backup` made it.")
    String file;

    @Override
    int run() {
        try (var project = project()) {
            var restoration = new Restoration(project, project.settings().workingDirectory().resolve(file));
            var copy = restoration.copy();
            say("copy  " + project.settings().shown(copy.file()) + "  " + Backups.size(copy.bytes()) + "  written "
                    + written(copy).replace('T', ' ').replace("Z", "") + "  at " + at(copy));
            copy.warnings().forEach(it -> tell("Warning: " + it));
            confirm(project);
            var restored = restore(project, restoration);
            say("restored  " + project.url().display() + "  " + Backups.time(restored.millis()));
            say("The database is at " + at(copy) + ".");
            answer(() -> document(copy, restored, project.settings()));
            return DONE;
        }
    }

    private Restored restore(Project project, Restoration restoration) {
        var settings = project.settings();
        try (var database = restoration.open()) {
            surroundings().interruption().concerns(database);
            return restoration.run(database, it -> Backups.lines("kept", it, settings).forEach(this::say));
        } finally {
            surroundings().interruption().concerns(null);
        }
    }

    private static String written(SoundCopy copy) {
        return copy.made().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@return where a database is that is what the copy is} */
    private static String at(SoundCopy copy) {
        return copy.current().map(it -> it.isEmpty() ? "base" : ApplyingCommand.ids(it))
                .orElse("what a newer toolkit has made of it");
    }

    private static Map<String, Object> document(SoundCopy copy, Restored restored, Settings settings) {
        var from = new LinkedHashMap<String, Object>();
        from.put("path", settings.shown(copy.file()).toString());
        from.put("bytes", copy.bytes());
        from.put("written", written(copy));
        from.put("warnings", copy.warnings());
        var document = new LinkedHashMap<String, Object>();
        document.put("restored", from);
        document.put("kept", restored.kept().map(it -> Backups.document(it, settings)).orElse(null));
        document.put("ms", restored.millis());
        document.put("current", copy.current().map(it -> it.stream().map(Revision::id).toList()).orElse(null));
        return document;
    }
}
