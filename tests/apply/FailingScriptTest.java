package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** A script that fails leaves nothing of itself, and what came before it stands. */
class FailingScriptTest {
    @TempDir
    Path folder;

    /** A table that refuses 1 a second time, and one that ends the transaction over it. */
    private Project project() {
        return new Project(folder).script("a", "", """
                CREATE TABLE item (n INTEGER NOT NULL UNIQUE);
                CREATE TABLE strict_item (n INTEGER UNIQUE ON CONFLICT ROLLBACK);
                CREATE TABLE parent (id INTEGER PRIMARY KEY);
                CREATE TABLE child (parent INTEGER REFERENCES parent);
                CREATE TABLE guarded (n INTEGER);
                CREATE TRIGGER guard BEFORE INSERT ON guarded WHEN new.n < 0 BEGIN
                    SELECT RAISE(ROLLBACK, 'negative');
                END;
                INSERT INTO item VALUES (1);
                INSERT INTO strict_item VALUES (1);
                """, "")
                .script("c", "b", "CREATE TABLE late (n INTEGER);", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "INSERT INTO item VALUES (1)",
        "INSERT INTO item SELECT NULL",
        "INSERT INTO nowhere VALUES (1)",
        "CREATE TABL x",
        "INSERT INTO child VALUES (7)",
        "INSERT OR ROLLBACK INTO item VALUES (1)",
        "INSERT OR FAIL INTO item VALUES (2), (1)",
        "INSERT INTO strict_item VALUES (1)",
        "INSERT INTO guarded VALUES (-1)",
        "UPDATE item SET n = 1 / 0",
        "SELECT abs(column1) FROM (VALUES (1), (-9223372036854775807 - 1))",
    })
    void leavesNothingOfItselfAndIsNamedWithItsLine(String failing) {
        var project = project();
        project.script("b", "a", """
                CREATE TABLE early (n INTEGER);
                INSERT INTO item VALUES (100);

                %s;
                INSERT INTO item VALUES (101);""".formatted(failing), "");
        project.migrate("upgrade", "a");
        var before = Dump.of(project.database());

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode(), result.err());
        assertTrue(result.err().contains("migrations/b.sql:10: "), result.err());
        assertTrue(result.err().contains("    " + failing), result.err());
        assertEquals(before, Dump.of(project.database()));

        project.script("b", "a", "CREATE TABLE early (n INTEGER);", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "INSERT INTO item VALUES (1)",
        "INSERT OR ROLLBACK INTO item VALUES (1)",
        "INSERT INTO strict_item VALUES (1)",
        "INSERT INTO guarded VALUES (-1)",
    })
    void whatCameBeforeInTheSameRunStands(String failing) {
        var project = project().script("b", "a", "CREATE TABLE early (n INTEGER);\n" + failing + ";", "");

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode(), result.err());
        assertEquals(List.of("a"), Fixtures.applied(project));
        assertEquals(List.of("child", "guarded", "item", "parent", "strict_item"), Fixtures.tables(project));
        assertTrue(result.out().contains("up    a"), result.out());
    }

    @Test
    void deferredKeysThatFailAtTheCommitAreNamedWithTheScript() {
        var project = project().script("b", "a", """
                CREATE TABLE late_child (parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO late_child VALUES (7);""", "");

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode(), result.err());
        assertTrue(result.err().contains("migrations/b.sql: "), result.err());
        assertTrue(result.err().contains("FOREIGN KEY"), result.err());
        assertEquals(List.of("a"), Fixtures.applied(project));

        project.script("b", "a", "CREATE TABLE early (n INTEGER);", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void aFullDiskLosesOnlyTheScriptThatFillsIt() {
        var project = project().script("b", "a", """
                CREATE TABLE early (n INTEGER);
                INSERT INTO item WITH RECURSIVE many (n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM many WHERE n < 1e5)
                    SELECT n FROM many;""", "");
        var small = "jdbc:sqlite:" + project.database() + "?max_page_count=60";

        var result = project.migrate("upgrade", "--url", small, "--json");

        assertEquals(1, result.exitCode(), result.out());
        assertEquals("disk_full", result.errorKind());
        assertTrue(result.out().contains("migrations/b.sql:8"), result.out());
        assertEquals(List.of("a"), Fixtures.applied(project));
        assertEquals(List.of("1"), project.query("SELECT n FROM item"));
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));

        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
    }

    @Test
    void aWayDownThatFailsLeavesEverythingAsItWas() {
        var project = Fixtures.threeTables(folder)
                .script("d", "c", "CREATE TABLE d (n INTEGER);", "DROP TABLE d;\nDROP TABLE nowhere;");
        project.migrate("upgrade");
        var before = Dump.of(project.database());

        var result = project.migrate("downgrade", "base");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("migrations/d.sql:11: "), result.err());
        assertEquals(before, Dump.of(project.database()));
    }

    @Test
    void whatCannotBeReadStopsEverythingBeforeAnythingRuns() {
        var project = Fixtures.threeTables(folder).script("d", "c", "INSERT INTO a VALUES ('never closed);", "");

        var result = project.migrate("upgrade", "--json");

        assertEquals("bad_script", result.errorKind());
        assertTrue(result.out().contains("migrations/d.sql"), result.out());
        assertTrue(Files.notExists(project.database()), "nothing was created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "BEGIN", "ROLLBACK", "PRAGMA foreign_keys = OFF", "PRAGMA journal_mode = WAL",
        "VACUUM"})
    void whatHasNoPlaceInATransactionIsRefusedBeforeAnythingRuns(String statement) {
        var project = Fixtures.threeTables(folder).script("d", "c", statement + ";", "");

        var result = project.migrate("upgrade", "--json");

        assertEquals("forbidden_statement", result.errorKind());
        assertTrue(result.out().contains("transaction:false"), result.out());
        assertTrue(Files.notExists(project.database()), "nothing was created");
    }
}
