package restrack.copy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.database.Database;

/** Where a backup goes: a file, or a folder in which it gets a name of its own. */
public final class BackupTarget {
    private final Project project;
    private final Supplier<Path> file;
    private final boolean overwrite;
    private final BackupFolder pruned;

    private BackupTarget(Project project, Supplier<Path> file, boolean overwrite, BackupFolder pruned) {
        this.project = project;
        this.file = file;
        this.overwrite = overwrite;
        this.pruned = pruned;
    }

    /**
     * {@return the folder where copies go by themselves, from which the oldest go}
     *
     * @throws MigrateException {@code usage} for a database in memory
     */
    public static BackupTarget automatic(Project project) {
        var folder = BackupFolder.of(project);
        return new BackupTarget(project, folder::next, false, folder);
    }

    /**
     * {@return what the user has named: a file, or a folder that is there}
     *
     * @param overwrite whether a file that is there may go
     * @throws MigrateException {@code usage} for a database in memory
     */
    public static BackupTarget named(Project project, Path path, boolean overwrite) {
        var folder = BackupFolder.named(project, path);
        return Files.isDirectory(path) ? new BackupTarget(project, folder::next, false, folder)
                : new BackupTarget(project, () -> path, overwrite, folder);
    }

    /**
     * Copies a database there and verifies the copy. Older copies are removed only after that.
     *
     * @param database the database, open; a transaction of it stays as it is
     * @throws MigrateException {@code file_exists}, {@code bad_copy}, {@code disk_full}, {@code busy},
     *                          {@code file_error}
     */
    public Backup copy(Database database) {
        var backup = new VerifiedCopy(project, file.get(), overwrite).of(database);
        return backup.withPruned(pruned.prune());
    }
}
