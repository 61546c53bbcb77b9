package restrack.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import restrack.graph.Revision;
import restrack.sql.Syntax;

/** Reads scripts that belong to no folder and no graph: what is run once, outside the history. */
public final class LooseScript {
    private LooseScript() {
    }

    /**
     * {@return the script of a file} Its header may say what a migration's says; only the message counts. A file whose
     * name does not end in {@code .java} is SQL.
     *
     * @param path   the file
     * @param shown  the file as the user wrote it, for messages
     * @param syntax how the database reads SQL
     * @throws restrack.MigrateException {@code file_error}, {@code bad_script}
     */
    public static Script read(Path path, Path shown, Syntax syntax) {
        var file = ScriptFile.read(path, shown, syntax);
        return file.ways() == null
                ? new JavaSource(revision(shown, file.header().message()), shown, file.text(), file.header())
                : new SqlScript(revision(shown, file.header().message()), shown, file.text(), file.header(),
                        file.ways(), syntax);
    }

    /**
     * {@return SQL that is in no file} Markers are comments in it, but for {@code -- migrate:todo}.
     *
     * @param text   the statements
     * @param shown  what messages call it
     * @param syntax how the database reads SQL
     */
    public static Script sql(String text, Path shown, Syntax syntax) {
        var section = new Section(shown, text, 0, text.length(), true);
        var header = Header.read(text, "--", shown);
        return new SqlScript(revision(shown, header.message()), shown, text, header,
                new Ways(section, Optional.empty()), syntax);
    }

    private static Revision revision(Path shown, String message) {
        return new Revision(shown.toString(), List.of(), List.of(), List.of(), message, "");
    }
}
