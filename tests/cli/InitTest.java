package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

class InitTest {
    @TempDir
    Path folder;

    @Test
    void initMakesAProjectThatWorks() {
        var project = new Project(folder);
        assertEquals("""
                created  migrations/
                created  migrations/migrate.properties
                created  data/
                created  .gitignore: /data/*.db /data/*.db-*
                Write the first script with `revision -m "…"`, then run `migrate upgrade`.
                """, project.migrate("init").out());
        assertEquals(0, project.migrate("config").exitCode());
        assertEquals(0, project.revision("-m", "First").exitCode());
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(0, project.migrate("check").exitCode());
    }

    @Test
    void secondInitLeavesEverythingAsItIs() throws IOException {
        var project = new Project(folder);
        project.migrate("init");
        var properties = folder.resolve("migrations/migrate.properties");
        Files.writeString(properties, "confirm = true\n");
        assertEquals("Everything is there already.\n", project.migrate("init").out());
        assertEquals("confirm = true\n", Files.readString(properties));
        assertEquals("{\"created\":[]}", project.migrate("init", "--json").out().strip());
    }

    @Test
    void linesAreAddedToAnIgnoreFileThatDoesNotEndWithOne() throws IOException {
        var ignored = folder.resolve(".gitignore");
        Files.writeString(ignored, "*.class");
        new Project(folder).migrate("init");
        assertEquals("*.class\n/data/*.db\n/data/*.db-*\n", Files.readString(ignored));
    }

    @Test
    void fileInPlaceOfAFolderIsNamed() {
        var project = new Project(folder).file("/migrations", "");
        for (var result : List.of(project.migrate("init", "--json"), project.revision("-m", "x", "--json"))) {
            assertEquals("file_error", result.errorKind());
            assertTrue(result.out().contains("migrations is a file"), result.out());
        }
    }

    @Test
    void anotherFolderForTheScriptsIsMade() {
        new Project(folder).migrate("init", "--dir", "db/scripts");
        assertTrue(folder.resolve("db/scripts/migrate.properties").toFile().isFile());
    }
}
