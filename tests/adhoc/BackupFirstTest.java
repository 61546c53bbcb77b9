package tests.adhoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;

/** {@code run --backup} and {@code load --backup}: the database as it was right before the first change. */
class BackupFirstTest {
    private static final String FEWER = "UPDATE ward SET beds = 0 WHERE id = 1";

    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void create() {
        project = Wards.in(folder).file("/ward.csv", "id,name,beds\n1,North,0\n9,East,7\n");
    }

    private List<Path> copies() throws IOException {
        var backups = folder.resolve("data/backups");
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (var files = Files.list(backups)) {
            return files.sorted(Comparator.comparing(it -> it.toFile().lastModified())).toList();
        }
    }

    private static int beds(Path copy) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                var query = connection.createStatement();
                var row = query.executeQuery("SELECT sum(beds) FROM ward")) {
            return row.getInt(1);
        }
    }

    private void assertCopies(int expected, String... command) throws IOException {
        int before = copies().size();
        var result = project.migrate(command);
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(expected, copies().size() - before, String.join(" ", command));
    }

    @Test
    void theCopyIsToldFirstAndHasNothingOfTheChange() throws Exception {
        var run = project.migrate("run", "--backup", "-e", FEWER);
        assertTrue(run.out().startsWith("backup  data/backups/restrack-"), run.out());
        assertEquals(35, beds(copies().get(0)));
        var load = project.migrate("load", "--backup", "--on-conflict", "update", "ward.csv", "--json");
        assertEquals(copies().get(1), folder.resolve(load.json().getAsJsonObject("backup").get("path").getAsString()));
        assertEquals(25, beds(copies().get(1)));
        assertEquals(List.of("up", "backup", "run", "backup", "load"),
                project.query("SELECT operation FROM migrate_event ORDER BY id"));
    }

    @Test
    void aRowWrittenWhileTheLockIsWaitedForIsInTheCopy() throws Exception {
        try (var open = project.open(); var other = open.createStatement()) {
            other.execute("BEGIN IMMEDIATE");
            other.execute("INSERT INTO ward VALUES (4, 'West', 1000)");
            try (var process = MigrateProcess.start(project, "run", "--backup", "-e", FEWER)) {
                process.awaitWords("Waiting for the database");
                other.execute("COMMIT");
                assertEquals(0, process.end().exitCode());
            }
        }
        assertEquals(1035, beds(copies().get(0)));
    }

    @Test
    void whatFailsIsToldTogetherWithTheCopy() throws Exception {
        var run = project.migrate("run", "--backup", "--json", "-e", "INSERT INTO nowhere VALUES (1)");
        assertEquals("script_failed", run.errorKind());
        assertTrue(run.json().has("backup"), run.out());
        project.file("/log.csv", "nothing\n1\n");
        var load = project.migrate("load", "--backup", "--json", "log.csv");
        assertEquals("bad_data", load.errorKind());
        assertTrue(load.json().has("backup"), load.out());
        assertEquals(2, copies().size());
    }

    @Test
    void queriesAndDryRunsCopyNothing() throws Exception {
        assertCopies(0, "run", "--backup", "-e", "SELECT 1");
        assertCopies(0, "run", "--backup", "--dry-run", "-e", FEWER);
        assertCopies(0, "load", "--backup", "--dry-run", "--on-conflict", "skip", "ward.csv");
        assertTrue(project.migrate("run", "--backup", "--dry-run", "-e", FEWER).err()
                .contains("Would back up the database first."));
        assertFalse(project.migrate("run", "--dry-run", "-e", FEWER).err().contains("Would back up"));
    }

    @Test
    void theSettingHazardIsForWhatMayLoseData() throws Exception {
        project.file("/migrations/migrate.properties", "backup = hazard\n").file("/Nothing.java", """
                class Nothing implements Migration {
                    public void up(Op op) {
                    }
                }
                """);
        assertCopies(0, "run", "-e", FEWER);
        assertCopies(0, "load", "--on-conflict", "skip", "ward.csv");
        assertCopies(1, "load", "--on-conflict", "update", "ward.csv");
        assertCopies(1, "run", "-e", "UPDATE ward SET beds = 1", "--allow", "all-rows");
        assertCopies(1, "run", "-e", "ALTER TABLE ward ALTER COLUMN beds TYPE TEXT");
        assertCopies(1, "run", "Nothing.java");
        assertCopies(0, "run", "--no-backup", "-e", "DROP TABLE log", "--allow", "drop-data");
    }

    @Test
    void theSettingAlwaysIsForWhateverChanges() throws Exception {
        project.file("/migrations/migrate.properties", "backup = always\n");
        assertCopies(1, "run", "-e", FEWER);
        assertCopies(1, "load", "--on-conflict", "skip", "ward.csv");
        assertCopies(0, "load", "--no-backup", "--on-conflict", "skip", "ward.csv");
        assertCopies(0, "run", "-e", "SELECT 1");
    }
}
