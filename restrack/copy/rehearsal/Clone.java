package restrack.copy.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.apply.Size;
import restrack.config.CacheFolder;
import restrack.config.DatabaseUrl;
import restrack.config.PrivateFolder;
import restrack.database.Database;

/**
 * A copy of a project's database as it was at one moment, to try things on. The database itself is only read, while
 * others go on writing to it. The copy lies beside it, in a file or on the same server, so that rows stay where they
 * are, and is removed when this is closed; after a kill, by the next clone.
 */
final class Clone implements AutoCloseable {
    /** A clone takes as much room as the database, and scripts may write all of it once more. */
    private static final int COPIES = 2;

    private final Runnable removal;
    private final DatabaseUrl url;
    private final long bytes;
    private final long millis;

    private Clone(Runnable removal, DatabaseUrl url, long bytes, long millis) {
        this.removal = removal;
        this.url = url;
        this.bytes = bytes;
        this.millis = millis;
    }

    /**
     * Clones a database. One that is not there yet has an empty clone.
     *
     * @param project  whose database; it must not be in memory
     * @param wanted   in which folder the clone is to lie; beside the database if nothing is said
     * @param concerns is told which database is being read
     * @throws MigrateException {@code disk_full} where there is no room, {@code file_error} where nothing can be
     *                          written
     */
    static Clone of(Project project, Optional<Path> wanted, Consumer<Database> concerns) {
        if (project.url().file().isEmpty()) {
            return onServer(project, wanted, concerns);
        }
        var file = project.url().file().orElseThrow();
        var name = file.getFileName().toString();
        var cache = CacheFolder.path("clones");
        // Where a clone would have been while there was no database.
        CloneFolder.tidy(cache, name);
        var source = project.openForReading();
        if (source.isEmpty()) {
            // Its folder may not be there either, and none is to be made for it.
            return empty(project, wanted.orElseGet(() -> PrivateFolder.open(cache).map(PrivateFolder::path)
                    .orElseThrow(() -> unwritable(cache, "it is not this user's alone", null))), name);
        }
        try (var database = source.get()) {
            var place = wanted.orElseGet(() -> folderOf(file));
            concerns.accept(database);
            return copy(project, database, place, name);
        }
    }

    private static Clone onServer(Project project, Optional<Path> wanted, Consumer<Database> concerns) {
        if (wanted.isPresent()) {
            throw new MigrateException(ErrorKind.USAGE, "`--clone-in` names a folder, and " + project.url().display()
                    + " is on a server: its clone is another database there.", "Leave `--clone-in` out.");
        }
        try (var database = project.openForReading().orElseThrow()) {
            concerns.accept(database);
            long start = System.nanoTime();
            var clone = database.copies().cloneBeside();
            return new Clone(clone::close, clone.url(), clone.bytes(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    /** A link leads to where the rows are. */
    private static Path folderOf(Path file) {
        try {
            return file.toRealPath().getParent();
        } catch (IOException e) {
            throw unwritable(file, e.getMessage(), e);
        }
    }

    private static Clone empty(Project project, Path place, String name) {
        CloneFolder folder = folder(place, name);
        try {
            return new Clone(folder::close, project.url().at(folder.file()), 0, 0);
        } catch (IOException e) {
            folder.close();
            throw unwritable(place, e.getMessage(), e);
        }
    }

    private static Clone copy(Project project, Database database, Path place, String name) {
        var folder = folder(place, name);
        try {
            requireRoom(database.bytes(), place);
            long start = System.nanoTime();
            database.copies().cloneTo(folder.file());
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            return new Clone(folder::close, project.url().at(folder.file()), Files.size(folder.file()), millis);
        } catch (IOException e) {
            folder.close();
            throw unwritable(place, e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    private static CloneFolder folder(Path place, String name) {
        CloneFolder.tidy(place, name);
        try {
            return CloneFolder.create(place.toRealPath(), name);
        } catch (IOException e) {
            throw unwritable(place, e.getMessage(), e);
        }
    }

    /** A rehearsal must not fill the disk that the application writes to. */
    private static void requireRoom(long bytes, Path place) {
        try {
            long free = Files.getFileStore(place).getUsableSpace();
            if (free / COPIES < bytes) {
                throw new MigrateException(ErrorKind.DISK_FULL, "A rehearsal needs " + Size.of(COPIES * bytes)
                        + " of disk, for a clone and for what the scripts write, and " + place + " has "
                        + Size.of(free) + " left. Nothing was copied.",
                        "Make room, or name a folder on another disk with `--clone-in DIR`.");
            }
        } catch (IOException e) {
            throw unwritable(place, e.getMessage(), e);
        }
    }

    private static MigrateException unwritable(Path place, String reason, Exception cause) {
        return new MigrateException(ErrorKind.FILE_ERROR, "No clone can be made in " + place + ": " + reason + ".",
                "Name a folder that can be written to with `--clone-in DIR`.", cause);
    }

    /** {@return the clone} */
    DatabaseUrl url() {
        return url;
    }

    /** {@return how many bytes were copied} */
    long bytes() {
        return bytes;
    }

    /** {@return how long copying took} */
    long millis() {
        return millis;
    }

    @Override
    public void close() {
        removal.run();
    }
}
