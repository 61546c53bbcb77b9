package restrack.config;

import java.nio.file.Path;

/**
 * Where this user's things lie that can be made again: class files, SQLite's native library. What lies there is
 * run, so it is used only as a {@link PrivateFolder}.
 */
public final class CacheFolder {
    private CacheFolder() {
    }

    /**
     * {@return the path of a folder of the cache, whether it is there or not}
     *
     * @param name the folder's name
     */
    public static Path path(String name) {
        return root().resolve(name);
    }

    /** As the XDG Base Directory Specification says, and as Windows has it. */
    private static Path root() {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var windows = System.getenv("LOCALAPPDATA");
        if (xdg != null && xdg.startsWith("/")) {
            return Path.of(xdg, "restrack");
        }
        return windows != null ? Path.of(windows, "restrack", "cache")
                : Path.of(System.getProperty("user.home"), ".cache", "restrack");
    }
}
