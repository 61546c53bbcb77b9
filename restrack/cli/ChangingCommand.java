package restrack.cli;

import picocli.CommandLine.Option;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;

/** What commands share that change a database: they say which one, and ask where that is wanted. */
abstract class ChangingCommand extends BaseCommand {
    @Option(names = "--yes", description = "Do not ask where `confirm = true` would.")
    boolean yes;

    /** Names the database, and asks whether it may be changed if the settings say so. */
    final void confirm(Project project) {
        name(project);
        Confirmation.require(project, yes, surroundings(), spec.commandLine().getErr());
    }

    /**
     * Refuses a database that does not exist yet: what changes data has nothing to change there.
     *
     * @throws MigrateException {@code cannot_open}
     */
    static void requireDatabase(Project project) {
        if (project.read(database -> true).isEmpty()) {
            throw new MigrateException(ErrorKind.CANNOT_OPEN, "There is no database " + project.url().display() + ".",
                    "`migrate upgrade` creates it; `migrate config` shows where the URL comes from.");
        }
    }

    /** Names the database. */
    final void name(Project project) {
        tell("Database: " + project.url().display());
    }
}
