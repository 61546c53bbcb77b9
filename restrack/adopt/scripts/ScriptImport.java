package restrack.adopt.scripts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.script.ScriptFolder;

/**
 * Makes scripts of ours of those of another tool. All of them come into the folder, or none. What cannot be carried
 * over is said; what would be something else here has a line {@code -- migrate:todo}, with which a script does not run.
 */
public final class ScriptImport {
    private static final int SHOWN = 3;

    private final Destination destination;
    private final Map<Tool, Format> formats = new LinkedHashMap<>();

    /**
     * @param destination what the scripts are going to be a part of
     * @param saying      is told before a program is run (Alembic's, with the user's own Python)
     */
    public ScriptImport(Destination destination, Consumer<String> saying) {
        this.destination = destination;
        formats.put(Tool.ALEMBIC, new AlembicFormat(saying));
        formats.put(Tool.DBMATE, new DbmateFormat());
        formats.put(Tool.FLYWAY, new FlywayFormat());
        formats.put(Tool.GOLANG_MIGRATE, new GolangMigrateFormat());
        formats.put(Tool.GOOSE, new GooseFormat());
        formats.put(Tool.LIQUIBASE, new LiquibaseFormat());
    }

    /**
     * Carries the scripts of a folder over.
     *
     * @param dir    the folder of the other tool
     * @param shown  the folder as the user wrote it
     * @param tool   whose it is; found out if nothing is said
     * @param dryRun whether nothing is to be written
     * @return what was written, or would be
     * @throws MigrateException {@code usage} if it cannot be told whose folder it is; {@code file_error} if there is
     *                          no such folder, or ours has scripts; {@code no_scripts}; {@code duplicate_id} for two
     *                          scripts of one version; {@code bad_script} for what cannot be read. Nothing is written
     *                          then.
     */
    public Imported run(Path dir, String shown, Optional<Tool> tool, boolean dryRun) {
        requireNoScripts();
        var folder = new ForeignFolder(dir, shown);
        var whose = tool.orElseGet(() -> recognised(folder));
        var harvest = formats.get(whose).read(folder, destination);
        if (harvest.scripts().isEmpty() && harvest.repeatables().isEmpty()) {
            throw new MigrateException(ErrorKind.NO_SCRIPTS, "There is no script of " + whose.title() + " in "
                    + folder.shown() + ".", "`--import` names the folder that has them; `--from` names another tool.");
        }
        var notes = new ArrayList<>(harvest.notes());
        var precautions = new Precautions(whose, destination, notes);
        var scripts = harvest.scripts().stream()
                .map(it -> it.ways(way -> precautions.of(way, String.join(" and ", it.origins())))).toList();
        var repeatables = harvest.repeatables().stream()
                .map(it -> new Repeated(it.name(), it.origin(), precautions.of(it.way(), it.origin()))).toList();
        try (var staging = dryRun ? Staging.elsewhere() : Staging.beside(destination.folder())) {
            var written = write(staging, whose, scripts, repeatables);
            var syntax = destination.dialect().syntax();
            new Proof(syntax).require(new ScriptFolder(staging.folder(), Path.of(destination.shown()), syntax), scripts,
                    repeatables);
            if (!dryRun) {
                staging.moveInto(destination.folder());
            }
            // The two ways of one script often have the same to say.
            return new Imported(whose, written, notes.stream().distinct().toList());
        }
    }

    private List<Written> write(Staging staging, Tool tool, List<Carried> scripts, List<Repeated> repeatables) {
        var written = new ArrayList<Written>();
        var names = FileNames.of(scripts);
        for (int i = 0; i < scripts.size(); i++) {
            var script = scripts.get(i);
            staging.write(names.get(i), ScriptText.of(script, tool));
            written.add(new Written(destination.shown() + "/" + names.get(i), Optional.of(script.revision()),
                    script.origins(), script.down().isPresent(), script.isUnfinished()));
        }
        for (var script : repeatables) {
            var name = ScriptFolder.REPEATABLE + "/" + script.name();
            staging.write(name, ScriptText.of(script, tool));
            written.add(new Written(destination.shown() + "/" + name, Optional.empty(), List.of(script.origin()), false,
                    !script.way().todos().isEmpty()));
        }
        return written;
    }

    private void requireNoScripts() {
        if (!Files.isDirectory(destination.folder())) {
            return;
        }
        var folder = new ScriptFolder(destination.folder(), Path.of(destination.shown()),
                destination.dialect().syntax());
        var there = new ArrayList<>(folder.names());
        folder.repeatables().forEach(it -> there.add(ScriptFolder.REPEATABLE + "/" + it.name()));
        if (!there.isEmpty()) {
            throw new MigrateException(ErrorKind.FILE_ERROR, destination.shown() + " has scripts already: "
                    + String.join(", ", there.subList(0, Math.min(SHOWN, there.size())))
                    + (there.size() > SHOWN ? " and " + (there.size() - SHOWN) + " more" : "")
                    + ". Nothing was written.",
                    "Import into an empty folder: `--dir` names another one. Then move the scripts together, and let "
                            + "the first of yours revise the last of theirs.");
        }
    }

    private Tool recognised(ForeignFolder folder) {
        var found = formats.keySet().stream().filter(it -> formats.get(it).recognises(folder)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new MigrateException(ErrorKind.USAGE, (found.isEmpty() ? "It cannot be told whose scripts "
                + folder.shown() + " has." : folder.shown() + " has scripts of several tools: "
                + found.stream().map(Tool::title).collect(Collectors.joining(", ")) + "."),
                "Say `--from` and one of " + Tool.ids() + ".");
    }
}
