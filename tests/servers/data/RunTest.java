package tests.servers.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;
import tests.servers.Server;

/** Data migrations outside the history, on servers. */
class RunTest {
    private static final String CLASS = "tests.servers.data.Servers#all";
    private static final String TABLE = "CREATE TABLE ward (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20))";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource(CLASS)
    void whatFailsInTheMiddleLeavesNothing(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            database.execute(TABLE);
            project.file("/fix.sql", """
                    -- Name the wards
                    INSERT INTO ward VALUES (1, 'West');
                    INSERT INTO ward VALUES (2, 'East');
                    INSERT INTO ward VALUES (1, 'again');
                    """);

            var result = project.migrate("run", "fix.sql");

            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("fix.sql:4"), result.err());
            assertEquals(List.of(), project.query("SELECT * FROM ward"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void whatWasChangedIsToldAndRecorded(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            database.execute(TABLE, "INSERT INTO ward VALUES (1, 'West'), (2, 'East')");

            var dry = project.migrate("run", "-e", "UPDATE ward SET name = :name WHERE id = :id", "--param",
                    "name=North", "--param", "id=2", "--dry-run");
            assertEquals(0, dry.exitCode(), dry.err());
            assertEquals(List.of("West", "East"), project.query("SELECT name FROM ward ORDER BY id"));
            var result = project.migrate("run", "-e", "UPDATE ward SET name = :name WHERE id = :id", "--param",
                    "name=North", "--param", "id=2", "-m", "It was turned");

            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().contains("1 row changed"), result.out());
            assertEquals(List.of("West", "North"), project.query("SELECT name FROM ward ORDER BY id"));
            assertEquals(List.of("run|It was turned|1"),
                    project.query("SELECT operation, message, changed FROM migrate_event"));
        }
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void rowsThatJavaWritesAreCounted(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            database.execute(TABLE);
            project.file("/fill.java", """
                    class Fill implements Migration {
                        @Override
                        public void up(Op op) {
                            op.handle().execute("INSERT INTO ward VALUES (?, ?), (?, ?)", 1, "West", 2, "East");
                            op.handle().createUpdate("UPDATE ward SET name = :name WHERE id = 2").bind("name", "North")
                                    .execute();
                            try (var batch = op.handle().prepareBatch("INSERT INTO ward VALUES (:id, 'more')")) {
                                batch.bind("id", 3).add().bind("id", 4).add().execute();
                            }
                        }
                    }
                    """);

            var result = project.migrate("run", "fill.java");

            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().contains("Changed 5 rows"), result.out());
            assertEquals(List.of("5"), project.query("SELECT changed FROM migrate_event"));
        }
    }

    @Test
    void whatMariaDbCommitsByItselfIsRefusedBeforeAnythingRuns() {
        try (var database = Server.MARIADB.database()) {
            var project = new Project(folder).on(database);
            database.execute(TABLE);
            project.file("/fix.sql", "INSERT INTO ward VALUES (1, 'West');\n"
                    + "ALTER TABLE ward ADD COLUMN beds INTEGER;\n");

            var result = project.migrate("run", "fix.sql");

            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("fix.sql:2: `ALTER TABLE ward ADD COLUMN beds INTEGER` commits by itself"),
                    result.err());
            assertEquals(List.of(), project.query("SELECT * FROM ward"));
        }
    }

    @Test
    void postgresTakesBackWhatADryRunDidToTables() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            database.execute(TABLE);

            assertEquals(0, project.migrate("run", "--dry-run", "-e", "ALTER TABLE ward ADD COLUMN beds INTEGER")
                    .exitCode());

            assertEquals(List.of("2"), project.query("SELECT count(*) FROM information_schema.columns "
                    + "WHERE table_name = 'ward'"));
        }
    }
}
