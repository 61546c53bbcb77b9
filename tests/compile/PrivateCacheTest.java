package tests.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.compile.MigrationCompiler;

/** What lies in the cache is run, so nobody else may be able to put something there. */
class PrivateCacheTest {
    private static final Path FILE = Path.of("1_x.java");
    private static final String SOURCE = "class X implements Migration { public void up(Op op) { } }";

    @TempDir
    Path folder;

    private final AtomicInteger compilations = new AtomicInteger();

    @BeforeEach
    void needsPosixModes() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX modes here");
    }

    private void load(Path cache) {
        try (var compiler = new MigrationCompiler(cache, coordinates -> List.of(), () -> {
            compilations.incrementAndGet();
            return ToolProvider.getSystemJavaCompiler();
        })) {
            compiler.load(FILE, SOURCE);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void folderAndFilesAreTheUsersAlone() throws IOException {
        var cache = folder.resolve("a/b");
        load(cache);
        assertEquals("rwx------", mode(cache));
        assertEquals("rw-------", mode(files(cache).get(0)));
    }

    @Test
    void folderThatOthersMayWriteIsNotUsed() throws IOException {
        var cache = folder.resolve("cache");
        load(cache);
        load(cache);
        assertEquals(1, compilations.get());
        for (var mode : List.of("rwxrwx---", "rwx----w-")) {
            Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(mode));
            int before = compilations.get();
            load(cache);
            assertEquals(before + 1, compilations.get(), mode);
        }
        var open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        load(open);
        assertEquals(List.of(), files(open));
    }

    @Test
    void folderOfSomeoneElseIsNotUsed() throws IOException {
        var cache = folder.resolve("cache");
        load(cache);
        try {
            var users = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(cache, users.lookupPrincipalByName("nobody"));
        } catch (IOException e) {
            assumeTrue(false, "only root can give a folder away");
        }
        load(cache);
        assertEquals(2, compilations.get());
    }

    @Test
    void folderThatCannotBeMadeIsDoneWithout() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");
        load(file.resolve("cache"));
        assertEquals(1, compilations.get());
        assertFalse(Files.isDirectory(file));
    }
}
