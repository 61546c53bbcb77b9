package restrack.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;

/**
 * Where copies of a database go by themselves, and the oldest of them from.
 *
 * @param path the folder; it need not be there yet
 * @param name what copies are called in it
 * @param keep how many are kept; 0 for all
 */
record BackupFolder(Path path, CopyName name, int keep) {
    /**
     * {@return the folder that the settings name, or {@code backups} beside the database; for one on a server, in the
     * working directory}
     *
     * @throws MigrateException {@code usage} for a database in memory
     */
    static BackupFolder of(Project project) {
        var origin = Origin.of(project);
        return new BackupFolder(origin.backups(), origin.name(), project.settings().backupKeep());
    }

    /** {@return a folder that the user has named for one copy: nothing in it is removed} */
    static BackupFolder named(Project project, Path folder) {
        return new BackupFolder(folder, Origin.of(project).name(), 0);
    }

    /** {@return a name for the next copy that no file has} */
    Path next() {
        return name.backup(path, Instant.now());
    }

    /**
     * Removes the oldest copies where there are more than are kept. Only regular files count that have the name that
     * this tool gives the copies of this very database.
     *
     * @return what was removed
     * @throws MigrateException {@code file_error}
     */
    List<Path> prune() {
        if (keep == 0) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            var copies = new ArrayList<>(files.filter(it -> name.age(it).isPresent()
                    && Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)).toList());
            copies.sort(Comparator.comparing(it -> name.age(it).orElseThrow()));
            var surplus = copies.subList(0, Math.max(0, copies.size() - keep));
            for (var copy : surplus) {
                Files.delete(copy);
            }
            return List.copyOf(surplus);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "The copy was made, but older ones in " + path
                    + " could not be removed: " + e.getMessage() + ".",
                    "Check the permissions of the folder, or keep all with `backup.keep = 0`.", e);
        }
    }
}
