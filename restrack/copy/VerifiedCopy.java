package restrack.copy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.concurrent.TimeUnit;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Project;
import restrack.database.Database;

/**
 * Makes a copy that is either whole, verified and on the disk under its name, or not there. Until then it has another
 * name beside it. Only its owner can read it.
 */
final class VerifiedCopy {
    /** What a process that was killed may have left beside an unfinished copy, or a database that is in use has. */
    static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");
    private static final int SHOWN_PROBLEMS = 5;

    private final Project project;
    private final Path file;
    private final boolean overwrite;

    /**
     * @param project   whose database is copied
     * @param file      where to
     * @param overwrite whether a file that is there may go
     */
    VerifiedCopy(Project project, Path file, boolean overwrite) {
        this.project = project;
        this.file = file;
        this.overwrite = overwrite;
    }

    /**
     * Makes the copy.
     *
     * @param database the database, open; a transaction of it stays as it is
     * @throws MigrateException {@code file_exists}, {@code bad_copy}, {@code disk_full}, {@code file_error}; there is
     *                          no copy then
     */
    Backup of(Database database) {
        return make(database, false);
    }

    /** As above, but a copy of a damaged database is kept, and its notes say what is wrong with it. */
    Backup ofWhatMayBeDamaged(Database database) {
        return make(database, true);
    }

    private Backup make(Database database, boolean damagedToo) {
        long start = System.nanoTime();
        refuse();
        var part = PartFile.of(file);
        try {
            createFolder();
            part.remove();
            removeAbandoned();
            Files.createFile(part.path(), mode("rw-------"));
            database.copies().copyTo(part.path());
            var notes = verify(database, part.path(), damagedToo);
            place(part.path());
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            return new Backup(file, Files.size(file), millis, notes, List.of());
        } catch (FileAlreadyExistsException e) {
            throw exists(e.getFile());
        } catch (IOException e) {
            throw failed(e);
        } finally {
            part.remove();
        }
    }

    private void removeAbandoned() {
        var name = Origin.of(project).name();
        PartFile.removeAbandoned(folder(), it -> it.equals(file.getFileName()) || name.isOf(it));
    }

    private void createFolder() throws IOException {
        try {
            Files.createDirectories(folder(), mode("rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR, "The copy " + file + " could not be written: "
                    + e.getFile() + " is not a folder.", "Name another file with `migrate backup FILE`; "
                    + "`backup.folder` says where copies go by themselves.", e);
        }
    }

    /** A journal or a log beside the name would be taken for the copy's own. */
    private void refuse() {
        if (Files.isDirectory(file)) {
            throw new MigrateException(ErrorKind.FILE_ERROR, file + " is a folder.", "Name a file in it.");
        }
        if (Origin.of(project).is(file)) {
            throw new MigrateException(ErrorKind.USAGE, file + " is the database itself.",
                    "Name another file for the copy.");
        }
        if (!overwrite && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(file.toString());
        }
        for (var companion : COMPANIONS) {
            var beside = file.resolveSibling(file.getFileName() + companion);
            if (Files.exists(beside)) {
                throw new MigrateException(ErrorKind.FILE_EXISTS, beside + " belongs to a database " + file
                        + " that is in use, or was left by one.", "Name another file for the copy.");
            }
        }
    }

    private List<String> verify(Database database, Path part, boolean damagedToo) {
        var told = database.copies().problems(part);
        if (told.isPresent()) {
            return notes(told.get(), List::of, damagedToo, "Run the command again.");
        }
        try (var copy = project.openCopy(part)) {
            return notes(copy.problems(), copy::remarks, damagedToo, "The database itself has this damage: "
                    + "restore an earlier copy, or " + database.health().rescue() + ".");
        }
    }

    private static List<String> notes(List<String> problems, Supplier<List<String>> remarks, boolean damagedToo,
                                      String hint) {
        if (problems.isEmpty()) {
            return remarks.get();
        }
        if (!damagedToo) {
            throw new MigrateException(ErrorKind.BAD_COPY, "What was copied is damaged, and was not kept: "
                    + words(problems) + ".", hint);
        }
        return List.of("It is damaged: " + words(problems) + ".");
    }

    /** {@return the first problems of a check, on one line} */
    static String words(List<String> problems) {
        var shown = new ArrayList<String>();
        problems.stream().flatMap(String::lines).limit(SHOWN_PROBLEMS).forEach(shown::add);
        return String.join("; ", shown) + (shown.size() == SHOWN_PROBLEMS ? "; …" : "");
    }

    /** Gives the copy its name. Without leave to overwrite, a link does it, which never replaces a file. */
    private void place(Path part) throws IOException {
        sync(part, StandardOpenOption.WRITE);
        if (overwrite) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            try {
                Files.createLink(file, part);
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (UnsupportedOperationException | FileSystemException e) {
                // No links on this file system: the name was free a moment ago.
                Files.move(part, file);
            }
        }
        try {
            sync(folder(), StandardOpenOption.READ);
        } catch (IOException e) {
            // Not every system can write a folder to the disk on demand; the name is there all the same.
            return;
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private Path folder() {
        return file.toAbsolutePath().getParent();
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static MigrateException exists(String path) {
        return new MigrateException(ErrorKind.FILE_EXISTS, path + " is there already, and was left as it is.",
                "Name another file; `migrate backup FILE --overwrite` replaces it.");
    }

    private MigrateException failed(IOException error) {
        return new MigrateException(ErrorKind.FILE_ERROR, "The copy " + file + " could not be written: "
                + error.getMessage() + ".", "Check the folder and its permissions, or name another one.", error);
    }
}
