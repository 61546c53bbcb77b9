package tests.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.servers.Server;

/** Statements that leave no trace have to say that they may be repeated. */
class RepeatableMarkTest {
    private static final String TABLE = "CREATE TABLE ward (id INTEGER PRIMARY KEY);";

    @TempDir
    Path folder;

    @Test
    void withoutTheMarkNothingRuns() {
        try (var database = Server.MARIADB.database()) {
            var project = new Project(folder).on(database).script("a", "", TABLE + "\nTRUNCATE TABLE ward;", "");
            var refused = project.migrate("upgrade", "--json");
            assertEquals("forbidden_statement", refused.errorKind());
            assertTrue(refused.out().contains("-- migrate:repeatable"), refused.out());
            assertEquals(List.of(), database.query("SHOW TABLES LIKE 'ward'"));
        }
    }

    @Test
    void withTheMarkItRunsAndIsRunAgain() {
        try (var database = Server.MARIADB.database()) {
            var project = new Project(folder).on(database).script("a", "", TABLE + """

                    -- migrate:repeatable
                    TRUNCATE TABLE ward;
                    -- migrate:repeatable
                    CALL nothing();
                    """, "");
            assertEquals(1, project.migrate("upgrade").exitCode());
            assertEquals(List.of("a|2"), database.query("SELECT revision, done FROM migrate_journal"));
            database.execute("CREATE PROCEDURE nothing() INSERT INTO ward VALUES (7)");
            assertEquals(0, project.migrate("upgrade").exitCode());
            assertEquals(List.of("7"), database.query("SELECT id FROM ward"));
        }
    }

    @Test
    void aMarkAboveNothingIsABadScript() {
        var project = new Project(folder).script("a", "", TABLE + "\n-- migrate:repeatable\n", "");
        assertEquals("bad_script", project.migrate("upgrade", "--json").errorKind());
    }

    @Test
    void whereNothingCommitsByItselfItChangesNothing() {
        var project = new Project(folder).script("a", "", "-- migrate:repeatable\n" + TABLE, "");
        assertEquals(0, project.migrate("upgrade").exitCode());
        project.script("a", "", TABLE, "");
        assertEquals("edited", project.migrate("upgrade", "--json").errorKind());
    }
}
