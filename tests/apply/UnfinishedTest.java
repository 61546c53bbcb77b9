package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** A script with something left to write does not run, and neither does what comes with it. */
class UnfinishedTest {
    @TempDir
    Path folder;

    private Project unfinished() {
        return new Project(folder).script("a", "", "CREATE TABLE a (n INTEGER);", "DROP TABLE a;")
                .script("b", "a", "-- migrate:todo Which clinic?\nCREATE TABLE b (n INTEGER);", "DROP TABLE b;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "upgrade --dry-run", "upgrade --sql", "upgrade --sql a:b", "upgrade b"})
    void anUpgradeIsRefusedBeforeAnythingRuns(String command) {
        var project = unfinished();

        var result = project.migrate(command.split(" "));

        assertEquals(4, result.exitCode(), result.out());
        assertEquals("", result.out());
        assertTrue(result.err().contains("migrations/b.sql:7: Not finished: Which clinic?\n"), result.err());
        assertTrue(result.err().contains("Fill it in, then remove the line `-- migrate:todo …`."), result.err());
        assertFalse(Files.exists(project.database()));
        assertEquals("unfinished", project.migrate((command + " --json").split(" ")).errorKind());
    }

    @Test
    void whatComesBeforeCanRunAlone() {
        var project = unfinished();
        assertEquals(0, project.migrate("upgrade", "a").exitCode());
        assertEquals(List.of("a"), Fixtures.applied(project));
        assertEquals(4, project.migrate("upgrade").exitCode());
        assertEquals(List.of("a"), Fixtures.tables(project));
    }

    @Test
    void onlyTheDirectionThatRunsHasToBeFinished() {
        var project = new Project(folder).script("a", "", "CREATE TABLE a (n INTEGER);",
                "-- migrate:todo Save the rows\nDROP TABLE a;");
        assertEquals(0, project.migrate("upgrade").exitCode());

        for (var command : List.of("downgrade base", "downgrade base --dry-run", "downgrade a:base --sql")) {
            var result = project.migrate(command.split(" "));
            assertEquals(4, result.exitCode(), command);
            assertTrue(result.err().contains("migrations/a.sql:10: Not finished: Save the rows."), result.err());
        }
        assertEquals(List.of("a"), Fixtures.tables(project));
    }

    @Test
    void onceTheLineIsRemovedItRuns() {
        var project = unfinished();
        project.script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("a", "b"), Fixtures.tables(project));
    }

    @Test
    void aRepeatableScriptIsNoOther() {
        var project = new Project(folder).script("a", "", "CREATE TABLE a (n INTEGER);", "")
                .file("repeatable/v.sql", "-- migrate:todo Which columns?\nCREATE VIEW v AS SELECT n FROM a;");
        assertEquals("unfinished", project.migrate("upgrade", "--json").errorKind());
        assertEquals("unfinished", project.migrate("upgrade", "--sql", "--json").errorKind());
        assertFalse(Files.exists(project.database()));
    }

    @Test
    void lintListsAllOfThem() {
        var project = unfinished().script("c", "b", "-- migrate:todo One\n-- migrate:todo Two\nSELECT 1;", "");

        var result = project.migrate("lint", "--json");

        assertEquals(3, result.exitCode(), result.out());
        var findings = result.json().getAsJsonArray("findings").asList().stream().map(it -> it.getAsJsonObject())
                .map(it -> it.get("kind").getAsString() + " " + it.get("message").getAsString()).toList();
        assertEquals(List.of("unfinished migrations/b.sql:7: Not finished: Which clinic?",
                "unfinished migrations/c.sql:7: Not finished: One.",
                "unfinished migrations/c.sql:8: Not finished: Two."), findings);
    }
}
