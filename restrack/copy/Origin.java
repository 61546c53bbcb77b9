package restrack.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.database.Database;

/**
 * The database that copies are made of, as far as their names and places depend on it.
 *
 * @param project whose database it is
 * @param file    its file; nothing for one on a server
 * @param name    what its copies are called
 */
record Origin(Project project, Optional<Path> file, CopyName name) {
    private static final String FOLDER = "backups";

    /**
     * {@return the database of a project}
     *
     * @throws MigrateException {@code usage} for one in memory
     */
    static Origin of(Project project) {
        var url = project.url();
        if (url.memory()) {
            throw new MigrateException(ErrorKind.USAGE, url.display() + " is in memory and gone when the command ends: "
                    + "there is nothing to copy or to restore.", "Name a database in a file with `--url`.");
        }
        var suffix = project.dialect().copySuffix();
        return new Origin(project, url.file(), url.file().map(it -> CopyName.of(it, suffix))
                .orElseGet(() -> new CopyName(nameOnServer(url.jdbc()), suffix)));
    }

    /** Whatever else stands in it, a name of a database becomes a name of a file. */
    private static String nameOnServer(String jdbc) {
        return jdbc.replaceFirst("[?;].*", "").replaceFirst(".*[/:]", "").replaceAll("[^\\p{L}\\p{N}._-]", "_");
    }

    /** {@return the folder in which its copies go by themselves} */
    Path backups() {
        var settings = project.settings();
        return settings.backupFolder().orElseGet(() -> file.map(it -> it.resolveSibling(FOLDER))
                .orElseGet(() -> settings.workingDirectory().resolve(FOLDER)));
    }

    /** {@return the folder for what a restore replaces: beside the file, or with the copies of a server's} */
    Path beside() {
        return file.map(it -> it.getParent() == null ? Path.of("") : it.getParent()).orElseGet(this::backups);
    }

    /** {@return whether a file is the database itself} */
    boolean is(Path other) {
        try {
            return file.isPresent() && Files.exists(other) && Files.exists(file.get())
                    && Files.isSameFile(other, file.get());
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return how large it is} A damaged file cannot tell, and one that is locked need not be asked. */
    long bytes(Database database) {
        return file.isPresent() ? bytesOf(file.get()) : database.bytes();
    }

    /** {@return whether there is nothing in it yet} */
    boolean isEmpty(Database database) {
        return file.isPresent() ? bytesOf(file.get()) == 0 : database.names().stream()
                .map(it -> it.text().toLowerCase(Locale.ROOT))
                .allMatch(it -> it.startsWith(project.settings().tablePrefix().toLowerCase(Locale.ROOT)));
    }

    private static long bytesOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " cannot be looked at: " + e.getMessage() + ".",
                    "Check its permissions.", e);
        }
    }
}
