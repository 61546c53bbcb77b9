package restrack.database.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;

/**
 * The file of a database, looked at before SQLite opens it: whatever is wrong with it can then be said in a
 * sentence, and nothing is created where there is nothing.
 */
final class SqliteFile {
    /** What a database begins with (SQLite documentation, "Database File Format", 1.3). */
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Optional<Path> file;
    private final String shown;

    SqliteFile(DatabaseUrl url) {
        this.file = url.memory() ? Optional.empty() : url.file();
        this.shown = url.display();
    }

    /** {@return the file, unless the database is in memory} */
    Optional<Path> path() {
        return file;
    }

    /** {@return whether there is something to read} */
    boolean exists() {
        return file.isPresent() && Files.exists(file.get());
    }

    /** {@return how many bytes its disk has left} A database in memory has no disk. */
    OptionalLong freeBytes() {
        try {
            return exists() ? OptionalLong.of(Files.getFileStore(file.get().toRealPath()).getUsableSpace())
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Refuses what is there but is no database. An empty file is an empty database. */
    void requireDatabaseOrNothing() {
        if (!exists()) {
            return;
        }
        var path = file.get();
        if (Files.isDirectory(path)) {
            throw new MigrateException(ErrorKind.NOT_A_DATABASE, path + " is a folder, not a database (" + shown + ").",
                    "Name a file in it: `migrate config` shows where the URL comes from.");
        }
        if (!Files.isReadable(path)) {
            throw new MigrateException(ErrorKind.CANNOT_OPEN, path + " cannot be read by this user (" + shown + ").",
                    "Check the permissions of the file and of the folders above it.");
        }
        try (var in = Files.newInputStream(path)) {
            var start = in.readNBytes(MAGIC.length);
            if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
                throw new MigrateException(ErrorKind.NOT_A_DATABASE,
                        path + " is no SQLite database (" + shown + "): it does not begin as one does.",
                        "It was not touched. `migrate config` shows where the URL comes from.");
            }
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.CANNOT_OPEN, path + " cannot be read: " + e.getMessage() + ".",
                    "Check the file and its folder.", e);
        }
    }

    /** Creates the folder of a database that does not exist yet. */
    void createFolder() {
        if (file.isEmpty() || exists() || file.get().getParent() == null) {
            return;
        }
        var folder = file.get().getParent();
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new MigrateException(ErrorKind.CANNOT_OPEN,
                    "The database cannot be created: " + e.getFile() + " is not a folder (" + shown + ").",
                    "Name another file with --url, or move that one away.", e);
        } catch (IOException e) {
            throw new MigrateException(ErrorKind.CANNOT_OPEN,
                    "The folder " + folder + " cannot be created: " + e.getMessage() + ".",
                    "Check the permissions of the folder above it.", e);
        }
    }
}
