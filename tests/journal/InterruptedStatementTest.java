package tests.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.Result;
import tests.servers.Server;
import tests.servers.TestDatabase;

/**
 * A runner that is killed at each point around a statement that commits by itself. Another session that uses the table
 * holds the statement, and one that uses the journal holds what is written behind it.
 */
class InterruptedStatementTest {
    private static final String ALTER = "ALTER TABLE ward ADD COLUMN beds INTEGER DEFAULT 7";

    @TempDir
    Path folder;
    private TestDatabase database;
    private Project project;

    @BeforeEach
    void start() {
        database = Server.MARIADB.database();
        project = new Project(folder).on(database);
        project.script("a", "", "CREATE TABLE ward (id INTEGER PRIMARY KEY, n INTEGER);\n"
                + "INSERT INTO ward VALUES (1, 0);", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
        project.script("b", "a", "UPDATE ward SET n = n + 1;\n" + ALTER + ";\nUPDATE ward SET n = n + 10;", "");
    }

    @AfterEach
    void drop() {
        if (database != null) {
            database.close();
        }
    }

    /** Starts an upgrade whose ALTER waits for others, and kills it there. {@return the server's connection} */
    private String killDuringAlter() {
        try (var upgrade = MigrateProcess.start(project, "upgrade")) {
            var connection = Held.awaitWaiting(database, "ALTER TABLE%");
            upgrade.kill();
            return connection;
        }
    }

    private void endConnection(String connection) {
        try {
            database.server().administer("KILL " + connection);
        } catch (IllegalStateException e) {
            // It has noticed by itself that its client is gone.
            assertTrue(e.getMessage().contains("Unknown thread id"), e.getMessage());
        }
        for (int i = 0; i < 2000 && !database.query("SELECT 1 FROM information_schema.processlist WHERE id = "
                + connection).isEmpty(); i++) {
            Thread.onSpinWait();
        }
    }

    /** Kills the runner and ends its connection while its ALTER waits. */
    private void killBeforeAlter() {
        var held = holdWard();
        try {
            endConnection(killDuringAlter());
        } finally {
            held.release();
        }
    }

    private Held holdWard() {
        return new Held(database, "SELECT * FROM ward");
    }

    private void assertAppliedOnce() {
        assertEquals(List.of("1|11|7"), database.query("SELECT * FROM ward"));
        assertEquals(List.of("a", "b"), database.query("SELECT revision FROM migrate_revision ORDER BY event"));
        assertEquals(List.of("1", "2"), database.query("SELECT id FROM migrate_event ORDER BY id"));
        assertEquals(List.of(), database.query("SELECT * FROM migrate_journal"));
        assertEquals(List.of(), database.query("SHOW DATABASES LIKE 'migrate\\_scratch\\_%'"));
    }

    @Test
    void aStatementThatDidNotHappenIsRun() {
        killBeforeAlter();
        assertEquals(List.of("b|up|1|0"),
                database.query("SELECT revision, direction, done, trace IS NULL FROM migrate_journal"));
        assertTrue(project.migrate("status").out().contains("half applied  b"));
        var resumed = project.migrate("upgrade");
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(resumed.out().contains("was interrupted before it happened"), resumed.out());
        assertAppliedOnce();
    }

    @Test
    void aStatementThatTheServerGoesOnWithIsAwaitedAndNotRunTwice() {
        Result resumed;
        try (var held = holdWard(); var again = startWhileItWaits()) {
            held.release();
            resumed = again.end();
        }
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertAppliedOnce();
    }

    private MigrateProcess startWhileItWaits() {
        killDuringAlter();
        var again = MigrateProcess.start(project, "upgrade");
        for (int i = 0; i < 400 && database.query("SELECT 1 FROM information_schema.processlist WHERE db = '"
                + database.name() + "' AND command = 'Sleep'").isEmpty(); i++) {
            Thread.onSpinWait();
        }
        return again;
    }

    @Test
    void aStatementThatHappenedIsNotRunAgain() {
        killBehindAlter();
        assertEquals(1, database.query("SHOW COLUMNS FROM ward LIKE 'beds'").size());
        var resumed = project.migrate("upgrade");
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertTrue(resumed.out().contains("had happened when it was interrupted"), resumed.out());
        assertAppliedOnce();
    }

    @Test
    void whoMayNotTryAStatementIsToldTheRightThatIsEnough() {
        var user = "u_" + database.name();
        database.execute("CREATE USER " + user + "@'127.0.0.1' IDENTIFIED BY 'pw'",
                "GRANT ALL ON " + database.name() + ".* TO " + user + "@'127.0.0.1'");
        try {
            project.environment("DB_RESTRACK", "mariadb://" + user + ":pw@127.0.0.1:" + database.server().port() + "/"
                    + database.name() + "?sslMode=disable");
            killBehindAlter();
            var refused = project.migrate("upgrade");
            assertEquals(4, refused.exitCode(), refused.err());
            assertTrue(refused.err().contains("GRANT ALL ON `migrate\\_scratch\\_%`.* TO '" + user + "'@"),
                    refused.err());

            database.execute("GRANT ALL ON `migrate\\_scratch\\_%`.* TO " + user + "@'127.0.0.1'");
            assertEquals(0, project.migrate("upgrade").exitCode());
            assertAppliedOnce();
        } finally {
            database.execute("DROP USER " + user + "@'127.0.0.1'");
        }
    }

    /** The ALTER waits until the journal is held; then it goes on, and what is written behind it waits. */
    private void killBehindAlter() {
        try (var ward = holdWard(); var upgrade = MigrateProcess.start(project, "upgrade")) {
            Held.awaitWaiting(database, "ALTER TABLE%");
            try (var journal = new Held(database, "SELECT * FROM migrate_journal FOR UPDATE")) {
                ward.release();
                var connection = Held.awaitRunning(database, "DELETE FROM migrate_journal%");
                upgrade.kill();
                endConnection(connection);
                journal.release();
            }
        }
    }

    @Test
    void theLastStatementIsRecordedWithoutBeingRunAgain() {
        project.script("b", "a", "UPDATE ward SET n = n + 11;\n" + ALTER + ";", "");
        killBehindAlter();
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertAppliedOnce();
    }

    @Test
    void whatSomebodyElseHasChangedIsAskedAbout() {
        killBeforeAlter();
        database.execute("ALTER TABLE ward ADD COLUMN nurses INTEGER");

        var refused = project.migrate("upgrade");

        assertEquals(4, refused.exitCode());
        assertTrue(refused.err().contains("ward is neither as it was before nor as the statement makes it"),
                refused.err());
        assertTrue(refused.err().contains("migrate repair b --statement done --reason"), refused.err());
        assertEquals(List.of("1|1|null"), database.query("SELECT * FROM ward"));
        assertEquals(4, project.migrate("upgrade").exitCode());

        assertEquals(2, repair("undone", "--as", "applied").exitCode());
        var settled = repair("undone");
        assertEquals(0, settled.exitCode(), settled.err());
        assertEquals(2, repair("done").exitCode());
        database.execute("ALTER TABLE ward DROP COLUMN nurses");
        var resumed = project.migrate("upgrade");
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertEquals(List.of("1|11|7"), database.query("SELECT * FROM ward"));
        assertEquals(List.of("statement 2 undone: looked at it"),
                database.query("SELECT detail FROM migrate_event WHERE operation = 'repair'"));
    }

    private Result repair(String statement, String... more) {
        var arguments = new ArrayList<>(List.of("repair", "b", "--statement", statement, "--reason", "looked at it"));
        arguments.addAll(List.of(more));
        return project.migrate(arguments.toArray(String[]::new));
    }

    @Test
    void aStatementThatCountsAsDoneIsPassedOver() {
        killBeforeAlter();
        database.execute("ALTER TABLE ward ADD COLUMN beds BIGINT DEFAULT 7");
        assertEquals(4, project.migrate("upgrade").exitCode());
        assertEquals(0, repair("done").exitCode());
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1|11|7"), database.query("SELECT * FROM ward"));
    }

    @Test
    void anEditOfTheStatementItselfIsRefused() {
        killBeforeAlter();
        project.script("b", "a", "UPDATE ward SET n = n + 1;\n" + ALTER.replace("7", "8") + ";", "");
        assertEquals(4, project.migrate("upgrade").exitCode());
        assertEquals(4, repair("done").exitCode());
    }
}
