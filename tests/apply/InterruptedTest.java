package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.MigrateProcess;
import tests.Project;

/** A run that is killed, or stopped with Ctrl-C: the next one ends as if nothing had happened. */
@Tag("torture")
class InterruptedTest {
    private static final int KILLS = 10;
    /** So many numbers that counting them takes longer than any test waits. */
    private static final String ENDLESS = "WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many "
            + "WHERE n < 1e15) SELECT n FROM many";

    @TempDir
    Path folder;

    private static Project project(Path folder, String journalMode) {
        var project = new Project(folder).file("/data/.keep", "");
        project.execute("PRAGMA journal_mode = " + journalMode);
        project.script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER, note TEXT);
                INSERT INTO item (n) WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many
                    WHERE n < 30000) SELECT n FROM many;""", "");
        for (int i = 0; i < 8; i++) {
            project.script("b" + i, i == 0 ? "a" : "b" + (i - 1), "CREATE TABLE t%d (n INTEGER);".formatted(i), "");
        }
        project.file("c.java", """
                // revision: c
                // revises: b7
                class Fill implements Migration {
                    public void up(Op op) {
                        for (int i = 0; i < 3000; i++) {
                            op.execute("INSERT INTO t1 VALUES (?)", i);
                        }
                    }
                }
                """);
        var halves = IntStream.range(0, 12).mapToObj("""
                UPDATE item SET n = n + 1 WHERE id %% 12 = %1$d;
                BEGIN;
                INSERT INTO t2 VALUES (%1$d);
                INSERT INTO t3 SELECT count(*) FROM t2;
                COMMIT;
                """::formatted).toList();
        project.file("d.sql", "-- revision: d\n-- revises: c\n-- migrate:up transaction:false\n"
                + String.join("", halves) + "VACUUM;\nCREATE TABLE last (n INTEGER);\n");
        return project.script("e", "d", """
                UPDATE item SET note = 'number ' || n || hex(zeroblob(40));
                CREATE TABLE item2 (id INTEGER PRIMARY KEY, n INTEGER NOT NULL, note TEXT);
                INSERT INTO item2 SELECT id, n, note FROM item;
                DROP TABLE item;
                ALTER TABLE item2 RENAME TO item;""", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void afterAKillTheNextRunEndsAsIfNothingHadHappened(String journalMode) {
        var undisturbed = project(folder.resolve("undisturbed"), journalMode);
        long takes = milliseconds(undisturbed);
        var expected = Dump.of(undisturbed.database());
        long seed = new Random().nextLong();
        var inTime = new AtomicInteger();

        IntStream.range(0, KILLS).parallel().forEach(i -> {
            var project = project(folder.resolve("killed" + i), journalMode);
            long delay = new Random(seed + i).nextLong(takes);
            try (var process = MigrateProcess.start(project, "upgrade").awaitWords("Database:")) {
                pause(delay);
                inTime.addAndGet(process.kill().exitCode() == 0 ? 0 : 1);
            }
            var how = "killed after %d of %d ms, seed %d".formatted(delay, takes, seed + i);

            var next = project.migrate("upgrade");

            assertEquals(0, next.exitCode(), how + ": " + next.err());
            assertEquals(expected, Dump.of(project.database()), how);
            assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"), how);
            assertEquals(List.of(journalMode), project.query("PRAGMA journal_mode"), how);
        });

        assertTrue(inTime.get() > KILLS / 4, inTime + " of " + KILLS + " were killed in time, seed " + seed);
    }

    private static long milliseconds(Project project) {
        try (var process = MigrateProcess.start(project, "upgrade").awaitWords("Database:")) {
            long start = System.nanoTime();
            assertEquals(0, process.end().exitCode());
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
    }

    @Test
    void aJavaScriptThatTakesTheProcessWithItLeavesNothing() {
        var project = Fixtures.threeTables(folder).file("d.java", """
                // revision: d
                // revises: c
                class Halts implements Migration {
                    public void up(Op op) {
                        op.execute("INSERT INTO a VALUES (1)");
                        op.execute("CREATE TABLE half (n INTEGER)");
                        Runtime.getRuntime().halt(9);
                    }
                }
                """);

        try (var process = MigrateProcess.start(project, "upgrade")) {
            assertEquals(9, process.end().exitCode());
        }

        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
        assertEquals(List.of("a", "b", "c"), Fixtures.tables(project));
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM a"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCRollsBackAndSaysSo() {
        var project = Fixtures.threeTables(folder);
        project.migrate("upgrade");
        project.script("d", "c", "CREATE TABLE d (n INTEGER);\nINSERT INTO d " + ENDLESS + ";", "");
        var before = Dump.of(project.database());

        try (var process = MigrateProcess.start(project, "upgrade").awaitWords("Database:")) {
            awaitJournal(project);
            process.interrupt();
            var result = process.end();

            assertEquals(130, result.exitCode(), result.err());
            assertTrue(result.err().contains("migrations/d.sql:8: interrupted"), result.err());
            assertTrue(result.err().contains("rolled back"), result.err());
        }
        assertEquals(before, Dump.of(project.database()));
        assertFalse(Files.exists(journal(project)), "the process itself has rolled back");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCStopsAJavaScriptAtItsNextStatement() {
        var project = Fixtures.threeTables(folder);
        project.migrate("upgrade");
        project.file("d.java", """
                // revision: d
                // revises: c
                class Endless implements Migration {
                    public void up(Op op) {
                        while (true) {
                            op.execute("INSERT INTO a VALUES (1)");
                        }
                    }
                }
                """);
        var before = Dump.of(project.database());

        try (var process = MigrateProcess.start(project, "upgrade").awaitWords("Database:")) {
            awaitJournal(project);
            process.interrupt();
            var result = process.end();

            assertEquals(130, result.exitCode(), result.err());
            assertTrue(result.err().contains("migrations/d.java:6"), result.err());
        }
        assertEquals(before, Dump.of(project.database()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCEndsAWaitForSomebodyElse() throws Exception {
        var project = Fixtures.threeTables(folder);
        project.migrate("upgrade", "b");
        try (var connection = project.open(); var lock = connection.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");
            try (var process = MigrateProcess.start(project, "upgrade", "--lock-timeout", "2m")
                    .awaitWords("Waiting for the database")) {
                process.interrupt();

                var result = process.end();
                assertEquals(130, result.exitCode());
                assertTrue(result.err().contains("Interrupted while waiting for"), result.err());
            }
        }
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCInAScriptWithoutATransactionKeepsWhatIsDone() {
        var project = Fixtures.threeTables(folder).file("d.sql", """
                -- revision: d
                -- revises: c
                -- migrate:up transaction:false
                CREATE TABLE d (n INTEGER);
                INSERT INTO d VALUES (1);
                INSERT INTO d %s;
                """.formatted(ENDLESS));
        try (var process = MigrateProcess.start(project, "upgrade").awaitWords("Database:")) {
            while (!process.said("c  Message of c")) {
                pause(5);
            }
            pause(300);
            process.interrupt();

            assertEquals(130, process.end().exitCode());
        }

        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
        project.file("d.sql", """
                -- revision: d
                -- revises: c
                -- migrate:up transaction:false
                CREATE TABLE d (n INTEGER);
                INSERT INTO d VALUES (1);
                INSERT INTO d VALUES (2);
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1", "2"), project.query("SELECT n FROM d"));
    }

    private static Path journal(Project project) {
        return Path.of(project.database() + "-journal");
    }

    private static void awaitJournal(Project project) {
        try {
            while (!Files.exists(journal(project)) || Files.size(journal(project)) == 0) {
                pause(5);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
