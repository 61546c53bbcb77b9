package tests.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.Result;

/** What stands where the database should be. */
class OpeningTest {
    @TempDir
    Path folder;
    Project project;

    @BeforeEach
    void writeScripts() {
        project = Fixtures.threeTables(folder);
    }

    @Test
    void aMissingFolderIsCreatedWhereThereIsSomethingToDo() {
        assertEquals(0, project.migrate("upgrade", "--url", "sqlite:///deep/down/x.db").exitCode());

        assertTrue(Files.exists(folder.resolve("deep/down/x.db")));
    }

    @Test
    void aMissingFolderIsNotCreatedWhereThereIsNothingToDo() {
        for (var command : new String[][] {{"upgrade", "base"}, {"downgrade", "base"}, {"stamp", "base"}}) {
            assertEquals(0, project.migrate(command).exitCode(), command[0]);
        }
        assertFalse(Files.exists(project.database().getParent()));
    }

    @Test
    void aFolderInPlaceOfTheFile() throws IOException {
        Files.createDirectories(project.database());

        var result = project.migrate("upgrade", "--json");

        assertEquals(1, result.exitCode());
        assertEquals("not_a_database", result.errorKind());
        assertTrue(result.out().contains("is a folder"), result.out());
    }

    @Test
    void aFileInPlaceOfTheFolder() {
        project.file("/data", "I am a file.");

        var result = project.migrate("upgrade", "--json");

        assertEquals(1, result.exitCode());
        assertEquals("cannot_open", result.errorKind());
        assertTrue(result.out().contains("is not a folder"), result.out());
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
        project.file("/data/restrack.db", "Dear diary, today I was taken for a database.");
        var before = Files.readAllBytes(project.database());

        for (var command : List.of("upgrade", "status")) {
            var result = project.migrate(command, "--json");
            assertEquals(1, result.exitCode());
            assertEquals("not_a_database", result.errorKind());
        }
        assertArrayEquals(before, Files.readAllBytes(project.database()));
    }

    @Test
    void aFileThatOnlyBeginsAsADatabaseIsLeftAlone() throws IOException {
        project.file("/data/restrack.db", "SQLite format 3\0" + "nonsense ".repeat(500));
        var before = Files.readAllBytes(project.database());

        var result = project.migrate("upgrade", "--json");

        assertEquals(1, result.exitCode());
        assertEquals("not_a_database", result.errorKind());
        assertArrayEquals(before, Files.readAllBytes(project.database()));
    }

    @Test
    void anEmptyFileIsAnEmptyDatabase() {
        project.file("/data/restrack.db", "");

        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
    }

    @Test
    void aDatabaseThatIsOpenedForReadingOnly() {
        project.migrate("upgrade", "b");

        var result = project.migrate("upgrade", "--url", "sqlite:///file:data/restrack.db?mode=ro&uri=true", "--json");

        assertEquals(1, result.exitCode(), result.out());
        assertEquals("read_only", result.errorKind());
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatMayNotBeWritten() throws IOException {
        project.migrate("upgrade", "b");
        var result = withPermissions(project.database(), "r--r--r--");

        assertEquals(1, result.exitCode(), result.out());
        assertEquals("read_only", result.errorKind());
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayNotBeWritten() throws IOException {
        project.migrate("upgrade", "b");
        var result = withPermissions(project.database().getParent(), "r-xr-xr-x");

        assertEquals(1, result.exitCode(), result.out());
        assertTrue(List.of("read_only", "cannot_open").contains(result.errorKind()), result.out());
        assertTrue(result.out().contains("folder"), result.out());
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
    }

    private Result withPermissions(Path path, String permissions) throws IOException {
        var before = Files.getPosixFilePermissions(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        try {
            assumeFalse(Files.isWritable(path), "Permissions do not bind this user.");
            return project.migrate("upgrade", "--json");
        } finally {
            Files.setPosixFilePermissions(path, before);
        }
    }

    @Test
    void aDatabaseInMemoryLastsForOneCommand() {
        assertEquals(0, project.migrate("upgrade", "--url", "sqlite://").exitCode());
        assertTrue(project.migrate("current", "--url", "sqlite://", "--json").json().getAsJsonArray("revisions")
                .isEmpty());
        assertFalse(Files.exists(project.database().getParent()));
    }
}
