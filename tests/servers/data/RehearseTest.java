package tests.servers.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;
import tests.Result;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Upgrades on clones of databases on servers, and databases that are taken over. */
class RehearseTest {
    private static final String CLASS = "tests.servers.data.Servers#all";

    @TempDir
    Path folder;

    private Project project(TestDatabase database) {
        var project = new Project(folder).on(database);
        project.script("a1", "", "CREATE TABLE ward (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20));\n"
                + "INSERT INTO ward VALUES (1, 'West'), (2, 'East');", "DROP TABLE ward;");
        assertEquals(0, project.migrate("upgrade").exitCode());
        return project;
    }

    /** Both compare schemas, where those can be read. */
    private static Result run(Project project, String... command) {
        var result = project.migrate(command);
        return result;
    }

    private static List<String> rows(Project project) {
        return project.query("SELECT * FROM ward ORDER BY id");
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void anUpgradeThatLeadsBackHolds(Server server) {
        try (var database = server.database()) {
            var project = project(database).script("b2", "a1", "ALTER TABLE ward ADD COLUMN beds INTEGER;\n"
                    + "UPDATE ward SET beds = 12;", "ALTER TABLE ward DROP COLUMN beds;");

            var result = run(project, "rehearse");

            assertEquals(0, result.exitCode(), result.out() + result.err());
            assertEquals(List.of("1|West", "2|East"), rows(project));
            assertEquals("a1\n", project.migrate("current").out());
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aWayBackThatLosesValuesIsNamed(Server server) {
        try (var database = server.database()) {
            var project = project(database).script("b2", "a1", "UPDATE ward SET name = 'gone' WHERE id = 2;",
                    "UPDATE ward SET name = 'South' WHERE id = 2;");

            var result = run(project, "rehearse");

            assertEquals(3, result.exitCode(), result.out() + result.err());
            assertTrue(result.out().contains("ward: other values in name"), result.out());
            assertEquals(List.of("1|West", "2|East"), rows(project));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aScriptThatFailsIsToldAndTheDatabaseIsNotTouched(Server server) {
        try (var database = server.database()) {
            var project = project(database).script("b2", "a1", "UPDATE ward SET name = 'x';\n"
                    + "INSERT INTO ward VALUES (1, 'again');", "");

            var result = run(project, "rehearse");

            assertEquals(1, result.exitCode(), result.out() + result.err());
            assertTrue(result.err().contains("This was a clone"), result.err());
            assertEquals(List.of("1|West", "2|East"), rows(project));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aDatabaseIsTakenOverByWhatItIs(Server server) {
        try (var database = server.database()) {
            database.execute("CREATE TABLE ward (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))");
            var project = new Project(folder).on(database)
                    .script("a1", "", "CREATE TABLE ward (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20));", "")
                    .script("b2", "a1", "ALTER TABLE ward ADD COLUMN beds INTEGER;", "");

            var result = run(project, "adopt");

            assertEquals(0, result.exitCode(), result.out() + result.err());
            assertEquals("a1\n", project.migrate("current").out());
            assertEquals(0, project.migrate("upgrade").exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void anEmptyFolderBeginsWithWhatIsThere(Server server) {
        try (var database = server.database()) {
            database.execute("CREATE TABLE ward (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))");
            var project = new Project(folder).on(database).file("migrate.properties", "");

            var result = run(project, "adopt", "--baseline");

            assertEquals(0, result.exitCode(), result.out() + result.err());
            assertTrue(project.migrate("upgrade").out().startsWith("Nothing to do."));
        }
    }
}
