package tests.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.apply.OtherProcess;

/** {@code upgrade --backup} and {@code downgrade --backup}: the database as it was right before the first script. */
class BackupBeforeTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void create() {
        project = Copies.project(folder);
    }

    @Test
    void theCopyIsToldBeforeTheScriptsAndHasNothingOfThem() {
        var result = project.migrate("upgrade", "--backup");

        assertEquals(0, result.exitCode(), result.err());
        var lines = result.out().lines().toList();
        assertTrue(lines.get(0).startsWith("backup  data/backups/restrack-"), result.out());
        assertTrue(lines.get(1).startsWith("up    b"), result.out());
        var copy = Copies.backups(project).get(0);
        assertEquals(List.of("1"), Copies.query(copy, "SELECT n FROM t"));
        assertEquals(List.of("a"), Copies.query(copy, "SELECT revision FROM migrate_revision"));
        assertEquals(List.of(), Copies.query(copy, "SELECT 1 FROM migrate_event WHERE operation = 'backup'"));
        assertEquals(List.of("up|a|", "backup|" + copy.getFileName() + "|" + copy.toAbsolutePath(), "up|b|"),
                project.query("SELECT operation, subject, detail FROM migrate_event ORDER BY id"));
    }

    @Test
    void theWayDownIsPrecededByOneToo() {
        project.migrate("upgrade");

        assertEquals(0, project.migrate("downgrade", "base", "--backup", "--allow", "drop-data").exitCode());

        assertEquals(List.of("1"), Copies.query(Copies.backups(project).get(0), "SELECT n FROM t"));
    }

    @Test
    void aRowWrittenWhileTheLockIsWaitedForIsInTheCopy() throws Exception {
        try (var open = project.open(); var other = open.createStatement()) {
            other.execute("BEGIN IMMEDIATE");
            other.execute("INSERT INTO t VALUES (2)");
            try (var process = MigrateProcess.start(project, "upgrade", "--backup")) {
                process.awaitWords("Waiting for the database");
                assertFalse(Files.exists(folder.resolve("data/backups")), "A copy was made before the lock was held.");
                other.execute("COMMIT");
                var result = process.end();
                assertEquals(0, result.exitCode(), result.err());
            }
        }
        assertEquals(List.of("1", "2"), Copies.query(Copies.backups(project).get(0), "SELECT n FROM t"));
    }

    @Test
    void withNothingToDoNothingIsCopied() {
        project.migrate("upgrade");

        assertEquals(0, project.migrate("upgrade", "--backup").exitCode());
        assertEquals(0, project.migrate("upgrade", "--backup", "--json").exitCode());

        assertEquals(List.of(), Copies.backups(project));
    }

    @Test
    void theRecordOfASquashIsAChangeToo() {
        project.migrate("upgrade");
        assertEquals(0, project.revision("squash", "a:b", "--rev-id", "s").exitCode());

        var result = project.migrate("upgrade", "--backup");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().startsWith("backup  data/backups/restrack-"), result.out());
        assertEquals(List.of("a", "b"), Copies.query(Copies.backups(project).get(0),
                "SELECT revision FROM migrate_revision ORDER BY revision"));
        assertEquals(List.of("squash", "backup"),
                project.query("SELECT operation FROM migrate_event ORDER BY id DESC LIMIT 2"));
    }

    @Test
    void aDatabaseThatIsMadeNowHasNothingToCopy() {
        var fresh = new Project(folder.resolve("fresh")).script("a", "", "CREATE TABLE a (n);", "");

        var result = fresh.migrate("upgrade", "--backup");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of(), Copies.backups(fresh));
        assertTrue(result.err().contains("No copy was made: the database was empty."), result.err());
    }

    @Test
    void aDryRunCopiesNothingAndSaysThatItWould() {
        var result = project.migrate("upgrade", "--backup", "--dry-run");

        assertTrue(result.err().contains("Would back up the database first."), result.err());
        assertEquals(List.of(), Copies.backups(project));
    }

    @Test
    void whenAScriptFailsTheHintNamesTheCopy() {
        project.script("c", "b", "INSERT INTO nowhere VALUES (1);", "");

        var result = project.migrate("upgrade", "--backup");

        assertEquals(1, result.exitCode());
        var copy = folder.relativize(Copies.backups(project).get(0));
        assertTrue(result.err().contains("`migrate restore " + copy + "`"), result.err());
    }

    @Test
    void whenTheVeryFirstScriptFailsThereIsStillOneCopy() {
        project.script("b", "a", "INSERT INTO nowhere VALUES (1);", "").script("c", "b", "CREATE TABLE c (n);", "");

        var result = project.migrate("upgrade", "--backup", "--json");

        assertEquals("script_failed", result.errorKind());
        assertEquals(1, Copies.backups(project).size());
        assertEquals("[]", result.json().get("steps").toString());
        assertEquals(folder.relativize(Copies.backups(project).get(0)).toString(),
                result.json().getAsJsonObject("backup").get("path").getAsString());
    }

    @Test
    void whenTheCopyCannotBeMadeNothingRuns() {
        project.file("/data/backups", "I am a file.");

        var result = project.migrate("upgrade", "--backup", "--json");

        assertEquals("file_error", result.errorKind());
        assertEquals(List.of("a"), project.query("SELECT revision FROM migrate_revision"));
    }

    @Test
    void jsonHasTheCopy() {
        var document = project.migrate("upgrade", "--backup", "--json").json();

        var backup = document.getAsJsonObject("backup");
        assertEquals(Copies.backups(project).get(0), folder.resolve(backup.get("path").getAsString()));
        assertEquals(1, document.getAsJsonArray("steps").size());
        assertFalse(project.migrate("downgrade", "a", "--json").json().has("backup"));
    }

    @Test
    void repeatableScriptsAloneArePrecededByOneToo() {
        project.migrate("upgrade");
        project.file("/migrations/repeatable/v.sql", "CREATE VIEW v AS SELECT * FROM t;");

        var result = project.migrate("upgrade", "--backup");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of(), Copies.query(Copies.backups(project).get(0),
                "SELECT name FROM sqlite_schema WHERE type = 'view'"));
        assertEquals(1, Copies.backups(project).size());
    }

    @Test
    void ofTwoAtOnceOnlyTheOneThatRunsTheScriptsCopies() {
        var processes = new ArrayList<MigrateProcess>();
        try (var other = OtherProcess.writing(project.database())) {
            assertTrue(other.pid() > 0);
            for (int i = 0; i < 2; i++) {
                processes.add(MigrateProcess.start(project, "upgrade", "--backup"));
            }
            processes.forEach(it -> it.awaitWords("Waiting for the database"));
        }
        for (var process : processes) {
            var result = process.end();
            assertEquals(0, result.exitCode(), result.err());
        }
        assertEquals(1, Copies.backups(project).size());
    }
}
