package tests.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;

/** A script and its record are sent to the server in different ways, and are one all the same. */
class RecordsTest {
    @TempDir
    Path folder;

    static List<Server> servers() {
        return List.of(Server.POSTGRES, Server.MARIADB);
    }

    private static void refuseEventsOf(TestDatabase database, Server server, String revision) {
        if (server == Server.POSTGRES) {
            database.execute("""
                    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                    $$BEGIN RAISE 'no room for events'; END$$""", """
                    CREATE TRIGGER refuse BEFORE INSERT ON migrate_event FOR EACH ROW WHEN (NEW.subject = '%s')
                    EXECUTE FUNCTION refuse()""".formatted(revision));
        } else {
            database.execute("""
                    CREATE TRIGGER refuse BEFORE INSERT ON migrate_event FOR EACH ROW
                    IF NEW.subject = '%s' THEN
                        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no room for events';
                    END IF""".formatted(revision));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aScriptWhoseRecordIsRefusedLeavesNothing(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            project.script("a", "", "CREATE TABLE ward (id INT PRIMARY KEY);", "");
            project.script("b", "a", "INSERT INTO ward VALUES (1);", "");
            project.script("c", "b", "INSERT INTO ward VALUES (2);", "");
            project.script("d", "c", "INSERT INTO ward VALUES (3);", "");
            assertEquals(0, project.migrate("upgrade", "b").exitCode());
            refuseEventsOf(database, server, "c");

            var refused = project.migrate("upgrade");

            assertEquals(1, refused.exitCode(), refused.out());
            assertTrue(refused.err().contains("no room for events"), refused.err());
            assertEquals(List.of("a", "b"), database.query("SELECT revision FROM migrate_revision ORDER BY event"));
            assertEquals(List.of("1"), database.query("SELECT id FROM ward"));
            database.execute("DROP TRIGGER refuse" + (server == Server.POSTGRES ? " ON migrate_event" : ""));
            assertEquals(0, project.migrate("upgrade").exitCode());
            assertEquals(List.of("1", "2", "3"), database.query("SELECT id FROM ward ORDER BY id"));
            assertEquals(List.of("1", "2", "3", "4"), database.query("SELECT id FROM migrate_event ORDER BY id"));
        }
    }
}
