package tests.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;

/** Killed while it aligns a large table: it is as it was and has no record, or it is aligned and recorded. */
class KilledAlignTest {
    private static final int ROUNDS = 4;
    private static final int LONGEST_MILLIS = 400;

    @TempDir
    Path folder;

    @Test
    void aKilledAlignmentIsDoneOrNotBegun() {
        long seed = System.nanoTime();
        System.out.println("KilledAlignTest: seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var project = new Project(folder.resolve("round" + round))
                    .script("one", "", "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);", "")
                    .file("/data/.keep", "");
            project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT); WITH RECURSIVE n(i) AS "
                    + "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO item SELECT i, i FROM n");
            var words = "seed " + seed + ", round " + round;
            var rows = project.query("SELECT count(*), sum(id), sum(name) FROM item");
            var before = project.query("SELECT sql FROM sqlite_schema WHERE name = 'item'");

            try (var process = MigrateProcess.start(project, "adopt", "--align")) {
                process.awaitWords("No history of another tool was found.");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MILLIS)));
                process.kill();
            }

            assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"), words);
            assertEquals(rows, project.query("SELECT count(*), sum(id), sum(name) FROM item"), words);
            boolean same = before.equals(project.query("SELECT sql FROM sqlite_schema WHERE name = 'item'"));
            boolean recorded = !project.query("SELECT 1 FROM sqlite_schema WHERE name = 'migrate_revision'").isEmpty();
            assertEquals(same, !recorded, words);

            if (!recorded) {
                assertEquals(0, project.migrate("adopt", "--align").exitCode(), words);
            }
            assertTrue(project.migrate("status").out().contains("adopted  one"), words);
            assertEquals(rows, project.query("SELECT count(*), sum(id), sum(name) FROM item"), words);
        }
    }
}
