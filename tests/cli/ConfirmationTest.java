package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** {@code confirm = true}: nothing changes before somebody has said yes. */
class ConfirmationTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void askFirst() {
        project = Projects.chain(folder).file("migrate.properties", "confirm = true\n");
    }

    @Test
    void withoutATerminalItIsRefused() {
        for (var command : new String[] {"upgrade", "stamp head"}) {
            var result = project.migrate(command.split(" "));
            assertEquals(4, result.exitCode());
            assertTrue(result.err().contains("`--yes`"), result.err());
            assertFalse(project.database().toFile().exists());
        }
    }

    @Test
    void yesIsAnAnswer() {
        assertEquals(0, project.migrate("upgrade", "--yes").exitCode());
        assertEquals("not_confirmed", project.migrate("downgrade", "-1", "--json").errorKind());
        assertEquals(0, project.migrate("downgrade", "-1", "--yes").exitCode());
        assertEquals(0, project.migrate("stamp", "one", "--yes").exitCode());
    }

    @Test
    void whatChangesNothingIsNotAsked() {
        assertEquals(0, project.migrate("upgrade", "--dry-run").exitCode());
        assertEquals(0, project.migrate("upgrade", "--sql").exitCode());
        assertEquals(0, project.migrate("upgrade", "base").exitCode());
        assertEquals(0, project.migrate("status").exitCode());
    }

    @Test
    void onATerminalTheAnswerCounts() {
        var no = OnTerminal.migrate(project, "n", "upgrade");
        assertEquals(4, no.exitCode(), no.out());
        assertTrue(no.out().contains("Change sqlite:///data/restrack.db? [y/N]"), no.out());
        assertTrue(no.out().contains("Nothing was changed."), no.out());
        assertFalse(project.database().toFile().exists());

        var yes = OnTerminal.migrate(project, "y", "upgrade");
        assertEquals(0, yes.exitCode(), yes.out());
        assertTrue(yes.out().contains("\u001b[32mup\u001b[0m    one"), yes.out());
        assertEquals("three\n", project.migrate("current").out().replace(" (head)", ""));
    }
}
