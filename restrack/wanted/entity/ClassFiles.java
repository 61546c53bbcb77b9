package restrack.wanted.entity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;

/** The class files of a folder or jar. */
final class ClassFiles {
    /** A class that no annotation of this kind is in is nothing to us; so the compiler need not read it. */
    private static final String MARK = "/persistence/";

    private ClassFiles() {
    }

    /**
     * {@return the files of classes at the top level that could be models, by the names of the classes}
     *
     * @param folderOrJar as messages call it
     * @throws MigrateException {@code file_error} if it is not there or cannot be read
     */
    static Map<String, String> in(Path folderOrJar, EntityOptions options) {
        var place = options.folder().resolve(folderOrJar);
        try {
            if (Files.isDirectory(place)) {
                return under(place, folderOrJar + "/");
            }
            try (var jar = FileSystems.newFileSystem(place)) {
                return under(jar.getPath("/"), folderOrJar + "!/");
            }
        } catch (IOException | ProviderNotFoundException e) {
            throw new MigrateException(ErrorKind.FILE_ERROR,
                    "%s cannot be read as a folder or jar of classes.".formatted(folderOrJar),
                    "Check the setting models, and whether the application has been built.", e);
        }
    }

    private static Map<String, String> under(Path root, String shown) throws IOException {
        var found = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(root)) {
            for (var file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
                var path = root.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith("META-INF/") && !path.endsWith("-info.class")
                        && isMarked(file, shown + path)) {
                    var nested = path.indexOf('$', path.lastIndexOf('/') + 2);
                    var top = nested < 0 ? path : path.substring(0, nested) + ".class";
                    found.put(top.substring(0, top.length() - ".class".length()).replace('/', '.'), shown + top);
                }
            }
        }
        return found;
    }

    /** @throws MigrateException {@code compile_error} where a newer Java than this one is needed to read it */
    private static boolean isMarked(Path file, String shown) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(MARK)) {
            return false;
        }
        // The Java Virtual Machine Specification, 4.1: bytes 6 and 7 are the version, which for Java 17 is 61.
        var version = (bytes[6] & 0xff) * 256 + (bytes[7] & 0xff) - 44;
        if (version > Runtime.version().feature()) {
            throw new MigrateException(ErrorKind.COMPILE_ERROR, "%s was compiled for Java %d, and this is Java %d."
                    .formatted(shown, version, Runtime.version().feature()),
                    "Run the tool with the JDK of the application: jbang --java " + version + " …");
        }
        return true;
    }
}
