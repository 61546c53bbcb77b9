package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.Server;

/** Whatever runs waits for a lock longer than one try, and is done once. */
class WaitingTest {
    @TempDir
    Path folder;

    private static void run(Connection connection, String... statements) throws Exception {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void batchesAndOwnTransactionsAndDataMigrationsAreRunAgain() throws Exception {
        try (var database = Server.POSTGRES.database()) {
            database.execute("CREATE TABLE ward (id integer PRIMARY KEY, beds integer NOT NULL)",
                    "INSERT INTO ward VALUES (1, 1)");
            var project = new Project(folder).on(database);
            project.file("a.sql", """
                    -- revision: a
                    -- revises:

                    -- migrate:up transaction:false
                    UPDATE ward SET beds = beds + 1;
                    BEGIN;
                    UPDATE ward SET beds = beds + 10;
                    COMMIT;
                    """);
            project.file("/more.sql", "UPDATE ward SET beds = beds + 100 WHERE id = 1;\n");

            for (var arguments : List.of(List.of("upgrade", "--lock-timeout", "50s"),
                    List.of("run", "more.sql", "--yes", "--lock-timeout", "50s"))) {
                try (var holder = database.open()) {
                    run(holder, "SET application_name = 'forgetful'", "BEGIN", "SELECT * FROM ward FOR UPDATE");
                    try (var process = MigrateProcess.start(project, arguments.toArray(String[]::new))) {
                        process.awaitWords("forgetful");
                        run(holder, "COMMIT");
                        var result = process.end();
                        assertEquals(0, result.exitCode(), result.err());
                        assertTrue(result.err().contains("Waiting for the database"), result.err());
                    }
                }
            }
            assertEquals(List.of("112"), project.query("SELECT beds FROM ward"));
        }
    }

    @Test
    void aTransactionOfTheScriptsOwnWaitsInOneGo() throws Exception {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            project.file("a.sql", "-- revision: a\n-- revises:\n\n-- migrate:up transaction:false\n"
                    + "BEGIN;\nCREATE TABLE seen AS SELECT current_setting('lock_timeout') AS t;\nCOMMIT;\n");

            assertEquals(0, project.migrate("upgrade", "--lock-timeout", "50s").exitCode());
            assertEquals(List.of("50s"), project.query("SELECT t FROM seen"));
        }
    }
}
