package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The README's {@code sh} blocks, typed into a real shell in a copy of the repository. */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The README's blocks are for a POSIX shell.")
class ReadmeTest {
    private static final Path JBANG = Path.of(".jbang/0.132.1/jbang.jar");
    private static final int SECONDS = 180;
    private static final Pattern PLACE = Pattern.compile("/path/to/(\\w+)");
    /** What is not typed: it would run the tests in the tests. */
    private static final List<String> NOT_HERE = List.of("./jbang tests");

    @TempDir
    Path folder;

    static boolean jbangIsThere() {
        return Files.isRegularFile(JBANG);
    }

    @Test
    void itIsNoLongerThanAReaderStays() {
        assertTrue(Page.of("README.md").text().lines().count() <= 175, "the README is too long");
    }

    @Test
    @EnabledIf(value = "jbangIsThere", disabledReason = "JBang is not in .jbang/ here: run ./jbang tests")
    void itsShellBlocksWorkOneAfterTheOther() throws IOException, InterruptedException {
        var clone = copyOfTheRepository();
        int blocks = 0;
        for (var fence : Page.of("README.md").fences("sh")) {
            // A function, because the launcher finds its folder by its own path, so a link to it would not do.
            var script = "jbang() { " + quoted(clone.resolve("jbang")) + " \"$@\"; }\nset -e\n"
                    + String.join("\n", fence.lines().stream().map(it -> here(it, clone)).toList());
            var log = folder.resolve("log.txt");
            var process = shell(script, clone, log);
            assertEquals(0, process.exitValue(), () -> script + "\n" + read(log));
            blocks++;
        }
        assertEquals(4, blocks);
        for (var project : List.of("a clone/data/restrack.db", "new/migrate.java", "yours/migrate.java",
                "yours/restrack/package-info.java", "yours/data/restrack.db")) {
            assertTrue(Files.size(folder.resolve(project)) > 0, project);
        }
    }

    /** {@return a line with the folders of this test in it; empty if it stands for itself} */
    private String here(String line, Path clone) {
        if (NOT_HERE.stream().anyMatch(line::startsWith)) {
            return "";
        }
        return PLACE.matcher(line).replaceAll(it -> {
            try {
                return Matcher.quoteReplacement(quoted(it.group(1).equals("restrack") ? clone
                        : Files.createDirectories(folder.resolve(it.group(1)))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Process shell(String script, Path directory, Path log) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", script).directory(directory.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(it -> it.startsWith("JBANG_") && !it.equals("JBANG_REPO"));
        environment.keySet().removeAll(List.of("DB_RESTRACK", "DATABASE_URL"));
        environment.put("JBANG_DIR", folder.resolve("jbang home").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Still running after " + SECONDS + " s: " + script + "\n" + read(log));
        }
        return process;
    }

    private Path copyOfTheRepository() throws IOException {
        var clone = Files.createDirectories(folder.resolve("a clone"));
        for (var name : List.of("restrack", "migrations", "migrate.java", "revision.java", "jbang", "jbang.cmd",
                "jbang-catalog.json")) {
            copy(Path.of(name), clone);
        }
        copy(JBANG, clone);
        return clone;
    }

    private static void copy(Path from, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(file);
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static String quoted(Path path) {
        return "'" + path + "'";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
