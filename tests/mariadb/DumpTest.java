package tests.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.Result;
import tests.servers.Server;

/** What a copy has to have on MariaDB besides tables and rows, and what it must not have. */
class DumpTest {
    private static final String HISTORY = "SELECT v, row_end FROM result FOR SYSTEM_TIME ALL ORDER BY row_end";

    @TempDir
    Path folder;

    @Test
    void formerRowsOfVersionedTablesComeBack() throws Exception {
        try (var database = Server.MARIADB.database()) {
            database.execute("CREATE TABLE result (id INT PRIMARY KEY, v INT) WITH SYSTEM VERSIONING",
                    "INSERT INTO result VALUES (1, 1)", "UPDATE result SET v = 2", "DELETE FROM result");
            var project = new Project(folder).on(database);
            var before = project.query(HISTORY);
            assertEquals(2, before.size());

            fine(project.migrate("backup"));
            database.execute("DROP TABLE result");
            fine(project.migrate("restore", copy().toString(), "--yes"));

            assertEquals(before, project.query(HISTORY));
        }
    }

    @Test
    void aCopyThatIsMadeWhileSomebodyHasTheTurnGivesItToNobody() throws Exception {
        try (var database = Server.MARIADB.database()) {
            var project = new Project(folder).on(database).script("a1", "", "CREATE TABLE ward (id INT);", "");
            fine(project.migrate("upgrade"));
            database.execute("UPDATE migrate_lease SET holder = 'somebody', expires = 9999999999999, seat = '' "
                    + "WHERE part = 'beat'");

            fine(project.migrate("backup"));
            database.execute("DROP TABLE migrate_lease");
            fine(project.migrate("restore", copy().toString(), "--yes"));

            assertEquals(List.of("0"), project.query("SELECT count(*) FROM migrate_lease WHERE holder = 'somebody'"));
            fine(project.script("b2", "a1", "CREATE TABLE bed (id INT);", "").migrate("upgrade", "--lock-timeout",
                    "2s"));
        }
    }

    @Test
    void aRowThatTheServerDoesNotTakeBackIsNotPrinted() throws Exception {
        try (var database = Server.MARIADB.database()) {
            database.execute("CREATE TABLE scan (id INT PRIMARY KEY, page LONGBLOB)",
                    "INSERT INTO scan VALUES (1, repeat('x', 10000000))");
            var project = new Project(folder).on(database);
            fine(project.migrate("backup"));

            var result = project.migrate("restore", copy().toString(), "--yes");

            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("raise its max_allowed_packet") && result.err().contains("not touched"),
                    () -> result.err().substring(0, Math.min(2000, result.err().length())));
            assertTrue(result.err().length() < 2000, "it is " + result.err().length() + " characters long");
            assertEquals(List.of("10000000"), project.query("SELECT length(page) FROM scan"));
        }
    }

    @Test
    void eventsStayDisabledInACloneAndAsTheyWereInTheDatabase() throws Exception {
        try (var database = Server.MARIADB.database()) {
            var project = new Project(folder).on(database).script("a1", "", "CREATE TABLE told (n VARCHAR(64));", "");
            fine(project.migrate("upgrade"));
            database.execute("CREATE EVENT `once a day` ON SCHEDULE EVERY 1 DAY DO DELETE FROM told");
            project.script("b2", "a1", "INSERT INTO told SELECT concat('told ', status) FROM information_schema.events "
                    + "WHERE event_schema = database();\n"
                    + "ALTER TABLE told ADD CHECK (n = 'told DISABLED');", "");

            fine(project.migrate("rehearse", "--no-down"));

            assertEquals(List.of("ENABLED"), project.query("SELECT status FROM information_schema.events "
                    + "WHERE event_schema = database()"));
        }
    }

    private Path copy() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.filter(it -> !it.toString().contains("before")).findFirst().orElseThrow();
        }
    }

    private static void fine(Result result) {
        assertTrue(result.exitCode() == 0, result.out() + result.err());
    }
}
