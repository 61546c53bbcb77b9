package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.postgres.PostgresDialect;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.Server;

/** Connections with PostgreSQL: what they are for, and what is said where there is none. */
class SessionsTest {
    @TempDir
    Path folder;

    @Test
    void aSessionForReadingCannotWrite() throws SQLException {
        try (var database = Server.POSTGRES.database();
             var toolkit = new PostgresDialect().openForReading(DatabaseUrl.parse(database.url(), folder),
                     new Access(Duration.ofSeconds(5), true, holders -> { })).orElseThrow();
             var statement = toolkit.connection().createStatement()) {
            var error = assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE ward (id int)"));

            assertEquals("25006", error.getSQLState());
        }
    }

    @Test
    void aHostThatNobodyKnowsIsCalledThat() {
        var result = new Project(folder).script("a", "", "SELECT 1;", "")
                .migrate("status", "--url", "postgresql://bob:geheim@no-such-host.invalid/db");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("No host of that name is known"), result.err());
    }

    @Test
    void aCopyDoesNotSayThatSomebodyHasTheTurn() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            project.script("a", "", "CREATE TABLE ward (id int PRIMARY KEY);", "DROP TABLE ward;");
            assertEquals(0, project.migrate("upgrade").exitCode());
            database.execute("UPDATE migrate_lease SET holder = 'somebody', expires = 99999999999999");
            assertEquals(0, project.migrate("backup", folder.resolve("copy.dump").toString()).exitCode());
            database.execute("UPDATE migrate_lease SET holder = '', expires = 0");

            var result = project.migrate("restore", folder.resolve("copy.dump").toString(), "--yes");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(List.of(), project.query("SELECT * FROM migrate_lease WHERE holder = 'somebody'"));
            assertEquals(0, project.migrate("downgrade", "base").exitCode());
        }
    }

    @Test
    void theDriverDoesNotWriteWhatItFindsInAUrl() {
        var project = new Project(folder);
        project.script("a", "", "SELECT 1;", "");
        for (var url : List.of("postgresql://bob:geheim/db", "jdbc:postgresql://bob:geheim/db",
                "postgresql://bob:geheim@localhost/db?port=x")) {
            try (var process = MigrateProcess.start(project, "status", "-v", "--url", url)) {
                var result = process.end();

                assertTrue(result.exitCode() > 0 && result.err().startsWith("Error: ")
                        && !result.err().contains("geheim"), result.err());
            }
        }
    }
}
