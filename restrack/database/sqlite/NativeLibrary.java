package restrack.database.sqlite;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import restrack.config.CacheFolder;
import restrack.config.PrivateFolder;

/**
 * Keeps SQLite's native library in a stable place. The driver would unpack it into a new temporary file at every
 * start, which takes longer than most commands do.
 */
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private NativeLibrary() {
    }

    /** Points the driver to the copy, making it if needed. Where that fails, the driver unpacks as it always does. */
    static synchronized void useStableCopy() {
        if (System.getProperty(PATH) != null) {
            return;
        }
        try {
            var name = LibraryLoaderUtil.getNativeLibName();
            var folder = PrivateFolder.open(CacheFolder.path(driver()));
            if (folder.isEmpty()) {
                return;
            }
            if (!Files.exists(folder.get().path().resolve(name))) {
                unpack(name, folder.get());
            }
            System.setProperty(PATH, folder.get().path().toString());
            System.setProperty(NAME, name);
        } catch (IOException e) {
            // No copy then: slower, but the driver's own way works.
            return;
        }
    }

    /** {@return the file name of the driver's jar, which has its version} Asking the driver for it takes 20 ms. */
    private static String driver() throws IOException {
        var source = SQLiteJDBCLoader.class.getProtectionDomain().getCodeSource();
        var location = source == null ? "" : source.getLocation().getPath();
        if (!location.endsWith(".jar")) {
            throw new FileSystemException(location, null, "the driver's version is not known");
        }
        return location.substring(location.lastIndexOf('/') + 1, location.length() - ".jar".length());
    }

    private static void unpack(String name, PrivateFolder folder) throws IOException {
        var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (var in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileSystemException(resource, null, "the driver has no library for this machine");
            }
            folder.write(name, in.readAllBytes());
        }
    }
}
