package restrack.cli;

import picocli.CommandLine.Option;
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

    /** Names the database. */
    final void name(Project project) {
        tell("Database: " + project.url().display());
    }
}
