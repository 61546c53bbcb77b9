package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** Scripts that say {@code transaction:false}: statement by statement, with a journal. */
class JournaledScriptTest {
    @TempDir
    Path folder;

    @Test
    void whatIsDoneStandsAndTheRestFollowsOnceTheFailedStatementIsMended() {
        var project = Fixtures.stepByStep(folder, """
                INSERT INTO a VALUES (1);
                INSERT INTO a VALUES (2);
                INSERT INTO a VALUES (1);
                INSERT INTO a VALUES (4);
                """);

        var failed = project.migrate("upgrade");

        assertEquals(1, failed.exitCode());
        assertTrue(failed.err().contains("migrations/b.sql:8: "), failed.err());
        assertTrue(failed.err().contains("    INSERT INTO a VALUES (1)"), failed.err());
        assertEquals(List.of("a"), Fixtures.applied(project));
        assertEquals(List.of("1", "2"), project.query("SELECT n FROM a"));
        assertEquals(List.of("b|up|2"), Fixtures.journal(project));
        assertTrue(project.migrate("status").out().contains("half applied  b"), project.migrate("status").out());
        assertEquals(3, project.migrate("check").exitCode());

        Fixtures.stepByStep(project, """
                INSERT INTO a VALUES (1); -- a comment is no edit
                INSERT INTO a VALUES (2);
                INSERT INTO a VALUES (3);
                INSERT INTO a VALUES (4);
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1", "2", "3", "4"), project.query("SELECT n FROM a"));
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
        assertEquals(List.of(), Fixtures.journal(project));
    }

    @Test
    void theSameEndAsWithoutAnInterruption() {
        var whole = new Project(folder.resolve("whole")).script("a", "", "CREATE TABLE a (n INTEGER UNIQUE);", "");
        Fixtures.stepByStep(whole, "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (3);\n").migrate("upgrade");
        var broken = new Project(folder.resolve("broken")).script("a", "", "CREATE TABLE a (n INTEGER UNIQUE);", "");
        Fixtures.stepByStep(broken, "INSERT INTO a VALUES (1);\nINSERT INTO nowhere VALUES (3);\n").migrate("upgrade");

        Fixtures.stepByStep(broken, "INSERT INTO a VALUES (1);\nINSERT INTO a VALUES (3);\n").migrate("upgrade");

        assertEquals(Dump.of(whole.database()), Dump.of(broken.database()));
    }

    @Test
    void anEditOfThePartThatIsDoneIsRefused() {
        var project = Fixtures.stepByStep(folder, "INSERT INTO a VALUES (1);\nOOPS;\n");
        project.migrate("upgrade");
        Fixtures.stepByStep(project, "INSERT INTO a VALUES (7);\nINSERT INTO a VALUES (8);\n");

        var result = project.migrate("upgrade", "--json");

        assertEquals(4, result.exitCode());
        assertEquals("half_applied", result.errorKind());
        assertEquals(List.of("1"), project.query("SELECT n FROM a"));
    }

    @Test
    void repairSettlesItEitherWay() {
        var project = Fixtures.stepByStep(folder, "INSERT INTO a VALUES (1);\nOOPS;\n");
        project.migrate("upgrade");

        assertEquals(2, project.migrate("repair", "b", "--reason", "by hand").exitCode());
        assertEquals(0, project.migrate("repair", "b", "--as", "pending", "--reason", "undone by hand").exitCode());
        assertEquals(List.of("a"), Fixtures.applied(project));
        assertEquals(List.of(), Fixtures.journal(project));

        project.execute("DELETE FROM a");
        project.migrate("upgrade");
        assertEquals(List.of("b|up|1"), Fixtures.journal(project));
        assertEquals(0, project.migrate("repair", "b", "--as", "applied", "--reason", "done by hand").exitCode());
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
        assertEquals(List.of(), Fixtures.journal(project));
        assertEquals(List.of("as pending: undone by hand", "as applied: done by hand"),
                project.query("SELECT detail FROM migrate_event WHERE operation = 'repair' ORDER BY id"));
        assertTrue(project.migrate("upgrade").out().contains("Nothing to do"));
    }

    @Test
    void aPragmaHasItsEffectThereAndIsGoneAfterwards() {
        var project = Fixtures.stepByStep(folder, """
                CREATE TABLE child (n INTEGER REFERENCES a (n));
                PRAGMA foreign_keys = OFF;
                INSERT INTO child VALUES (7);
                """).script("c", "b", "INSERT INTO child VALUES (8);", "");

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("migrations/c.sql:7: "), result.err());
        assertTrue(result.err().contains("FOREIGN KEY"), result.err());
        assertEquals(List.of("7"), project.query("SELECT n FROM child"));
    }

    @Test
    void aPragmaIsSaidAgainWhenTheScriptIsResumed() {
        var project = Fixtures.stepByStep(folder, """
                PRAGMA foreign_keys = OFF;
                CREATE TABLE child (n INTEGER REFERENCES a (n));
                OOPS;
                """);
        project.migrate("upgrade");
        Fixtures.stepByStep(project, """
                PRAGMA foreign_keys = OFF;
                CREATE TABLE child (n INTEGER REFERENCES a (n));
                INSERT INTO child VALUES (7);
                """);

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("7"), project.query("SELECT n FROM child"));
    }

    @Test
    void vacuumAndTheJournalModeWorkAndStay() {
        var project = Fixtures.stepByStep(folder, """
                VACUUM;
                PRAGMA journal_mode = WAL;
                INSERT INTO a VALUES (1);
                """);

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("wal"), project.query("PRAGMA journal_mode"));
        assertEquals(List.of("1"), project.query("SELECT n FROM a"));
    }

    @Test
    void attachedDatabasesAreThereAgainWhenTheScriptIsResumed() {
        var other = folder.resolve("other.db");
        var start = "ATTACH '%s' AS other;\nCREATE TABLE other.x (n);\n".formatted(other);
        var project = Fixtures.stepByStep(folder, start + "OOPS;\n");
        project.migrate("upgrade");
        Fixtures.stepByStep(project, start + "INSERT INTO a SELECT count(*) FROM other.x;\n");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("0"), project.query("SELECT n FROM a"));
    }

    @Test
    void aTemporaryTableOrASavepointIsRefusedBecauseItCouldNotBeResumed() {
        for (var statement : List.of("CREATE TEMP TABLE t (n)", "SAVEPOINT s")) {
            var result = Fixtures.stepByStep(folder, statement + ";\n").migrate("upgrade", "--json");
            assertEquals("forbidden_statement", result.errorKind(), statement);
        }
    }

    @Test
    void theWayDownIsResumedToo() {
        var project = Fixtures.stepByStep(folder, "INSERT INTO a VALUES (1);\n").file("c.sql", """
                -- revision: c
                -- revises: b
                -- migrate:up
                CREATE TABLE c (n INTEGER);
                CREATE TABLE c2 (n INTEGER);
                -- migrate:down transaction:false
                DROP TABLE c2;
                DROP TABLE c;
                """);
        project.migrate("upgrade");
        project.execute("DROP TABLE c");

        assertEquals(1, project.migrate("downgrade", "b").exitCode());
        assertEquals(List.of("c|down|1"), Fixtures.journal(project));
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
        assertTrue(project.migrate("status").out().contains("half applied  c"));

        var up = project.migrate("upgrade", "--json");
        assertEquals(4, up.exitCode());
        assertEquals("half_applied", up.errorKind());

        project.execute("CREATE TABLE c (n INTEGER)");
        assertEquals(0, project.migrate("downgrade", "b").exitCode());
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
        assertEquals(List.of("a"), Fixtures.tables(project));
        assertEquals(List.of(), Fixtures.journal(project));
    }

    @Test
    void whatAHalfAppliedScriptStandsOnIsNotTakenBack() {
        var project = Fixtures.stepByStep(folder, "INSERT INTO a VALUES (1);\nOOPS;\n");
        project.migrate("upgrade");

        var result = project.migrate("downgrade", "base", "--json");

        assertEquals(4, result.exitCode());
        assertEquals("half_applied", result.errorKind());
        assertEquals(List.of("1"), project.query("SELECT n FROM a"));
    }

    @Test
    void aHalfAppliedScriptIsNoBaseAndIsNotStampedAway() {
        var project = Fixtures.stepByStep(folder, "CREATE TABLE b (n);\nOOPS;\n");
        project.migrate("upgrade");

        assertEquals("half_applied", project.migrate("downgrade", "a", "--json").errorKind());
        assertEquals("half_applied", project.migrate("stamp", "a", "--json").errorKind());
        assertEquals("[\"b\"]", project.migrate("current", "--json").json().get("halfApplied").toString());
        assertEquals(0, project.migrate("stamp", "a", "--purge").exitCode());
        assertEquals(List.of(), Fixtures.journal(project));
    }
}
