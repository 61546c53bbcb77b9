package restrack.copy.rehearsal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/**
 * A folder for one clone that only this user can enter, and that goes with it. It holds a lock which ends with the
 * process, however that ends: so the next one knows what is left of a process that was killed, and removes it.
 */
final class CloneFolder implements AutoCloseable {
    private static final String MARK = "-rehearsal-";
    private static final String LOCK = "lock";
    private static final String CLONE = "clone.db";
    /** All that is ever in such a folder; nothing else is removed. */
    private static final List<String> FILES = List.of(CLONE, CLONE + "-journal", CLONE + "-wal", CLONE + "-shm", LOCK);

    private final Path folder;
    private final FileChannel lock;

    private CloneFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * {@return a new folder, named so that what keeps {@code app.db-*} out of version control keeps it out too}
     *
     * @param place    where it is made
     * @param database the name of the file that is cloned
     * @throws IOException where it cannot be made
     */
    static CloneFolder create(Path place, String database) throws IOException {
        while (true) {
            // Made with mode 0700.
            var folder = Files.createTempDirectory(place, database + MARK + thisProcess() + "-");
            try {
                var lock = lock(folder, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                if (lock != null) {
                    return new CloneFolder(folder, lock);
                }
            } catch (NoSuchFileException e) {
                // Somebody has tidied up between the two steps, and taken it for what is left of a dead process.
                continue;
            }
        }
    }

    /** {@return the file for the clone, empty, with mode 0600} */
    Path file() throws IOException {
        var file = folder.resolve(CLONE);
        if (!Files.exists(file)) {
            Files.createFile(file, mode(folder));
        }
        return file;
    }

    private static FileAttribute<?>[] mode(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /** Removes what processes that are no more have left in a place. */
    static void tidy(Path place, String database) {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(place, it -> isOfOther(it, database))) {
            for (var folder : folders) {
                try (var lock = lock(folder, StandardOpenOption.WRITE)) {
                    if (lock != null) {
                        remove(folder);
                    }
                } catch (NoSuchFileException e) {
                    // Killed before it had a lock: then it is empty. If it is not, it is none of ours.
                    Files.deleteIfExists(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What cannot be removed now is left to the next run; the rehearsal can do without.
            return;
        }
    }

    /**
     * Closing a file gives up every lock that this process has on it (POSIX, "fcntl"), so the folders of this process
     * are not even looked at.
     */
    private static boolean isOfOther(Path folder, String database) {
        var name = folder.getFileName().toString();
        return name.startsWith(database + MARK) && !name.startsWith(database + MARK + thisProcess() + "-")
                && Files.isDirectory(folder);
    }

    /** The number of a process is given again to others; with the time of its start it is its own. */
    private static String thisProcess() {
        var process = ProcessHandle.current();
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + "." + Long.toString(start, Character.MAX_RADIX);
    }

    /** {@return the lock of a folder; null if somebody has it, or has just removed what it locks} */
    private static FileChannel lock(Path folder, StandardOpenOption... options) throws IOException {
        var channel = FileChannel.open(folder.resolve(LOCK), options);
        try {
            if (channel.tryLock() != null && Files.exists(folder.resolve(LOCK))) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        }
        channel.close();
        return null;
    }

    private static void remove(Path folder) throws IOException {
        for (var file : FILES) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public void close() {
        try (lock) {
            remove(folder);
        } catch (IOException e) {
            // Where files that are open cannot be removed: the next run does it.
            return;
        }
    }
}
