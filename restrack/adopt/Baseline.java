package restrack.adopt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Agreement;
import restrack.apply.Project;
import restrack.autogenerate.Alignment;
import restrack.database.Database;
import restrack.graph.NewRevision;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.script.NewScript;

/** The first revision of a folder, written from what is there: the schema of a database without any history of ours. */
public final class Baseline {
    private final Project project;
    private final String id;

    /**
     * @param project the project; its folder has no scripts yet
     * @param id      the id of the revision
     * @throws MigrateException {@code usage} where there are scripts, {@code already_recorded} where there are records,
     *                          {@code half_applied} where a script of another folder stopped half way
     */
    public Baseline(Project project, String id) {
        this.project = project;
        this.id = id;
        int scripts = project.scriptsOrNone().byId().size();
        if (scripts > 0) {
            throw new MigrateException(ErrorKind.USAGE, "A baseline is the first script of a folder, and "
                    + project.settings().dirAsWritten() + " has " + scripts + " already. Nothing was changed.",
                    "Leave --baseline out to recognise the database, add --align to bring it to a revision, or begin "
                            + "anew in another folder with --dir.");
        }
        if (!project.snapshot().applied().isEmpty()) {
            throw new MigrateException(ErrorKind.ALREADY_RECORDED, "This database has records already. Nothing was "
                    + "changed.", "`migrate status` shows them.");
        }
        Agreement.requireNoneHalfApplied(project.snapshot());
    }

    /** A way up that makes the schema, and the way down. */
    public record Text(String up, String down) {
    }

    /**
     * {@return the statements of the script, tried both ways on empty databases}
     *
     * @throws MigrateException {@code usage} where the database has nothing, {@code bad_script} where its text would be
     *                          taken for placeholders
     */
    public Text text() {
        var text = project.read(this::text).filter(it -> !it.up().isBlank()).orElseThrow(() ->
                new MigrateException(ErrorKind.USAGE, "There is nothing in this database that a baseline could say.",
                        "Write the first script by hand: `revision -m MSG`."));
        if (project.settings().placeholders() && (text.up() + text.down()).contains("${")) {
            throw new MigrateException(ErrorKind.BAD_SCRIPT, "The schema of this database contains ${…}, which stands "
                    + "for something else in scripts (`placeholders = true`).", "Turn placeholders off.");
        }
        return text;
    }

    private Text text(Database data) {
        var extent = new Extent(data.names(), project.history(data).tableNames());
        var schema = extent.of(data.schema(Level.EXACT));
        try (var empty = project.scratch()) {
            var up = Alignment.of(empty, present -> schema, data.equality());
            var down = Alignment.of(data, present -> extent.goal(present, Schema.EMPTY), data.equality());
            return new Text(up.text(), down.text());
        }
    }

    /** {@return the file, written into the folder} It still has to be adopted. */
    public Path write(Text text) {
        return new NewScript(new NewRevision(id, List.of(), List.of(), List.of()), "Baseline: the schema as it was",
                Instant.now()).sql(project.settings().dir(), text.up(), text.down());
    }

    /** Takes the file away again, where the database could not be recorded as it. */
    public static void withdraw(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " could not be removed: " + e.getMessage() + ".",
                    "Remove it: nothing was recorded.", e);
        }
    }

    /** {@return what is to be said of the database once the file is written} */
    public Request request() {
        return new Request(List.of(id), "baseline", false, Set.of());
    }
}
