package restrack.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.adopt.scripts.Destination;
import restrack.adopt.scripts.Imported;
import restrack.adopt.scripts.Note;
import restrack.adopt.scripts.ScriptImport;
import restrack.adopt.scripts.Tool;
import restrack.adopt.scripts.Written;
import restrack.graph.Graph;

/** What {@code migrate adopt} can be told about scripts of another tool. No database is opened for it. */
final class ImportOption {
    @Option(names = "--import", paramLabel = "DIR",
            description = "Make scripts of ours of another tool's scripts in DIR. Alembic's run their own env.py.")
    String dir;

    @Option(names = "--from", paramLabel = "TOOL",
            description = "With --import: whose they are, if that is not to be seen: alembic, dbmate, flyway, "
                    + "golang-migrate, goose or liquibase.")
    String tool;

    /** {@return whether it was said} Without it, {@code --from} makes no sense. */
    boolean wanted() {
        if (dir == null && tool != null) {
            throw new MigrateException(ErrorKind.USAGE, "--from is for --import.",
                    "Say `migrate adopt --import DIR` too.");
        }
        return dir != null;
    }

    /**
     * Carries the import out and answers.
     *
     * @param dryRun whether nothing is to be written
     * @return the exit code
     */
    int run(BaseCommand command, boolean dryRun) {
        try (var project = command.project()) {
            var settings = project.settings();
            var destination = new Destination(settings.dir(), settings.dirAsWritten(), project.dialect(),
                    settings.placeholders());
            var imported = new ScriptImport(destination, command::tell).run(
                    command.surroundings().workingDirectory().resolve(dir), dir,
                    Optional.ofNullable(tool).map(Tool::named), dryRun);
            say(command, imported, dryRun);
            command.answer(() -> document(imported));
            return BaseCommand.DONE;
        }
    }

    private static void say(BaseCommand command, Imported imported, boolean dryRun) {
        var table = new TextTable();
        for (var script : imported.scripts()) {
            table.row(command.style()::good, dryRun ? "would create" : "created", script.path(),
                    String.join(", ", script.origins()), remark(script));
        }
        table.lines().forEach(command::say);
        section(command, "Not carried over:", imported.notes().stream().filter(Note::lost).toList());
        section(command, "To know:", imported.notes().stream().filter(it -> !it.lost()).toList());
        long unfinished = imported.scripts().stream().filter(Written::unfinished).count();
        command.tell(count(imported.scripts().size(), "script") + " of " + imported.tool().title()
                + (dryRun ? " would be carried over." : " carried over.")
                + (unfinished == 0 ? "" : " Fill in what is marked with `migrate:todo`."));
        command.tell("`migrate adopt` records what a database of " + imported.tool().title()
                + " has already; `migrate upgrade` applies the rest.");
    }

    private static String remark(Written script) {
        if (script.unfinished()) {
            return "has migrate:todo";
        }
        return script.revision().isEmpty() ? "repeatable" : script.wayDown() ? "" : "no way down";
    }

    private static void section(BaseCommand command, String title, List<Note> notes) {
        if (!notes.isEmpty()) {
            command.say(title);
            notes.forEach(it -> command.say("    " + it.file() + ": " + it.message()));
        }
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Map<String, Object> document(Imported imported) {
        var graph = Graph.of(imported.scripts().stream().flatMap(it -> it.revision().stream()).toList());
        var document = new LinkedHashMap<String, Object>();
        document.put("tool", imported.tool().id());
        document.put("scripts", imported.scripts().stream().map(it -> script(it, graph)).toList());
        document.put("notCarriedOver", imported.lost());
        document.put("notes", imported.notes().stream().map(it -> {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("file", it.file());
            fields.put("message", it.message());
            fields.put("lost", it.lost());
            return fields;
        }).toList());
        return document;
    }

    private static Map<String, Object> script(Written script, Graph graph) {
        var fields = new LinkedHashMap<String, Object>();
        script.revision().ifPresent(it -> fields.putAll(Json.revision(it, graph, Set.of())));
        fields.put("path", script.path());
        fields.put("from", script.origins());
        fields.put("repeatable", script.revision().isEmpty());
        fields.put("wayDown", script.wayDown());
        fields.put("unfinished", script.unfinished());
        return fields;
    }
}
