package tests.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/**
 * The scripts of {@code docs/models.md} that print a schema, in real processes: what they print can be drafted and
 * applied, and then equals itself.
 */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The commands are for a POSIX shell.")
class ModelCommandsPageTest {
    private static final Path JBANG = Path.of(".jbang/0.132.1/jbang.jar");
    private static final int SECONDS = 180;

    private final Page page = Page.of("docs/models.md");
    @TempDir
    private Path temporary;
    private Project project;

    /** How a process ended, and what it wrote. */
    private record Ended(int code, String out, String err) {
    }

    @BeforeEach
    void aFolder() throws IOException {
        project = new Project(Files.createDirectories(temporary.resolve("a project")));
    }

    static boolean jbangIsThere() {
        return Files.isRegularFile(JBANG);
    }

    @Test
    @EnabledIf(value = "jbangIsThere", disabledReason = "JBang is not in .jbang/ here: run ./jbang tests")
    void whatHibernatePrintsEqualsItself() throws IOException, InterruptedException {
        for (var file : List.of(Path.of("jbang"), JBANG)) {
            var copy = project.folder().resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        project.folder().resolve("jbang").toFile().setExecutable(true);
        saveFiles("### Hibernate", "java");
        var command = "JBANG_DIR='%s' JAVA_HOME='%s' ./jbang schema.java".formatted(temporary.resolve("jbang home"),
                System.getProperty("java.home"));
        var printed = run("sh", "-c", command);
        assumeTrue(!printed.err().contains("Could not resolve dependencies"), "Maven Central cannot be reached here");
        assertEquals(0, printed.code(), printed.err());
        assertEquals(String.join("\n", page.section("### Hibernate").fences("sql").get(0).lines()),
                printed.out().strip());
        assertEqualsItself(command);
    }

    @Test
    void whatSqlModelPrintsEqualsItself() throws IOException, InterruptedException {
        var python = pythonWith("sqlmodel");
        saveFiles("### SQLModel", "python");
        assertEqualsItself(python + " schema.py");
    }

    @Test
    void whatSqlModelHasMadeEqualsWhatItPrints() throws IOException, InterruptedException {
        var python = pythonWith("sqlmodel");
        saveFiles("### SQLModel", "python");
        Files.createDirectories(project.folder().resolve("migrations"));
        Files.createDirectories(project.folder().resolve("data"));
        assertEquals("", run(python, "-c", """
                import models
                from sqlmodel import SQLModel, create_engine
                SQLModel.metadata.create_all(create_engine("sqlite:///data/restrack.db"))""").err());
        assertFindsNothing(python + " schema.py");
    }

    @Test
    void whatDjangoPrintsEqualsItself() throws IOException, InterruptedException {
        var python = pythonWith("django");
        saveFiles("### Django", "python");
        project.file("/settings.py", """
                INSTALLED_APPS = ["clinic"]
                DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
                DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
                """).file("/clinic/__init__.py", "").file("/clinic/models.py", """
                from django.db import models

                class Ward(models.Model):
                    name = models.CharField(max_length=80, unique=True)
                    beds = models.PositiveIntegerField(default=2)

                class Patient(models.Model):
                    ward = models.ForeignKey(Ward, on_delete=models.CASCADE)
                    visited = models.ManyToManyField(Ward, related_name="visitors")
                """);
        assertEqualsItself(python + " schema.py");
    }

    private void assertEqualsItself(String command) {
        project.environment("MIGRATE_MODELS_COMMAND", command);
        var drafted = project.revision("--autogenerate", "-m", "first");
        assertEquals(0, drafted.exitCode(), drafted.err());
        var upgraded = project.migrate("upgrade");
        assertEquals(0, upgraded.exitCode(), upgraded.err());
        assertFindsNothing(command);
    }

    private void assertFindsNothing(String command) {
        var check = project.environment("MIGRATE_MODELS_COMMAND", command).migrate("check");
        assertEquals("Nothing found.\n", check.out(), check.err());
    }

    /** Saves the blocks of a section that begin with a comment with the name of a file. */
    private void saveFiles(String heading, String language) {
        for (var fence : page.section(heading).fences(language)) {
            var name = fence.lines().get(0).replaceFirst("^(#|//) ", "");
            project.file("/" + name, String.join("\n", fence.lines()) + "\n");
        }
    }

    /** {@return a Python that has a package; without one the test is skipped} */
    private String pythonWith(String module) throws IOException, InterruptedException {
        for (var python : List.of("python3", "/usr/bin/python3")) {
            if (run("sh", "-c", python + " -c 'import " + module + "'").code() == 0) {
                return python;
            }
        }
        assumeTrue(false, "There is no Python with " + module + " here");
        return "";
    }

    private Ended run(String... command) throws IOException, InterruptedException {
        var out = Files.createTempFile(temporary, "out", ".txt");
        var err = Files.createTempFile(temporary, "err", ".txt");
        var process = new ProcessBuilder(command).directory(project.folder().toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
            throw new AssertionError("Still running after " + SECONDS + " s: " + String.join(" ", command));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
