package restrack.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.Revision;
import restrack.sql.Syntax;

/** Reads a folder of scripts. */
public final class ScriptFolder {
    /** The folder of the repeatable scripts, within the other one. */
    public static final String REPEATABLE = "repeatable";
    private static final int MANY = 500;

    private final Path dir;
    private final Path shown;
    private final Syntax syntax;

    /**
     * @param dir    the folder
     * @param shown  the folder as the user wrote it, for messages
     * @param syntax how the database reads SQL
     */
    public ScriptFolder(Path dir, Path shown, Syntax syntax) {
        this.dir = dir;
        this.shown = shown;
        this.syntax = syntax;
    }

    /**
     * Reads all scripts of the folder itself; files of other kinds and other folders are passed over.
     *
     * @throws MigrateException {@code no_scripts} if there is no such folder, {@code duplicate_id} (also where a
     *                          script is still there that another one replaces),
     *                          {@code bad_script}
     */
    public Scripts read() {
        var byId = new LinkedHashMap<String, Script>();
        String previous = null;
        for (var file : files()) {
            var script = file.script(previous, syntax);
            var revision = script.revision();
            var other = byId.putIfAbsent(revision.id(), script);
            if (other != null) {
                throw new MigrateException(ErrorKind.DUPLICATE_ID, "Two scripts have the id " + revision.id() + ": "
                        + other.file() + " and " + script.file() + ".",
                        "Give one of them another id: `-- revision:` in its header, or another file name.");
            }
            previous = revision.id();
        }
        return new Scripts(Replaced.in(byId));
    }

    /** Reading and cutting many files is work for all processors; for a few, starting them takes longer. */
    private List<ScriptFile> files() {
        var names = names(dir);
        if (names.size() >= MANY) {
            try {
                return names.parallelStream().map(this::file).toList();
            } catch (MigrateException e) {
                // Read once more in order, so that of several errors it is always the first that is told.
                return names.stream().map(this::file).toList();
            }
        }
        return names.stream().map(this::file).toList();
    }

    private ScriptFile file(String name) {
        return ScriptFile.read(dir.resolve(name), shown.resolve(name), syntax);
    }

    /** {@return the repeatable scripts, in the natural order of their names} */
    public List<RepeatableScript> repeatables() {
        var folder = dir.resolve(REPEATABLE);
        var scripts = new ArrayList<RepeatableScript>();
        if (Files.isDirectory(folder)) {
            for (var name : names(folder)) {
                if (name.endsWith(".sql")) {
                    var file = shown.resolve(REPEATABLE).resolve(name);
                    scripts.add(new RepeatableScript(name, file, TextFile.read(folder.resolve(name), file), syntax));
                }
            }
        }
        return scripts;
    }

    /**
     * {@return a SQL script as the database has stored it, without a file}
     *
     * @param revision what is recorded of it
     * @param text     the script as it was applied
     */
    public Script stored(Revision revision, String text) {
        return script(revision, Path.of(revision.id() + " as stored"), text);
    }

    /**
     * {@return a SQL script that has no file yet}
     *
     * @param revision its place in the graph
     * @param name     the name that the file is going to have
     * @param text     the whole script
     */
    public SqlScript drafted(Revision revision, String name, String text) {
        return script(revision, shown.resolve(name), text);
    }

    private SqlScript script(Revision revision, Path file, String text) {
        return new SqlScript(revision, file, text, Header.read(text, "--", file),
                new SqlScriptReader(file, text, syntax).read(), syntax);
    }

    /** {@return the file names of the scripts, in natural order} None of them is read. */
    public List<String> names() {
        return names(dir);
    }

    private List<String> names(Path folder) {
        var all = folder.toFile().list();
        if (all == null) {
            throw new MigrateException(ErrorKind.NO_SCRIPTS, "There is no folder " + shown + ".",
                    "`migrate init` makes one; `--dir` names another.");
        }
        var names = new ArrayList<String>();
        for (var name : all) {
            if (!name.startsWith(".") && (name.endsWith(".sql") || name.endsWith(".java"))) {
                names.add(name);
            }
        }
        names.sort(NaturalOrder.INSTANCE);
        return names;
    }
}
