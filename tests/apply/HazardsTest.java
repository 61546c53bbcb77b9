package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** Statements that would lose rows are refused until somebody says that they may go. */
class HazardsTest {
    @TempDir
    Path folder;

    private Project project(String rows) {
        var project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, note TEXT);
                CREATE TABLE other (n INTEGER);""", "DROP TABLE item; DROP TABLE other;");
        assertEquals(0, project.migrate("upgrade").exitCode());
        if (!rows.isEmpty()) {
            project.execute(rows);
        }
        return project;
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TABLE item", "drop table if exists Item", "ALTER TABLE item DROP COLUMN note",
        "DELETE FROM item"})
    void whatWouldLoseRowsIsRefused(String statement) {
        var project = project("INSERT INTO item VALUES (1, 'x')");
        project.script("b", "a", "CREATE TABLE b (n INTEGER);\n" + statement + ";", "");
        var before = Dump.of(project.database());

        var result = project.migrate("upgrade", "--json");

        assertEquals(4, result.exitCode());
        assertEquals("hazard", result.errorKind());
        assertTrue(result.out().contains("migrations/b.sql:8"), result.out());
        assertTrue(result.out().contains("--allow drop-data"), result.out());
        assertEquals(before, Dump.of(project.database()));
        assertEquals(4, project.migrate("upgrade", "--dry-run").exitCode());

        assertEquals(0, project.migrate("upgrade", "--allow", "drop-data").exitCode());
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TABLE item", "ALTER TABLE item DROP COLUMN note", "DELETE FROM item",
        "DROP TABLE IF EXISTS nowhere"})
    void whereThereIsNothingToLoseNobodyIsAsked(String statement) {
        var project = project("").script("b", "a", statement + ";", "");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void aColumnThatHoldsOnlyNullsMayGo() {
        var project = project("INSERT INTO item (id) VALUES (1)")
                .script("b", "a", "ALTER TABLE item DROP COLUMN note;", "");

        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        """
        CREATE TABLE item_new (id INTEGER PRIMARY KEY, note TEXT NOT NULL);
        INSERT INTO item_new SELECT id, note FROM item;
        DROP TABLE item;
        ALTER TABLE item_new RENAME TO item;
        """, """
        ALTER TABLE item RENAME TO item_old;
        CREATE TABLE item (id INTEGER PRIMARY KEY, note TEXT NOT NULL);
        INSERT INTO item SELECT id, note FROM item_old;
        DROP TABLE item_old;
        """, "DELETE FROM item WHERE note IS NULL;"})
    void aRebuildByHandAndADeleteOfSomeRowsAreNot(String up) {
        var project = project("INSERT INTO item VALUES (1, 'x')").script("b", "a", up, "");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("1|x"), project.query("SELECT * FROM item"));
    }

    @Test
    void aWayDownIsLookedAtLikewise() {
        var project = project("INSERT INTO item VALUES (1, 'x')");

        var result = project.migrate("downgrade", "base");

        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("would lose the rows of item"), result.err());
        assertEquals(List.of("1|x"), project.query("SELECT * FROM item"));
        assertEquals(0, project.migrate("downgrade", "base", "--allow", "drop-data").exitCode());
    }

    @Test
    void aWayDownThatLosesNoRowsNeedsNoLeave() {
        assertEquals(0, project("").migrate("downgrade", "base").exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " transaction:false"})
    void rowsThatAnEarlierScriptOfTheSamePlanBroughtCountToo(String transaction) {
        var project = project("")
                .script("b", "a", "INSERT INTO other VALUES (1);", "")
                .file("c.sql", "-- revision: c\n-- revises: b\n-- migrate:up" + transaction + "\nDROP TABLE other;\n");

        var result = project.migrate("upgrade", "--json");

        assertEquals(4, result.exitCode());
        assertEquals("hazard", result.errorKind());
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
        assertEquals(List.of("1"), project.query("SELECT n FROM other"));
    }

    @Test
    void aHazardThatDoesNotExistIsWrongUsage() {
        var project = project("").script("b", "a", "CREATE TABLE b (n INTEGER);", "");

        var result = project.migrate("upgrade", "--allow", "everything", "--json");

        assertEquals(2, result.exitCode());
        assertTrue(result.out().contains("drop-data"), result.out());
        assertEquals(List.of("a"), Fixtures.applied(project));
    }

    @Test
    void whatTheSameRunHasMadeAndFilledMayGo() {
        var project = new Project(folder)
                .script("a", "", "CREATE TABLE seed (n); INSERT INTO seed VALUES (1);", "")
                .script("b", "a", "ALTER TABLE seed RENAME TO \"Old Seed\";", "")
                .script("c", "b", "DROP TABLE \"old seed\";", "");

        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void whatAnotherRunHasFilledMayNotGo() {
        var project = new Project(folder)
                .script("a", "", "CREATE TABLE seed (n); INSERT INTO seed VALUES (1);", "")
                .script("b", "a", "CREATE TABLE other (n); DROP TABLE other; ALTER TABLE seed RENAME TO other;", "")
                .script("c", "b", "DROP TABLE other;", "");
        project.migrate("upgrade", "a");

        assertEquals(4, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1"), project.query("SELECT n FROM other"));
    }
}
