package restrack.cli;

import java.io.PrintWriter;
import java.util.Locale;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;

/** Asks before a database is changed for which {@code confirm = true} is set. */
final class Confirmation {
    private Confirmation() {
    }

    static void require(Project project, boolean yes, Surroundings surroundings, PrintWriter err) {
        if (!project.settings().confirm() || yes) {
            return;
        }
        var console = surroundings.terminal() ? System.console() : null;
        if (console == null) {
            throw new MigrateException(ErrorKind.NOT_CONFIRMED, "Changing " + project.url().display()
                    + " has to be confirmed (`confirm = true`), and there is no terminal to ask on.",
                    "Say `--yes` if this is meant.");
        }
        err.print("Change " + project.url().display() + "? [y/N] ");
        err.flush();
        var answer = console.readLine();
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new MigrateException(ErrorKind.NOT_CONFIRMED, "Not confirmed. Nothing was changed.", "");
        }
    }
}
