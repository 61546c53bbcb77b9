package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** A table that somebody else holds: readers get through, and who is in the way is named. */
class LocksTest {
    @TempDir
    Path folder;
    TestDatabase database;
    Project project;

    @BeforeEach
    void open() {
        database = Server.POSTGRES.database();
        database.execute("CREATE TABLE ward (id integer PRIMARY KEY, name text)",
                "INSERT INTO ward VALUES (1, 'West')");
        project = new Project(folder).on(database);
        project.script("a", "", "CREATE TABLE before_it (id integer);\nALTER TABLE ward ADD COLUMN beds integer;", "");
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** Leaves a transaction open that holds the row, as a program does that forgot it. */
    private Connection holder() throws SQLException {
        var holder = database.open();
        run(holder, "SET application_name = 'forgetful'", "BEGIN", "UPDATE ward SET name = 'secret-name' WHERE id = 1");
        return holder;
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void anIdleTransactionIsNamed() throws Exception {
        try (var holder = holder()) {
            var result = project.migrate("upgrade", "--lock-timeout", "1s");

            assertEquals(5, result.exitCode(), result.err());
            assertTrue(result.err().matches("(?s).*migrations/a.sql:8: .* held by process \\d+ \\(forgetful, "
                    + "user postgres, idle in transaction for \\d+ s: UPDATE ward SET name = \\? WHERE id = \\?\\).*"),
                    result.err());
            assertFalse(result.err().contains("secret-name"), result.err());
            run(holder, "COMMIT");
        }
        assertEquals(List.of(), project.query("SELECT relname FROM pg_class WHERE relname = 'before_it'"));
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void aRowThatIsHeldIsWaitedForToo() throws Exception {
        project.script("a", "", "UPDATE ward SET name = 'East';", "");
        try (var holder = holder()) {
            var result = project.migrate("upgrade", "--lock-timeout", "500ms");

            assertEquals(5, result.exitCode(), result.err());
            assertTrue(result.err().contains("forgetful"), result.err());
            run(holder, "ROLLBACK");
        }
    }

    @Test
    void readersGetThroughWhileAnAlterWaits() throws Exception {
        try (var holder = holder(); var reader = database.open();
             var process = MigrateProcess.start(project, "upgrade", "--lock-timeout", "50s")) {
            awaitWaiting();
            // Were the ALTER to wait for as long as it may, this would wait behind it, and fail.
            run(reader, "SET lock_timeout = '20s'", "SELECT * FROM ward");
            process.awaitWords("forgetful");
            run(holder, "COMMIT");

            var result = process.end();
            assertEquals(0, result.exitCode(), result.err());
        }
        assertEquals(List.of("1|secret-name|null"), project.query("SELECT id, name, beds FROM ward"));
        assertEquals(List.of("1"), project.query("SELECT count(*) FROM migrate_revision"));
    }

    private void awaitWaiting() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (!database.query("SELECT 1 FROM pg_locks l JOIN pg_stat_activity USING (pid) WHERE NOT granted "
                    + "AND query LIKE 'ALTER TABLE ward%'").isEmpty()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The ALTER does not wait.");
    }

    @Test
    void whoeverGivesInToADeadlockIsRunAgain() throws Exception {
        database.execute("CREATE TABLE other (id integer)");
        project.script("a", "", """
                LOCK TABLE other;
                SELECT pg_sleep(0.2);
                ALTER TABLE ward ADD COLUMN beds integer;""", "");
        try (var holder = holder(); var process = MigrateProcess.start(project, "upgrade", "--lock-timeout", "50s")) {
            awaitWaiting();
            // Whichever of the two the server chooses: this one may fail, the script has to be applied.
            try {
                run(holder, "SET LOCAL deadlock_timeout = '30s'", "LOCK TABLE other", "COMMIT");
            } catch (SQLException e) {
                run(holder, "ROLLBACK");
            }

            var result = process.end();
            assertEquals(0, result.exitCode(), result.err());
        }
        assertEquals(List.of("1"), project.query("SELECT count(*) FROM migrate_revision"));
    }
}
