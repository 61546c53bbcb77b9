package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.MigrateProcess;
import tests.Project;

/** A process that is killed while it keeps or brings back: a table is there or kept, never both or neither. */
@Tag("torture")
class KeepDataKilledTest {
    private static final int KILLS = 4;
    private static final List<String> TABLES = List.of("t0", "t1", "t2");

    @TempDir
    Path folder;

    private static Project project(Path folder, String transaction) {
        var create = new StringBuilder();
        var drop = new StringBuilder();
        for (var table : TABLES) {
            create.append("CREATE TABLE ").append(table).append(" (id INTEGER PRIMARY KEY, v);\n");
            drop.append("DROP TABLE ").append(table).append(";\n");
        }
        var project = new Project(folder).file("a.sql", "-- revision: a\n-- migrate:up " + transaction + "\n" + create
                + "-- migrate:down " + transaction + "\n" + drop);
        assertEquals(0, project.migrate("upgrade").exitCode());
        for (var table : TABLES) {
            project.execute("INSERT INTO " + table + " WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 "
                    + "FROM many WHERE n < 40000) SELECT n, 'value ' || n || hex(zeroblob(30)) FROM many");
        }
        return project;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "transaction:false"})
    void eachTableIsThereOrKept(String transaction) {
        var project = project(folder, transaction);
        var before = Contents.of(project);
        long takes = millis(project, "downgrade", "base", "--keep-data");
        millis(project, "upgrade");
        long seed = new Random().nextLong();
        var random = new Random(seed);

        for (int i = 0; i < KILLS; i++) {
            kill(project, random.nextLong(takes + 1), "downgrade", "base", "--keep-data");
            requireOneOfBoth(project, "seed " + seed);
            finish(project, "downgrade", "base", "--keep-data");
            kill(project, random.nextLong(takes + 1), "upgrade");
            requireOneOfBoth(project, "seed " + seed);
            finish(project, "upgrade");
            assertEquals(before, Contents.of(project), "seed " + seed);
        }
    }

    private static void requireOneOfBoth(Project project, String words) {
        for (var table : TABLES) {
            long rows = rows(project, "SELECT name FROM sqlite_schema WHERE name = '" + table + "'");
            if (!project.query("SELECT 1 FROM sqlite_schema WHERE name = 'migrate_kept'").isEmpty()) {
                rows += rows(project, "SELECT side_table FROM migrate_kept WHERE table_name = '" + table + "'");
            }
            assertEquals(40000, rows, words + ": " + table);
        }
    }

    private static long rows(Project project, String tables) {
        return project.query(tables).stream()
                .mapToLong(it -> Long.parseLong(project.query("SELECT count(*) FROM " + it).get(0))).sum();
    }

    private static void finish(Project project, String... command) {
        var result = project.migrate(command);
        assertEquals(0, result.exitCode(), result.err());
    }

    private static void kill(Project project, long after, String... command) {
        try (var process = MigrateProcess.start(project, command).awaitWords("Database:")) {
            TimeUnit.MILLISECONDS.sleep(after);
            process.kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long millis(Project project, String... command) {
        long start = System.nanoTime();
        try (var process = MigrateProcess.start(project, command).awaitWords("Database:")) {
            start = System.nanoTime();
            assertEquals(0, process.end().exitCode());
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
