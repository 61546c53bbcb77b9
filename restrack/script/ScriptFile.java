package restrack.script;

import java.nio.file.Path;
import java.util.List;
import restrack.MigrateException;
import restrack.graph.Names;
import restrack.graph.Revision;
import restrack.sql.Syntax;

/**
 * A script file that has been read. Its place in the graph may depend on the file before it.
 *
 * @param file   where it lies, as the user would name it
 * @param text   the whole file
 * @param header the comment lines at its top
 * @param ways   the ways of a SQL script; null for a Java script
 */
record ScriptFile(Path file, String text, Header header, Ways ways) {
    /**
     * Reads a file.
     *
     * @param path   the file
     * @param shown  the file as the user would name it
     * @param syntax how the database reads SQL
     */
    static ScriptFile read(Path path, Path shown, Syntax syntax) {
        var text = TextFile.read(path, shown);
        return isJava(shown) ? new ScriptFile(shown, text, Header.read(text, "//", shown), null)
                : new ScriptFile(shown, text, Header.read(text, "--", shown),
                        new SqlScriptReader(shown, text, syntax).read());
    }

    private static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }

    /**
     * {@return the script}
     *
     * @param previous the revision of the file before it by name, which it revises unless its header says
     *                 otherwise; null for the first
     * @param syntax   how the database reads SQL
     */
    Script script(String previous, Syntax syntax) {
        var revision = revision(previous);
        return isJava(file) ? new JavaSource(revision, file, text, header)
                : new SqlScript(revision, file, text, header, ways, syntax);
    }

    private Revision revision(String previous) {
        var name = file.getFileName().toString();
        var id = id(name);
        var implied = previous == null ? List.<String>of() : List.of(previous);
        return new Revision(id,
                header.saysWhatItRevises() ? header.list("revises") : implied,
                header.list("depends-on"), header.list("labels"),
                header.message().isEmpty() ? FileName.words(name, id) : header.message(), header.value("created"),
                header.list("replaces"));
    }

    /** The id that the header says, or else the name. Here alone it is known which of the two has to be mended. */
    private String id(String name) {
        boolean said = !header.value("revision").isEmpty();
        try {
            return Names.legal("revision id", said ? header.value("revision") : FileName.id(name));
        } catch (MigrateException e) {
            throw new MigrateException(e.kind(), file + ": " + e.getMessage(), said ? e.hint()
                    : "The id is taken from the name of the file: give the script a header line `"
                    + (isJava(file) ? "//" : "--") + " revision: …`, or rename it. " + e.hint(), e);
        }
    }
}
