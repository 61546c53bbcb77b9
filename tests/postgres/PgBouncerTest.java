package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.servers.PgBouncer;
import tests.servers.Server;

/** Behind a pooler that gives each transaction another session. */
class PgBouncerTest {
    @TempDir
    Path folder;

    @Test
    void scriptsRunAndNothingStaysInTheSessions() throws Exception {
        try (var database = Server.POSTGRES.database();
             var bouncer = PgBouncer.before(database, folder.resolve("bouncer"), 2)) {
            var project = new Project(folder).on(database).environment("DB_RESTRACK", bouncer.url());
            project.script("a", "", "CREATE TABLE ward (id integer, "
                    + "limit_ text DEFAULT current_setting('lock_timeout'));\nINSERT INTO ward VALUES (1);",
                    "DROP TABLE ward;");
            project.file("b.java", """
                    // revision: b
                    // revises: a
                    class InJava implements Migration {
                        public void up(Op op) {
                            for (int i = 2; i < 12; i++) {
                                op.handle().execute("INSERT INTO ward (id) VALUES (?)", i);
                            }
                        }
                    }
                    """);
            project.file("c.sql", "-- revision: c\n-- revises: b\n\n-- migrate:up transaction:false\n"
                    + "CREATE INDEX CONCURRENTLY ward_id ON ward (id);\n");

            var result = project.migrate("upgrade");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(List.of("2s|11"), project.query("SELECT limit_, count(*) FROM ward GROUP BY 1"));
            assertEquals("c (head)\n", project.migrate("current").out());
            try (var other = new org.postgresql.Driver().connect("jdbc:" + bouncer.url().replace("postgres@", "")
                    + "?user=postgres&prepareThreshold=0", new java.util.Properties());
                 var statement = other.createStatement(); var rows = statement.executeQuery("SHOW lock_timeout")) {
                assertTrue(rows.next());
                assertEquals("0", rows.getString(1));
            }
        }
    }

    @Test
    void whoIsInTheWayIsNamedThere() throws Exception {
        try (var database = Server.POSTGRES.database();
             var bouncer = PgBouncer.before(database, folder.resolve("bouncer"), 3); var holder = database.open();
             var statement = holder.createStatement()) {
            database.execute("CREATE TABLE ward (id integer)");
            statement.execute("SET application_name = 'forgetful'");
            statement.execute("BEGIN");
            statement.execute("SELECT * FROM ward");
            var project = new Project(folder).on(database).environment("DB_RESTRACK", bouncer.url());
            project.script("a", "", "ALTER TABLE ward ADD COLUMN beds integer;", "");

            var result = project.migrate("upgrade", "--lock-timeout", "1s");

            assertEquals(5, result.exitCode(), result.err());
            assertTrue(result.err().contains("forgetful"), result.err());
            statement.execute("ROLLBACK");
        }
    }
}
