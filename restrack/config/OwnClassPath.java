package restrack.config;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** What this program runs on, for a compiler that has to find the same classes. */
public final class OwnClassPath {
    private OwnClassPath() {
    }

    /**
     * {@return the folders and jars of this program, in order}
     *
     * @param types classes whose places come first, because a class path need not name them
     */
    public static Set<Path> with(Class<?>... types) {
        var paths = new LinkedHashSet<Path>();
        for (var type : types) {
            try {
                paths.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                paths.add(Path.of(entry).toAbsolutePath());
            }
        }
        return paths;
    }
}
