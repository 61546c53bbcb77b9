package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts with {@code transaction:false} that have transactions of their own. */
class OwnTransactionsTest {
    @TempDir
    Path folder;

    @Test
    void itsOwnTransactionsAreKeptOrUndoneWhole() {
        var project = Fixtures.stepByStep(folder, """
                BEGIN;
                INSERT INTO a VALUES (1);
                INSERT INTO a VALUES (2);
                COMMIT;
                BEGIN EXCLUSIVE;
                INSERT INTO a VALUES (3);
                INSERT INTO a VALUES (1);
                COMMIT;
                """);

        assertEquals(1, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1", "2"), project.query("SELECT n FROM a"));
        assertEquals(List.of("b|up|4"), Fixtures.journal(project));

        Fixtures.stepByStep(project, """
                BEGIN;
                INSERT INTO a VALUES (1);
                INSERT INTO a VALUES (2);
                COMMIT;
                BEGIN;
                INSERT INTO a VALUES (3);
                ROLLBACK;
                BEGIN;
                INSERT INTO a VALUES (4);
                END;
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1", "2", "4"), project.query("SELECT n FROM a"));
    }

    @Test
    void aTransactionThatEndsItselfIsBegunAgain() {
        var project = Fixtures.stepByStep(folder, """
                BEGIN;
                INSERT INTO a VALUES (1);
                INSERT OR ROLLBACK INTO a VALUES (1);
                COMMIT;
                """);

        assertEquals(1, project.migrate("upgrade").exitCode());
        assertEquals(List.of(), project.query("SELECT n FROM a"));
        assertEquals(List.of(), Fixtures.journal(project));
    }

    @Test
    void aTransactionThatIsLeftOpenIsRolledBackAndNamed() {
        var project = Fixtures.stepByStep(folder, "BEGIN;\nINSERT INTO a VALUES (1);\n");

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("ends with its transaction open"), result.err());
        assertEquals(List.of(), project.query("SELECT n FROM a"));
        Fixtures.stepByStep(project, "BEGIN;\nINSERT INTO a VALUES (1);\nCOMMIT;\n");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1"), project.query("SELECT n FROM a"));
    }

    @Test
    void aCommitWithoutABeginIsNoStepForward() {
        var project = Fixtures.stepByStep(folder, "INSERT INTO a VALUES (1);\nCOMMIT;\nINSERT INTO a VALUES (2);\n");

        assertEquals(1, project.migrate("upgrade").exitCode());
        assertEquals(List.of("b|up|1"), Fixtures.journal(project));
        assertEquals(1, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1"), project.query("SELECT n FROM a"));
    }

    @Test
    void deferredKeysThatFailAtItsCommitAreNoStepForward() {
        var project = Fixtures.stepByStep(folder, """
                CREATE TABLE child (n INTEGER REFERENCES a (n) DEFERRABLE INITIALLY DEFERRED);
                BEGIN;
                INSERT INTO child VALUES (7);
                COMMIT;
                """);

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("migrations/b.sql:9: "), result.err());
        assertEquals(List.of("b|up|1"), Fixtures.journal(project));
        assertEquals(List.of(), project.query("SELECT n FROM child"));
    }
}
