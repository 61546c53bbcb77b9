package restrack.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A folder of this user's for what can be made again: class files, SQLite's native library. What lies there is
 * run, so nobody else may be able to write to it.
 */
public final class CacheFolder {
    private CacheFolder() {
    }

    /**
     * Opens a folder of the cache, creating it with access for this user alone.
     *
     * @param name the folder's name
     * @return the folder; empty if it cannot be made, or if others could write to it
     */
    public static Optional<Path> open(String name) {
        var folder = path(name);
        try {
            if (!Files.isDirectory(folder)) {
                create(folder);
            }
            return isOnlyOurs(folder) ? Optional.of(folder) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@return where a folder of the cache lies, whether it is there or not} */
    public static Path path(String name) {
        return root().resolve(name);
    }

    private static Path root() {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var windows = System.getenv("LOCALAPPDATA");
        if (xdg != null && xdg.startsWith("/")) {
            return Path.of(xdg, "restrack");
        }
        return windows != null ? Path.of(windows, "restrack", "cache")
                : Path.of(System.getProperty("user.home"), ".cache", "restrack");
    }

    private static void create(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static boolean isPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean isOnlyOurs(Path folder) throws IOException {
        if (!isPosix(folder)) {
            return true;
        }
        var attributes = Files.readAttributes(folder, PosixFileAttributes.class);
        var permissions = attributes.permissions();
        return attributes.owner().getName().equals(System.getProperty("user.name"))
                && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
