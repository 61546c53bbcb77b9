package restrack.script;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.graph.Graph;
import restrack.graph.Revision;
import restrack.sql.Syntax;

/** Reads a folder of scripts. */
public final class ScriptFolder {
    private static final String REPEATABLE = "repeatable";

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
     * @throws MigrateException {@code no_scripts} if there is no such folder, {@code duplicate_id},
     *                          {@code unknown_parent}, {@code bad_script}, and what {@link Graph#of} finds
     */
    public Scripts read() {
        var byId = new LinkedHashMap<String, Script>();
        String previous = null;
        for (var name : names(dir)) {
            var script = read(name, previous);
            var revision = script.revision();
            var other = byId.putIfAbsent(revision.id(), script);
            if (other != null) {
                throw new MigrateException(ErrorKind.DUPLICATE_ID, "Two scripts have the id " + revision.id() + ": "
                        + other.file() + " and " + script.file() + ".",
                        "Give one of them another id: `-- revision:` in its header, or another file name.");
            }
            previous = revision.id();
        }
        refuseUnknownParents(byId);
        return new Scripts(byId, Graph.of(byId.values().stream().map(Script::revision).toList()));
    }

    /** {@return the repeatable scripts, in the natural order of their names} */
    public List<RepeatableScript> repeatables() {
        var folder = dir.resolve(REPEATABLE);
        var scripts = new ArrayList<RepeatableScript>();
        if (Files.isDirectory(folder)) {
            for (var name : names(folder)) {
                if (name.endsWith(".sql")) {
                    var file = shown.resolve(REPEATABLE).resolve(name);
                    scripts.add(new RepeatableScript(name, file, text(folder.resolve(name), file), syntax));
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
        var file = Path.of("(stored) " + revision.id());
        return new SqlScriptReader(file, text, syntax).read(revision, Header.read(text, "--", file));
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

    private Script read(String name, String previous) {
        var file = shown.resolve(name);
        var text = text(dir.resolve(name), file);
        boolean java = name.endsWith(".java");
        var header = Header.read(text, java ? "//" : "--", file);
        var revision = revision(name, header, previous);
        return java ? new JavaSource(revision, file, text, header)
                : new SqlScriptReader(file, text, syntax).read(revision, header);
    }

    private static Revision revision(String name, Header header, String previous) {
        var id = header.value("revision").isEmpty() ? FileName.id(name) : header.value("revision");
        var implied = previous == null ? List.<String>of() : List.of(previous);
        return new Revision(id,
                header.saysWhatItRevises() ? header.list("revises") : implied,
                header.list("depends-on"), header.list("labels"),
                header.message().isEmpty() ? FileName.words(name) : header.message(), header.value("created"));
    }

    private void refuseUnknownParents(Map<String, Script> byId) {
        for (var script : byId.values()) {
            refuseUnknown(byId, script, "revises", script.revision().revises());
            refuseUnknown(byId, script, "depends on", script.revision().dependsOn());
        }
    }

    private void refuseUnknown(Map<String, Script> byId, Script script, String verb, List<String> ids) {
        for (var id : ids) {
            if (!byId.containsKey(id)) {
                throw new MigrateException(ErrorKind.UNKNOWN_PARENT, script.file() + " " + verb + " " + id
                        + ", and no script in " + shown + " has that id.",
                        "Bring the missing file back, or correct the header of this one.");
            }
        }
    }

    private static String text(Path path, Path shown) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, shown + " cannot be read: " + e.getMessage() + ".",
                    "Check its permissions.", e);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            requireUtf8(bytes, shown);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void requireUtf8(byte[] bytes, Path shown) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new MigrateException(ErrorKind.BAD_SCRIPT, shown + " is not UTF-8.", "Save it as UTF-8.", e);
        }
    }
}
