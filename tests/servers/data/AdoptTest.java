package tests.servers.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Databases on servers that something else has made, and records of what did not run here. */
class AdoptTest {
    private static final String CLASS = "tests.servers.data.Servers#all";
    private static final String WARD = "CREATE TABLE ward (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))";

    @TempDir
    Path folder;

    private Project project(TestDatabase database) {
        return new Project(folder).on(database)
                .script("a1", "", WARD + ";", "DROP TABLE ward;")
                .script("b2", "a1", "INSERT INTO ward VALUES (1, 'West');", "DELETE FROM ward WHERE id = 1;");
    }

    /** {@return what an upgrade is refused with} */
    private static String refused(Project project) {
        var result = project.migrate("upgrade");
        assertEquals(4, result.exitCode(), result.out() + result.err());
        return result.err();
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void anUpgradeNamesTheHistoryOfAnotherTool(Server server) {
        var bool = server == Server.POSTGRES ? "true" : "1";
        try (var database = server.database()) {
            database.execute(WARD, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)",
                    "INSERT INTO alembic_version VALUES ('a1')");
            assertTrue(refused(project(database)).contains("alembic"));
            database.execute("DROP TABLE alembic_version",
                    "CREATE TABLE flyway_schema_history (installed_rank INT NOT NULL PRIMARY KEY, version VARCHAR(50), "
                            + "description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000), "
                            + "success BOOLEAN NOT NULL)",
                    "INSERT INTO flyway_schema_history VALUES (1, 'a1', 'd', 'SQL', 'a1.sql', " + bool + ")");
            var flyway = refused(project(database));
            assertTrue(flyway.contains("flyway") && !flyway.contains("failed"), flyway);
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aDatabaseThatLiquibaseHasLockedIsBusy(Server server) {
        try (var database = server.database()) {
            var bit = server == Server.POSTGRES ? "BOOLEAN" : "BIT(1)";
            database.execute(WARD, "CREATE TABLE databasechangelog (id VARCHAR(255), author VARCHAR(255), "
                            + "orderexecuted INT, exectype VARCHAR(10))",
                    "CREATE TABLE databasechangeloglock (id INT NOT NULL PRIMARY KEY, locked " + bit
                            + " NOT NULL, lockgranted TIMESTAMP NULL, lockedby VARCHAR(255))",
                    "INSERT INTO databasechangeloglock VALUES (1, " + (server == Server.POSTGRES ? "true" : "b'1'")
                            + ", NULL, 'somebody')");

            var result = project(database).migrate("upgrade");

            assertEquals(5, result.exitCode(), result.err());
            assertTrue(result.err().contains("locked since null by somebody"), result.err());
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void whatIsRecognisedIsRecordedInADatabaseWithoutTablesOfOurs(Server server) {
        try (var database = server.database()) {
            var project = project(database);
            database.execute(WARD);

            var result = project.migrate("adopt", "--as", "a1");

            assertEquals(0, result.exitCode(), result.out() + result.err());
            assertEquals(List.of("a1"), project.query("SELECT revision FROM migrate_revision"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void whatIsStampedCountsAsApplied(Server server) {
        try (var database = server.database()) {
            var project = project(database);
            database.execute(WARD);

            assertEquals(0, project.migrate("stamp", "a1").exitCode());
            var result = project.migrate("upgrade");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(List.of("1|West"), project.query("SELECT * FROM ward"));
            assertEquals(List.of("a1", "b2"), project.query("SELECT revision FROM migrate_revision ORDER BY revision"));
            project.script("b2", "a1", "INSERT INTO ward VALUES (1, 'West Wing');", "DELETE FROM ward WHERE id = 1;");
            assertEquals(0, project.migrate("repair", "b2", "--reason", "a new name").exitCode());
            assertEquals(0, project.migrate("downgrade", "-1", "--allow", "drop-data").exitCode());
            assertEquals(List.of(), project.query("SELECT * FROM ward"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void aDatabaseWithoutAnyRecordIsRecognised(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database).script("a1", "", WARD + ";", "DROP TABLE ward;");
            database.execute(WARD);

            var result = project.migrate("adopt");

            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().contains("(recognised)"), result.out());
            assertEquals(List.of("0"), project.query("SELECT count(*) FROM ward"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void keepingWhatIsTakenAwayIsRefusedBeforeAnythingRuns(Server server) {
        try (var database = server.database()) {
            var project = project(database);
            assertEquals(0, project.migrate("upgrade").exitCode());

            var result = project.migrate("downgrade", "base", "--keep-data");

            assertEquals(1, result.exitCode(), result.out());
            assertTrue(result.err().contains("`--keep-data` cannot keep rows and values on this"), result.err());
            assertEquals(List.of("1|West"), project.query("SELECT * FROM ward"));
        }
    }
}
