package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** A runner, a session or the whole server that is gone in the middle. */
class KilledTest {
    private static final String SLEEPING = "SELECT pid FROM pg_stat_activity WHERE wait_event = '%s' AND pid <> "
            + "pg_backend_pid() AND datname = current_database()";

    @TempDir
    Path folder;

    private static String await(TestDatabase database, String event) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            var pids = database.query(SLEEPING.formatted(event));
            if (!pids.isEmpty()) {
                return pids.get(0);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Nothing waits for " + event + ".");
    }

    private static void end(TestDatabase database, String pid) {
        database.query("SELECT pg_terminate_backend(" + pid + ")");
    }

    private Project sleeper(TestDatabase database) {
        return new Project(folder).on(database).script("a", "",
                "CREATE TABLE ward (id integer);\nSELECT pg_sleep(60);", "");
    }

    @Test
    void aRunnerThatIsKilledLeavesNothing() throws Exception {
        try (var database = Server.POSTGRES.database()) {
            var project = sleeper(database);
            try (var process = MigrateProcess.start(project, "upgrade")) {
                var pid = await(database, "PgSleep");
                process.kill();
                end(database, pid);
            }
            assertEquals("", project.migrate("current").out());
            project.script("a", "", "CREATE TABLE ward (id integer);", "");
            var again = project.migrate("upgrade");
            assertEquals(0, again.exitCode(), again.err());
        }
    }

    @Test
    void aSessionThatIsEndedIsToldAndLeavesNothing() throws Exception {
        try (var database = Server.POSTGRES.database()) {
            var project = sleeper(database);
            try (var process = MigrateProcess.start(project, "upgrade", "--json")) {
                end(database, await(database, "PgSleep"));
                var result = process.end();
                assertEquals(1, result.exitCode(), result.err());
                assertEquals("connection_lost", result.errorKind());
            }
            assertEquals("", project.migrate("current").out());
        }
    }

    @Test
    void ctrlCRollsBackAndSaysSo() throws Exception {
        try (var database = Server.POSTGRES.database()) {
            var project = sleeper(database);
            try (var process = MigrateProcess.start(project, "upgrade")) {
                await(database, "PgSleep");
                process.interrupt();
                var result = process.end();
                assertEquals(130, result.exitCode(), result.err());
                assertTrue(result.err().contains("rolled back"), result.err());
            }
            assertEquals("", project.migrate("current").out());
        }
    }

    @Test
    void aCommitThatWasNotAnsweredIsSettledByAsking() throws Exception {
        var server = Server.POSTGRES;
        server.database().close();
        // No standby ever answers: a COMMIT that waits for one is done, and its answer does not come.
        var own = server.start(folder.resolve("server"), Server.freePort(), "synchronous_standby_names=*",
                "synchronous_commit=local");
        try {
            var database = own.database();
            var project = new Project(folder).on(database).script("a", "",
                    "CREATE TABLE ward (id integer);\nSET LOCAL synchronous_commit = on;", "");
            project.script("b", "a", "CREATE TABLE bed (id integer);", "");
            try (var process = MigrateProcess.start(project, "upgrade")) {
                end(database, await(database, "SyncRep"));
                var result = process.end();
                assertEquals(0, result.exitCode(), result.err());
            }
            assertEquals(List.of("a", "b"), project.query("SELECT revision FROM migrate_revision ORDER BY 1"));

            // What is deferred is done at the COMMIT: a server that is killed there has not committed.
            project.script("c", "b", """
                    CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60);
                    RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON bed DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
                    EXECUTE FUNCTION slow();
                    INSERT INTO bed VALUES (1);""", "");
            try (var process = MigrateProcess.start(project, "upgrade", "--lock-timeout", "30s")) {
                await(database, "PgSleep");
                own.kill();
                Thread.sleep(300);
                own = server.start(folder.resolve("server"), own.port());
                var result = process.end();
                assertEquals(1, result.exitCode(), result.err());
                assertTrue(result.err().contains("it has been rolled back"), result.err());
            }
            assertEquals("b\n", project.migrate("current").out());
        } finally {
            own.stop();
        }
    }
}
