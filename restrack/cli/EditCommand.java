package restrack.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.script.Script;

/** {@code revision edit}. */
@Command(name = "edit", description = "Open a script in $VISUAL or $EDITOR.")
final class EditCommand extends BaseCommand {
    @Parameters(paramLabel = "REV", description = "A revision, head, LABEL@head, current …")
    String target;

    @Override
    int run() {
        try (var project = project()) {
            var scripts = project.scripts();
            var applied = target.contains("current") || target.matches("[-+]\\d+")
                    ? project.applied(scripts) : Set.<String>of();
            var script = scripts.find(scripts.graph().resolve(target, applied).id()).orElseThrow();
            open(script, project.settings().dir().resolve(script.file().getFileName()).toString());
            answer(() -> Map.of("revision", script.revision().id(), "path", script.file().toString()));
            return DONE;
        }
    }

    private void open(Script script, String file) {
        var environment = surroundings().environment();
        var editor = environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", ""));
        if (editor.isBlank()) {
            throw new MigrateException(ErrorKind.USAGE, "Neither VISUAL nor EDITOR names an editor.",
                    "The script is " + script.file() + ".");
        }
        var command = new ArrayList<>(List.of(editor.strip().split("\\s+")));
        command.add(file);
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new MigrateException(ErrorKind.FILE_ERROR, "The editor '" + editor + "' ended with " + code + ".",
                        "The script is " + script.file() + ".");
            }
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "The editor '" + editor + "' cannot be started.",
                    "Set EDITOR; the script is " + script.file() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while the editor was open.", "", e);
        }
    }
}
