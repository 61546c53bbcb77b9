package restrack.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.copy.BackupTarget;
import restrack.database.Database;

/** {@code migrate backup}. */
@Command(name = "backup", description = "Copy the database while others go on working with it, and verify the copy.")
final class BackupCommand extends BaseCommand {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to, or in which folder (default: the folder "
            + "backups beside the database, from which the oldest copies go).")
    String file;

    @Option(names = "--overwrite", description = "Replace FILE if it is there.")
    boolean overwrite;

    @Override
    int run() {
        try (var project = project()) {
            tell("Database: " + project.url().display());
            var target = target(project);
            try (var database = open(project)) {
                surroundings().interruption().concerns(database);
                var backup = target.copy(database);
                Backups.lines("backup", backup, project.settings()).forEach(this::say);
                answer(() -> Map.of("backup", Backups.document(backup, project.settings())));
                return DONE;
            } finally {
                surroundings().interruption().concerns(null);
            }
        }
    }

    private BackupTarget target(Project project) {
        return file == null ? BackupTarget.automatic(project)
                : BackupTarget.named(project, project.settings().workingDirectory().resolve(file), overwrite);
    }

    private static Database open(Project project) {
        return project.openForReading().orElseThrow(() -> new MigrateException(ErrorKind.CANNOT_OPEN,
                "There is no database at " + project.url().display() + ".",
                "`migrate config` shows where the URL comes from."));
    }
}
