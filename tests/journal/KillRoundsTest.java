package tests.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.Running;
import tests.servers.Server;

/** Runners, and now and then the server, are killed at random moments; in the end each statement has happened once. */
@Tag("torture")
class KillRoundsTest {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int SCRIPTS = 5;

    @TempDir
    Path folder;

    @Test
    void eachStatementHappensOnceWhateverIsKilled() throws IOException {
        assumeTrue(Server.MARIADB.missing().isEmpty());
        long seed = System.nanoTime();
        System.out.println("KillRoundsTest seed " + seed);
        var random = new Random(seed);
        int port = Server.freePort();
        var server = start(port);
        try {
            long end = System.nanoTime() + NANOS;
            for (int round = 0; System.nanoTime() < end; round++) {
                try (var database = server.database()) {
                    round(random, new Project(folder.resolve("r" + round)).on(database), server, port, "seed " + seed
                            + ", round " + round);
                }
            }
        } finally {
            server.stop();
        }
    }

    private Running start(int port) throws IOException {
        return Server.MARIADB.start(folder.resolve("server"), port, "--innodb-flush-log-at-trx-commit=1",
                "--innodb-flush-method=fsync");
    }

    private void round(Random random, Project project, Running server, int port, String where) throws IOException {
        write(project);
        int kills = 1 + random.nextInt(4);
        for (int i = 0; i < kills; i++) {
            try (var upgrade = MigrateProcess.start(project, "upgrade")) {
                pause(300 + random.nextInt(700));
                if (random.nextInt(6) == 0) {
                    server.kill();
                    upgrade.end();
                    start(port);
                } else {
                    upgrade.kill();
                }
            }
        }
        try (var last = MigrateProcess.start(project, "upgrade")) {
            var result = last.end();
            assertEquals(0, result.exitCode(), where + "\n" + result.out() + result.err());
        }
        assertOnce(project, where);
    }

    /** Each script counts what it does: a column, a row, a number. A second time would fail, or show. */
    private static void write(Project project) {
        project.script("s0", "", "CREATE TABLE counter (id INTEGER PRIMARY KEY, n INTEGER NOT NULL);\n"
                + "INSERT INTO counter VALUES (1, 0);\n"
                + "CREATE TABLE log (id INTEGER AUTO_INCREMENT PRIMARY KEY, s TEXT);", "");
        for (int i = 1; i <= SCRIPTS; i++) {
            project.script("s" + i, "s" + (i - 1), """
                    UPDATE counter SET n = n + 1;
                    ALTER TABLE counter ADD COLUMN c%1$d INTEGER DEFAULT %1$d;
                    INSERT INTO log (s) VALUES ('%1$d');
                    CREATE TABLE t%1$d (id INTEGER PRIMARY KEY, n INTEGER);
                    INSERT INTO t%1$d VALUES (1, %1$d);
                    RENAME TABLE t%1$d TO u%1$d;
                    CREATE OR REPLACE VIEW v AS SELECT n FROM u%1$d;
                    UPDATE counter SET n = n + 1;
                    DROP VIEW v;
                    CREATE INDEX by_n ON u%1$d (n);
                    """.formatted(i), "");
        }
    }

    private static void assertOnce(Project project, String where) {
        var expected = new ArrayList<>(List.of("1", String.valueOf(2 * SCRIPTS)));
        var revisions = new ArrayList<>(List.of("s0"));
        var logged = new ArrayList<String>();
        for (int i = 1; i <= SCRIPTS; i++) {
            expected.add(String.valueOf(i));
            revisions.add("s" + i);
            logged.add(String.valueOf(i));
            assertEquals(List.of("1|" + i), project.query("SELECT * FROM u" + i), where);
        }
        assertEquals(List.of(String.join("|", expected)), project.query("SELECT * FROM counter"), where);
        assertEquals(logged, project.query("SELECT s FROM log ORDER BY id"), where);
        assertEquals(revisions, project.query("SELECT revision FROM migrate_revision ORDER BY event"), where);
        assertEquals(revisions, project.query("SELECT subject FROM migrate_event ORDER BY id"), where);
        assertEquals(List.of(), project.query("SELECT revision FROM migrate_journal"), where);
        assertEquals(List.of(), project.query("SHOW TABLES LIKE 't_'"), where);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
