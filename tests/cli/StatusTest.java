package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** {@code status} and {@code check}. */
class StatusTest {
    @TempDir
    Path folder;

    private static List<String> states(Project project) {
        var states = new ArrayList<String>();
        for (var revision : project.migrate("status", "--json").json().getAsJsonArray("revisions")) {
            states.add(revision.getAsJsonObject().get("revision").getAsString() + " "
                    + revision.getAsJsonObject().get("state").getAsString());
        }
        return states;
    }

    private static List<String> findings(Project project) {
        var found = new ArrayList<String>();
        for (var finding : project.migrate("check", "--json").json().getAsJsonArray("findings")) {
            found.add(finding.getAsJsonObject().get("kind").getAsString() + " "
                    + finding.getAsJsonObject().get("subjects"));
        }
        return found;
    }

    @Test
    void tableHasARowForEachRevisionAndATotal() {
        var project = Projects.chain(folder);
        project.migrate("upgrade", "two");
        var result = project.migrate("status");
        var lines = result.out().lines().toList();
        assertEquals("State    Revision  Message           Applied (UTC)        ms  By", lines.get(0));
        assertTrue(lines.get(1).matches("applied  one       Message of one    \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"
                + "  \\d+ +\\S+"), lines.get(1));
        assertEquals("pending  three     Message of three", lines.get(3));
        assertEquals("2 applied, 1 pending.", lines.get(4));
        assertEquals("Database: sqlite:///data/restrack.db\n", result.err());
    }

    @Test
    void longMessagesAreCutInTheTableAlone() {
        var message = "x".repeat(500);
        var project = new Project(folder).file("one.sql", "-- " + message + "\n\n-- migrate:up\nSELECT 1;\n");
        assertFalse(project.migrate("status").out().contains(message));
        assertTrue(project.migrate("status").out().contains("xxx…"));
        assertTrue(project.migrate("status", "--json").out().contains(message));
    }

    @Test
    void stampedEditedMissingAndUnknownAreToldApart() {
        var project = Projects.chain(folder);
        project.migrate("stamp", "one");
        project.migrate("upgrade");
        assertEquals(List.of("one stamped", "two applied", "three applied"), states(project));
        project.script("two", "one", "CREATE TABLE two (n TEXT);", "DROP TABLE two;");
        assertEquals(List.of("one stamped", "two edited", "three applied"), states(project));
        assertTrue(folder.resolve("migrations/three.sql").toFile().delete());
        assertEquals(List.of("one stamped", "two edited", "three unknown"), states(project));
        project.script("three", "", "CREATE TABLE three (n INTEGER);", "DROP TABLE three;");
        assertTrue(folder.resolve("migrations/two.sql").toFile().delete());
        assertTrue(states(project).contains("two missing"), states(project).toString());
    }

    @Test
    void repeatableScriptsToRunAreNamed() {
        var project = Projects.chain(folder).file("repeatable/v.sql", "CREATE VIEW v AS SELECT 1;");
        assertTrue(project.migrate("status").out().contains("migrations/repeatable/v.sql".replace('/',
                File.separatorChar)));
        assertTrue(findings(project).contains("repeatable [\"v.sql\"]"));
        project.migrate("upgrade");
        assertEquals(List.of(), findings(project));
        assertEquals("3 applied, 0 pending.", project.migrate("status").out().lines().toList().get(4));
    }

    @Test
    void checkEndsWithZeroOnlyWhenNothingIsToDo() {
        var project = Projects.chain(folder);
        var pending = project.migrate("check");
        assertEquals(3, pending.exitCode());
        assertTrue(pending.out().contains("one, two, three"), pending.out());
        assertEquals(List.of("pending [\"one\",\"two\",\"three\"]"), findings(project));
        project.migrate("upgrade");
        var nothing = project.migrate("check");
        assertEquals(0, nothing.exitCode());
        assertEquals("Nothing found.\n", nothing.out());
    }

    @Test
    void checkFindsHeadsAndEdits() {
        var project = Projects.fork(folder);
        project.migrate("upgrade", "heads");
        assertEquals(List.of("multiple_heads [\"left\",\"right\"]"), findings(project));
        project.revision("merge", "heads", "--rev-id", "join");
        project.migrate("upgrade");
        project.script("left", "root", "CREATE TABLE l (n TEXT);", "DROP TABLE l;");
        assertEquals(List.of("edited [\"left\"]"), findings(project));
        assertEquals(3, project.migrate("check").exitCode());
    }

    @Test
    void checkNamesAFewOfManyForPeopleAndAllForPrograms() {
        var project = new Project(folder);
        for (int i = 10; i < 30; i++) {
            project.file("v" + i + ".sql", "SELECT 1;");
        }
        assertTrue(project.migrate("check").out().contains("v14 and 15 more."), project.migrate("check").out());
        assertTrue(findings(project).get(0).endsWith("\"v29\"]"));
    }
}
