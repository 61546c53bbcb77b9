package tests.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.PgBouncer;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** A pooler stands between the runners and the server, and gives each transaction another connection. */
class PoolerTest {
    @TempDir
    Path folder;
    private TestDatabase database;
    private PgBouncer pooler;
    private HeldScript held;

    @BeforeEach
    void start() throws Exception {
        database = Server.POSTGRES.database();
        pooler = PgBouncer.before(database, folder.resolve("pooler"), 4);
        held = new HeldScript(new Project(folder).on(database).environment("DB_RESTRACK", pooler.url())
                .environment("MIGRATE_LEASE", "3s"));
    }

    @AfterEach
    void stop() throws Exception {
        if (pooler != null) {
            pooler.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void runnersTakeTurns() {
        held.letGo();
        try (var other = MigrateProcess.start(held.project(), "upgrade")) {
            var result = held.project().migrate("upgrade");

            assertEquals(0, result.exitCode(), result.err());
            var second = other.end();
            assertEquals(0, second.exitCode(), second.err());
        }
        assertEquals(List.of("1", "2", "3"), held.project().query("SELECT n FROM a ORDER BY n"));
    }

    @Test
    void theLeaseOfOneThatIsKilledIsWaitedOutBecauseItsConnectionIsNotItsOwn() {
        try (var holder = held.start()) {
            assertEquals(List.of(""), held.project().query("SELECT seat FROM migrate_lease WHERE part = 'beat'"));
            holder.kill();
            held.letGo();

            var result = held.project().migrate("upgrade", "--lock-timeout", "20s");

            assertEquals(0, result.exitCode(), result.err());
        }
        assertEquals(List.of("1", "2", "3"), held.project().query("SELECT n FROM a ORDER BY n"));
    }

    @Test
    void oneThatStandsStillInATransactionIsOvertaken() {
        try (var stopped = held.start()) {
            stopped.suspend();
            held.letGo();

            var result = held.project().migrate("upgrade", "--lock-timeout", "20s");

            assertEquals(0, result.exitCode(), result.err());
            stopped.resume();
            assertEquals("overtaken", stopped.end().errorKind());
        }
        assertEquals(List.of("1", "2", "3"), held.project().query("SELECT n FROM a ORDER BY n"));
    }
}
