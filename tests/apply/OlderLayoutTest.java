package tests.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** A database whose history an older toolkit wrote. */
class OlderLayoutTest {
    @TempDir
    Path folder;
    Project project;

    @BeforeEach
    void makeTablesOfTheFirstLayout() {
        project = Fixtures.threeTables(folder);
        project.migrate("upgrade", "b");
        makeOlder();
    }

    private void makeOlder() {
        for (var column : List.of("revision DROP COLUMN origin", "event DROP COLUMN script",
                "event DROP COLUMN changed", "journal DROP COLUMN position", "journal DROP COLUMN trace")) {
            project.execute("ALTER TABLE migrate_" + column);
        }
        project.execute("UPDATE migrate_layout SET version = 1");
    }

    @Test
    void whatOnlyReadsLeavesItAsItIs() throws IOException {
        var before = Files.readAllBytes(project.database());
        for (var command : List.of("status", "current", "check", "show")) {
            var result = command.equals("show") ? project.migrate("show", "b") : project.migrate(command);
            assertTrue(result.exitCode() == 0 || command.equals("check"), command + result.err());
        }
        assertArrayEquals(before, Files.readAllBytes(project.database()));
    }

    @Test
    void whatWritesBringsItUpToDate() {
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("3"), project.query("SELECT version FROM migrate_layout"));
        assertEquals(List.of("a|", "b|", "c|"),
                project.query("SELECT revision, origin FROM migrate_revision ORDER BY revision"));
        assertEquals(0, project.migrate("downgrade", "base").exitCode());
    }

    @Test
    void whatFailsLeavesTheOlderOne() {
        project.script("d", "c", "CREATE TABLE d (id INTEGER); INSERT INTO nowhere VALUES (1);", "");
        project.migrate("upgrade", "c");
        makeOlder();
        assertEquals(1, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1"), project.query("SELECT version FROM migrate_layout"));
    }

    @Test
    void aScriptThatIsPrintedRunsOnIt() {
        var printed = project.migrate("upgrade", "--sql", "b:c");
        assertEquals(0, printed.exitCode(), printed.err());
        project.execute(String.join("\n", printed.out().lines().filter(it -> !it.startsWith(".")).toList()));
        assertEquals(List.of("a", "b", "c"), project.query("SELECT revision FROM migrate_revision ORDER BY revision"));
        assertEquals(0, project.migrate("check").exitCode());
    }
}
