package restrack.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.PropertiesTemplate;

/** {@code migrate init}: what a new project needs. What is there already stays as it is. */
@Command(name = "init", description = "Create what a project needs; what is there stays.")
final class InitCommand extends BaseCommand {
    private static final List<String> IGNORED = List.of("/data/*.db", "/data/*.db-*");

    private final List<String> created = new ArrayList<>();

    @Override
    int run() {
        var settings = settings();
        var folder = surroundings().workingDirectory();
        try {
            folder(settings.dir(), settings.dirAsWritten());
            file(settings.dir().resolve("migrate.properties"), settings.dirAsWritten() + "/migrate.properties",
                    PropertiesTemplate.text());
            folder(folder.resolve("data"), "data");
            ignore(folder.resolve(".gitignore"));
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "The project could not be set up: " + e.getMessage() + ".",
                    "Check the permissions of this folder.", e);
        }
        created.forEach(it -> say("created  " + it));
        say(created.isEmpty() ? "Everything is there already."
                : "Write the first script with `revision -m \"…\"`, then run `migrate upgrade`.");
        answer(() -> Map.of("created", created));
        return DONE;
    }

    private void folder(Path folder, String shown) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new MigrateException(ErrorKind.FILE_ERROR, shown + " is a file, and a folder belongs there.",
                    "Move it away, or name another folder with `--dir`.");
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            created.add(shown + "/");
        }
    }

    private void file(Path file, String shown, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            created.add(shown);
        }
    }

    private void ignore(Path file) throws IOException {
        var present = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        var lines = present.lines().map(String::strip).toList();
        var missing = IGNORED.stream().filter(it -> !lines.contains(it)).toList();
        if (!missing.isEmpty()) {
            var start = present.isEmpty() || present.endsWith("\n") ? "" : "\n";
            Files.writeString(file, start + String.join("\n", missing) + "\n", StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            created.add(".gitignore: " + String.join(" ", missing));
        }
    }
}
