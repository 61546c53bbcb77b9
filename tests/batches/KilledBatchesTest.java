package tests.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.MigrateProcess;
import tests.Project;

/** Batches that are killed, stopped with Ctrl-C, or run by several at once: no row twice, and none missed. */
@Tag("torture")
class KilledBatchesTest {
    private static final int ROWS = 12_000;
    private static final int KILLS = 8;
    private static final String SQL = """
            -- migrate:batch size=250 key=id pause=25ms
            UPDATE item SET n = n + 1;
            -- migrate:batch size=250 key=name pause=25ms
            INSERT INTO copy SELECT id FROM item;
            """;
    private static final String JAVA = """
            // revision: b
            // revises: a
            import java.time.Duration;
            class B implements Migration {
                @InBatches
                public void up(Op op) {
                    op.batches("item", "id").size(250).pause(Duration.ofMillis(25)).run(batch ->
                            batch.execute("UPDATE item SET n = n + 1 WHERE id BETWEEN ? AND ?",
                                    batch.from(), batch.to()));
                    op.batches("item", "name").size(250).pause(Duration.ofMillis(25)).run(batch -> {
                        for (var name : batch.keys()) {
                            batch.execute("INSERT INTO copy SELECT id FROM item WHERE name = ?", name);
                        }
                    });
                }
            }
            """;

    @TempDir
    Path folder;

    private Project project(String language) {
        var project = BatchedScripts.items(folder, ROWS);
        project.script("a2", "a", "CREATE TABLE copy (id INTEGER);", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
        if (language.equals("sql")) {
            BatchedScripts.up(project, SQL);
            return project.file("b.sql", "-- revision: b\n-- revises: a2\n-- migrate:up\n" + SQL);
        }
        return project.file("b.java", JAVA.replace("revises: a", "revises: a2"));
    }

    private static void assertEachRowOnce(Project project, String how) {
        assertEquals(List.of("1|" + ROWS), BatchedScripts.counts(project), how);
        assertEquals(List.of(ROWS + "|" + ROWS), project.query("SELECT count(*), count(DISTINCT id) FROM copy"), how);
        assertEquals(List.of(), BatchedScripts.journal(project), how);
        assertEquals(List.of("1"), project.query(
                "SELECT count(*) FROM migrate_event WHERE operation = 'up' AND subject = 'b'"), how);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql", "java"})
    void killedAgainAndAgainItComesToTheSameEnd(String language) {
        var project = project(language);
        long seed = new Random().nextLong();
        var random = new Random(seed);
        int inTheMiddle = 0;

        for (int i = 0; i < KILLS && !isDone(project); i++) {
            try (var process = MigrateProcess.start(project, "upgrade").awaitWords("Database:")) {
                pause(random.nextInt(250));
                process.kill();
            }
            inTheMiddle += project.query("SELECT 1 FROM migrate_journal WHERE position <> ''").size();
        }
        var how = language + ", seed " + seed;
        var last = project.migrate("upgrade");

        assertEquals(0, last.exitCode(), how + last.err());
        assertTrue(inTheMiddle > 1, how + ": " + inTheMiddle + " of " + KILLS + " left batches to do");
        assertEachRowOnce(project, how);
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql", "java"})
    void severalAtOnceTakeTurns(String language) {
        var project = project(language);
        var processes = Stream.of(1, 2, 3).map(it -> MigrateProcess.start(project, "upgrade", "--lock-timeout", "1m"))
                .toList();
        for (var process : processes) {
            var result = process.end();
            assertEquals(0, result.exitCode(), result.err());
        }
        assertEachRowOnce(project, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql", "java"})
    @DisabledOnOs(OS.WINDOWS)
    void controlCSaysHowFarItCameAndTheNextRunGoesOnThere(String language) {
        var project = project(language);
        try (var process = MigrateProcess.start(project, "upgrade").awaitWords("Database:")) {
            while (project.query("SELECT 1 FROM migrate_journal WHERE position <> ''").isEmpty()) {
                pause(5);
            }
            process.interrupt();
            var result = process.end();

            assertEquals(130, result.exitCode(), result.err());
            assertTrue(result.err().contains("interrupted"), result.err());
            assertTrue(result.err().contains(" of 12,000 rows of item are done"), result.err());
            assertTrue(result.err().contains("`migrate upgrade` goes on there"), result.err());
        }
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEachRowOnce(project, language);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCEndsALongPause() {
        var project = project("sql");
        project.file("b.sql", "-- revision: b\n-- revises: a2\n-- migrate:up\n" + SQL.replace("25ms", "10m"));
        try (var process = MigrateProcess.start(project, "upgrade").awaitWords("Database:")) {
            while (project.query("SELECT 1 FROM migrate_journal WHERE position <> ''").isEmpty()) {
                pause(5);
            }
            process.interrupt();
            assertEquals(130, process.end().exitCode());
        }
        assertEquals(List.of("0|11750", "1|250"), BatchedScripts.counts(project));
    }

    @Test
    void theApplicationWritesBetweenTheBatches() {
        var project = project("sql");
        try (var process = MigrateProcess.start(project, "upgrade", "--lock-timeout", "1m").awaitWords("Database:")) {
            int written = 0;
            while (!isDone(project)) {
                project.execute("PRAGMA busy_timeout = 60000; UPDATE item SET name = name || '' WHERE id = 7");
                written++;
                pause(20);
            }
            assertEquals(0, process.end().exitCode());
            assertTrue(written > 1, written + " writes while it ran");
        }
        assertEachRowOnce(project, "with an application");
    }

    private static boolean isDone(Project project) {
        return !project.query("SELECT 1 FROM migrate_revision WHERE revision = 'b'").isEmpty();
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
