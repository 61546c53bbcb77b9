package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** What is certain to be refused is refused before the first script runs; what may still come right is not. */
class BeforehandTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void rowsThatAreThere() {
        project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, size TEXT);
                INSERT INTO item VALUES (1, 'abc');
                CREATE TABLE other (id INTEGER PRIMARY KEY);
                CREATE TRIGGER mends AFTER INSERT ON other BEGIN DELETE FROM item; END;
                CREATE VIEW sizes AS SELECT size FROM item;""", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "CREATE TABLE b (n) ; ALTER TABLE item ALTER size TYPE INTEGER ; hazard",
        "CREATE TABLE b (n) ; ALTER TABLE item ADD CHECK (id > 1) ; rows_in_the_way",
        "CREATE TABLE b (size) ; ALTER TABLE item ADD UNIQUE (size), ADD CHECK (id > 1) ; rows_in_the_way",
        "CREATE TABLE b (n) ; ALTER TABLE item DROP COLUMN size ; dependents",
        "DROP VIEW IF EXISTS nothing ; ALTER TABLE item ADD CHECK (id > 1) ; rows_in_the_way",
    })
    void whatIsCertainStopsThePlan(String before, String alter, String kind) {
        project.script("b", "a", before + ";", "").script("c", "b", alter + ";", "");

        var result = project.migrate("upgrade", "--json", "--allow", "drop-data");

        assertEquals(kind, result.errorKind(), result.out());
        assertTrue(result.out().contains("migrations/c.sql:7: "), result.out());
        assertEquals(List.of("a"), Fixtures.applied(project));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE item SET size = '1' ; ALTER TABLE item ALTER size TYPE INTEGER",
        "DELETE FROM item WHERE id = 1 ; ALTER TABLE item ADD CHECK (id > 1)",
        "INSERT INTO other VALUES (1) ; ALTER TABLE item ADD CHECK (id > 1)",
        "DROP VIEW sizes ; ALTER TABLE item DROP COLUMN size",
        "CREATE TABLE role (id INTEGER PRIMARY KEY) ; ALTER TABLE item ADD role INTEGER REFERENCES role (id)",
        "INSERT INTO other VALUES (1) ; ALTER TABLE item ADD FOREIGN KEY (id) REFERENCES other (id)",
    })
    void whatAnEarlierScriptClearsIsNotRefused(String scripts) {
        var parts = scripts.split(" ; ");
        project.script("b", "a", parts[0] + ";", "").script("c", "b", parts[1] + ";", "");

        var result = project.migrate("upgrade", "--allow", "drop-data");

        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void behindJavaItIsRefusedWhenItsTurnComes() {
        project.file("b.java", """
                // revision: b
                // revises: a
                class Sleeps implements Migration {
                    public void up(Op op) {
                        op.execute("CREATE TABLE b (n)");
                    }
                }
                """).script("c", "b", "ALTER TABLE item ADD CHECK (id > 1);", "");

        assertEquals("rows_in_the_way", project.migrate("upgrade", "--json").errorKind());

        assertEquals(List.of("a", "b"), Fixtures.applied(project));
    }

    @Test
    void aWayDownIsLookedAtLikewise() {
        project.script("b", "a", "ALTER TABLE item ADD note TEXT;", "ALTER TABLE item ALTER size TYPE INTEGER;")
                .script("c", "b", "CREATE INDEX c ON other (id);", "DROP INDEX c;");
        project.migrate("upgrade");

        var result = project.migrate("downgrade", "a", "--json");

        assertEquals("hazard", result.errorKind());
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
        assertEquals(0, project.migrate("downgrade", "a", "--allow", "change-data").exitCode());
    }
}
