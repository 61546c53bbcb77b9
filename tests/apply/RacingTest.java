package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.MigrateProcess;
import tests.Project;
import tests.Result;

/** Several processes change one database at once. All of them plan before any of them gets to run. */
@Tag("torture")
class RacingTest {
    private static final String WAITING = "Waiting for the database";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void allEndWellAndEachScriptIsAppliedOnce(int processes) {
        var project = Fixtures.threeTables(folder).script("d", "c", "INSERT INTO a VALUES (1);", "");
        for (int i = 0; i < 20; i++) {
            project.script("e" + i, i == 0 ? "d" : "e" + (i - 1), "INSERT INTO a SELECT count(*) FROM a;", "");
        }
        project.file("/migrations/repeatable/v.sql", "CREATE VIEW v AS SELECT * FROM a;");

        var results = race(project, processes, "upgrade");

        results.forEach(it -> assertEquals(0, it.exitCode(), it.err()));
        assertEquals(24, Fixtures.applied(project).size());
        assertEquals(List.of("21"), project.query("SELECT count(*) FROM a"));
        assertEquals(List.of("1"), project.query("SELECT count(*) FROM migrate_event WHERE operation = 'repeatable'"));
        assertEquals(List.of("24"), project.query("SELECT count(*) FROM migrate_event WHERE operation = 'up'"));
    }

    @Test
    void scriptsThatStandAloneAreAppliedOnceToo() {
        var project = new Project(folder).script("a", "", "CREATE TABLE a (n INTEGER);", "");
        for (int i = 0; i < 6; i++) {
            project.script("s" + i, i == 0 ? "a" : "j" + (i - 1), """
                    CREATE TEMP TABLE t%1$d (n INTEGER);
                    INSERT INTO a VALUES (%1$d);""".formatted(i), "");
            project.file("j" + i + ".java", """
                    // revision: j%1$d
                    // revises: s%1$d
                    class J implements Migration {
                        public void up(Op op) {
                            op.execute("INSERT INTO a SELECT count(*) FROM a");
                        }
                    }
                    """.formatted(i));
        }

        var results = race(project, 2, "upgrade");

        results.forEach(it -> assertEquals(0, it.exitCode(), it.err()));
        assertEquals(13, Fixtures.applied(project).size());
        assertEquals(List.of("0", "1", "1", "3", "2", "5", "3", "7", "4", "9", "5", "11"),
                project.query("SELECT n FROM a ORDER BY rowid"));
    }

    @Test
    void noStatementOfAScriptWithoutATransactionRunsTwice() {
        var single = IntStream.range(0, 15).mapToObj("INSERT INTO a VALUES (%d);\n"::formatted).toList();
        var own = IntStream.range(15, 25).mapToObj("""
                BEGIN;
                INSERT INTO a VALUES (%1$d);
                UPDATE sum SET n = n + 1;
                COMMIT;
                VACUUM;
                """::formatted).toList();
        var project = new Project(folder)
                .script("a", "", """
                        CREATE TABLE a (n INTEGER);
                        CREATE TABLE sum (n INTEGER);
                        INSERT INTO sum VALUES (0);""", "")
                .file("b.sql", "-- revision: b\n-- revises: a\n-- migrate:up transaction:false\n"
                        + String.join("", single))
                .file("c.sql", "-- revision: c\n-- revises: b\n-- migrate:up transaction:false\n"
                        + String.join("", own))
                .script("d", "c", "INSERT INTO a VALUES (25);", "");

        var results = race(project, 3, "upgrade");

        results.forEach(it -> assertEquals(0, it.exitCode(), it.err()));
        assertEquals(List.of("a", "b", "c", "d"), Fixtures.applied(project));
        assertEquals(IntStream.rangeClosed(0, 25).mapToObj(Integer::toString).toList(),
                project.query("SELECT n FROM a ORDER BY rowid"));
        assertEquals(List.of("10"), project.query("SELECT n FROM sum"));
        assertEquals(List.of(), project.query("SELECT * FROM migrate_journal"));
    }

    @Test
    void whatSomebodyElseHasDoneMeanwhileIsLeftOut() {
        var project = Fixtures.threeTables(folder).file("c.sql", """
                -- revision: c
                -- revises: b
                -- migrate:up transaction:false
                BEGIN;
                CREATE TABLE c (n INTEGER);
                COMMIT;
                """);
        project.migrate("upgrade", "a");

        var results = racingWith(project, List.<String[]>of(new String[] {"upgrade"}),
                () -> assertEquals(0, project.migrate("upgrade", "b").exitCode()));

        assertEquals(0, results.get(0).exitCode(), results.get(0).err());
        assertEquals(List.of("up a", "up b", "up c"),
                project.query("SELECT operation || ' ' || subject FROM migrate_event ORDER BY id"));
    }

    @Test
    void bothWaysAtOnceLeaveNothingThatStandsOnNothing() {
        var project = new Project(folder);
        for (int i = 0; i < 12; i++) {
            project.script("s" + i, i == 0 ? "" : "s" + (i - 1), "CREATE TABLE t%d (n INTEGER);".formatted(i),
                    "DROP TABLE t%d;".formatted(i));
        }
        assertEquals(0, project.migrate("upgrade", "s5").exitCode());

        var results = race(project, List.of(new String[] {"upgrade"}, new String[] {"downgrade", "base"}));

        for (var result : results) {
            assertTrue(result.exitCode() == 0 || result.exitCode() == 5
                    && result.err().contains("Somebody else changed this database"), result.err());
        }
        var applied = Fixtures.applied(project);
        for (int i = 0; i < applied.size(); i++) {
            assertTrue(applied.contains("s" + i), applied.toString());
        }
        assertEquals(applied.size(), Fixtures.tables(project).size());
    }

    @Test
    void aDowngradeDoesNotPullTheGroundFromUnderWhatCameMeanwhile() {
        var project = Fixtures.threeTables(folder);
        project.migrate("upgrade", "b");

        var results = racingWith(project, List.<String[]>of(new String[] {"downgrade", "a"}),
                () -> assertEquals(0, project.migrate("upgrade").exitCode()));

        assertEquals(5, results.get(0).exitCode(), results.get(0).err());
        assertTrue(results.get(0).err().contains("c is applied now, and needs b"), results.get(0).err());
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " transaction:false"})
    void anUpgradeDoesNotBuildOnWhatWasTakenBackMeanwhile(String transaction) {
        var project = Fixtures.threeTables(folder)
                .file("c.sql", "-- revision: c\n-- revises: b\n-- migrate:up" + transaction + "\nCREATE TABLE c (n);");
        project.migrate("upgrade", "b");

        var results = racingWith(project, List.<String[]>of(new String[] {"upgrade"}),
                () -> assertEquals(0, project.migrate("downgrade", "a").exitCode()));

        assertEquals(5, results.get(0).exitCode(), results.get(0).err());
        assertTrue(results.get(0).err().contains("c needs b"), results.get(0).err());
        assertEquals(List.of("a"), Fixtures.applied(project));
        assertEquals(List.of("a"), Fixtures.tables(project));
    }

    private List<Result> race(Project project, int processes, String... arguments) {
        return race(project, IntStream.range(0, processes).mapToObj(i -> arguments).toList());
    }

    private List<Result> race(Project project, List<String[]> commands) {
        return racingWith(project, commands, () -> { });
    }

    /**
     * Gives the lock back at a moment when none of the suspended processes holds one. Trying for the write lock, a
     * process holds a read lock for an instant, and a commit that writes fails as long as somebody has one.
     */
    private static void release(Statement lock, List<MigrateProcess> suspended) throws SQLException {
        lock.execute("PRAGMA busy_timeout = 0");
        lock.execute("PRAGMA user_version = 1");
        for (int tries = 0; ; tries++) {
            try {
                lock.execute("COMMIT");
                return;
            } catch (SQLException e) {
                if (tries == 100) {
                    throw e;
                }
                suspended.forEach(MigrateProcess::resume);
                suspended.forEach(MigrateProcess::suspend);
            }
        }
    }

    /** Starts the commands and lets them plan; then lets something happen, and then lets them go on. */
    private List<Result> racingWith(Project project, List<String[]> commands, Runnable meanwhile) {
        var processes = new ArrayList<MigrateProcess>();
        try {
            project.file("/data/.keep", "");
            try (var connection = project.open(); var lock = connection.createStatement()) {
                lock.execute("BEGIN IMMEDIATE");
                for (var command : commands) {
                    processes.add(MigrateProcess.start(project, command));
                }
                processes.forEach(it -> it.awaitWords(WAITING));
                processes.forEach(MigrateProcess::suspend);
                release(lock, processes);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            meanwhile.run();
            processes.forEach(MigrateProcess::resume);
            return processes.stream().map(MigrateProcess::end).toList();
        } finally {
            processes.forEach(MigrateProcess::close);
        }
    }
}
