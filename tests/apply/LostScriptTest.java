package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** A script that stopped half way, and whose file has vanished since: on another branch, for instance. */
class LostScriptTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void aScriptStopsAndItsFileVanishes() throws IOException {
        project = new Project(folder).script("a", "", "CREATE TABLE a (n INTEGER);", "DROP TABLE a;")
                .file("z.sql", """
                        -- revision: z
                        -- revises: a
                        -- migrate:up transaction:false
                        CREATE TABLE half (n INTEGER);
                        CREATE TABLE (n INTEGER);
                        """);
        assertEquals(1, project.migrate("upgrade").exitCode());
        Files.delete(folder.resolve("migrations/z.sql"));
    }

    @Test
    void nothingIsSaidToBeDone() {
        var result = project.migrate("upgrade", "--json");

        assertEquals(4, result.exitCode(), result.out());
        assertEquals("missing", result.errorKind());
        assertTrue(result.out().contains("z was interrupted on its way up, after 1 of its statements"), result.out());
        assertTrue(project.migrate("status").out().contains("half applied  z"), project.migrate("status").out());
        assertEquals(0, project.migrate("status", "--json").exitCode());
        assertEquals(3, project.migrate("check").exitCode());
    }

    @Test
    void whoHasUndoneItByHandSaysSo() {
        project.execute("DROP TABLE half");

        var result = project.migrate("repair", "z", "--as", "pending", "--reason", "undone by hand");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(0, project.migrate("check").exitCode());
    }

    @Test
    void itCannotCountAsApplied() {
        assertEquals("missing", project.migrate("repair", "z", "--as", "applied", "--reason", "it is", "--json")
                .errorKind());
        assertTrue(project.migrate("current").out().contains("z (half applied"), project.migrate("current").out());
    }
}
