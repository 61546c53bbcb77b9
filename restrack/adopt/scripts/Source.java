package restrack.adopt.scripts;

import java.util.List;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.sql.Statements;
import restrack.sql.Syntax;
import restrack.sql.UnclosedException;

/**
 * A file of another tool.
 *
 * @param name  its path, relative to the folder of that tool
 * @param shown its path as the user would name it
 * @param text  all of it
 */
record Source(String name, String shown, String text) {
    /** {@return its lines, each with its line end} */
    List<String> lines() {
        return List.of(text.split("(?<=\n)"));
    }

    /** {@return its file name} */
    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Refuses a file whose statements cannot be told apart, naming the line. */
    Source requireClosed(Syntax syntax) {
        try {
            Statements.of(text, syntax);
        } catch (UnclosedException e) {
            throw e.in(shown);
        }
        return this;
    }

    MigrateException bad(int line, String what, String hint) {
        return new MigrateException(ErrorKind.BAD_SCRIPT, shown + (line > 0 ? ":" + line : "") + ": " + what, hint);
    }
}
