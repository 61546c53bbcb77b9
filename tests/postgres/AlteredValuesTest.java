package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Another type of a column does not change values without being asked. */
class AlteredValuesTest {
    @TempDir
    Path folder;
    TestDatabase database;
    Project project;

    @BeforeEach
    void open() {
        database = Server.POSTGRES.database();
        database.execute("""
                CREATE TABLE "Größe" (id int, "select" numeric(10,4), at timestamp, d double precision, t time,
                    n bigint)""",
                "INSERT INTO \"Größe\" VALUES (1, 1.5678, '2020-01-01 10:00:00.5', 0.5, '10:00:00.5', 7)",
                "INSERT INTO \"Größe\" VALUES (2, NULL, NULL, NULL, NULL, NULL)");
        project = new Project(folder).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void alter(String action) {
        project.script("b", "a", "ALTER TABLE ONLY \"Größe\" ADD COLUMN x int, " + action + ";", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER \"select\" TYPE numeric ( 10 , 2 )", "ALTER COLUMN \"select\" SET DATA TYPE int4",
        "ALTER at TYPE date", "ALTER AT TYPE timestamp(0)", "ALTER d TYPE integer", "ALTER t TYPE time(0)"})
    void whatWouldChangeIsRefusedBeforeAnythingRuns(String action) {
        project.script("a", "", "CREATE TABLE other (id int);", "");
        alter(action);

        for (var arguments : List.of("upgrade", "upgrade --dry-run", "upgrade --json")) {
            var result = project.migrate(arguments.split(" "));

            assertEquals(4, result.exitCode(), result.out() + result.err());
            assertTrue((result.out() + result.err()).contains("1 value of "), result.out() + result.err());
        }
        assertEquals(List.of(), project.query(
                "SELECT relname FROM pg_class WHERE relname IN ('other', 'migrate_event')"));
        assertEquals(0, project.migrate("upgrade", "--allow", "change-data").exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER \"select\" TYPE numeric(12,4)", "ALTER \"select\" TYPE text", "ALTER d TYPE numeric",
        "ALTER \"select\" TYPE int USING round(\"select\")", "ALTER at TYPE timestamptz", "ALTER n TYPE smallint"})
    void whatKeepsItsValuesOrIsMeantRuns(String action) {
        project.script("a", "", "CREATE TABLE other (id int);", "");
        alter(action);

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void aJavaMigrationIsLookedAtToo() {
        project.file("a.java", """
                // revision: a
                // revises:
                class Rounds implements Migration {
                    public void up(Op op) {
                        op.execute("ALTER TABLE \\"Größe\\" ALTER COLUMN d TYPE int");
                    }
                }
                """);

        var result = project.migrate("upgrade");

        assertEquals(4, result.exitCode(), result.err());
        assertEquals(List.of("0.5"), project.query("SELECT d FROM \"Größe\" WHERE id = 1"));
        assertEquals(0, project.migrate("upgrade", "--allow", "change-data").exitCode());
    }

    @Test
    void backupsOfHazardsAreMadeForItToo() {
        project.script("a", "", "ALTER TABLE \"Größe\" ALTER COLUMN d TYPE int;", "");
        project.environment("MIGRATE_BACKUP", "hazard");

        var result = project.migrate("upgrade", "--allow", "change-data");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue((result.out() + result.err()).contains("backup"), result.out() + result.err());
    }
}
