package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;
import tests.Result;

/** Scripts that were edited, have vanished, appeared too late, or that the folder does not know. */
class AgreementTest {
    @TempDir
    Path folder;
    Project project;

    @BeforeEach
    void applyTwoOfThree() {
        project = Fixtures.threeTables(folder);
        assertEquals(0, project.migrate("upgrade", "b").exitCode());
    }

    /** Runs a command that has to be refused, and looks whether it has changed anything. */
    private Result refused(int exitCode, String kind, String... command) {
        var before = Dump.of(project.database());
        var arguments = new String[command.length + 1];
        System.arraycopy(command, 0, arguments, 0, command.length);
        arguments[command.length] = "--json";

        var result = project.migrate(arguments);

        assertEquals(kind, result.errorKind(), result.out());
        assertEquals(exitCode, result.exitCode());
        assertEquals(before, Dump.of(project.database()));
        return result;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TABLE b (n INTEGER, m INTEGER);",
        "CREATE TABLE b (n integer);",
        "CREATE TABLE b (n INTEGER); SELECT 1;",
    })
    void anEditedScriptIsRefusedUpAndDown(String up) {
        project.script("b", "a", up, "DROP TABLE b;");

        var result = refused(4, "edited", "upgrade");

        assertTrue(result.out().contains("migrations/b.sql"), result.out());
        assertTrue(result.out().contains("migrate repair b"), result.out());
        refused(4, "edited", "downgrade", "a");
        assertTrue(project.migrate("status").out().contains("edited"));
    }

    @Test
    void anEditOfTheWayDownIsOneToo() {
        project.script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE IF EXISTS b;");

        refused(4, "edited", "upgrade");
    }

    @Test
    void aDirectiveCounts() {
        project.file("b.sql", """
                -- revision: b
                -- revises: a
                -- migrate:up transaction:false
                CREATE TABLE b (n INTEGER);
                -- migrate:down
                DROP TABLE b;
                """);

        refused(4, "edited", "upgrade");
    }

    @Test
    void whatItRevisesCounts() {
        project.script("x", "", "CREATE TABLE x (n INTEGER);", "DROP TABLE x;")
                .script("b", "a,x", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;");

        refused(4, "edited", "upgrade");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE   TABLE b\n(n INTEGER\n);",
        "-- a comment\nCREATE TABLE b /* another */ (n INTEGER);",
        "CREATE TABLE b (n INTEGER)\r\n;;",
    })
    void commentsAndWhiteSpaceAreNoEdit(String up) {
        project.script("b", "a", up, "DROP TABLE b;");

        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
    }

    @Test
    void anEditElsewhereDoesNotKeepADowngradeBack() {
        project.migrate("upgrade");
        project.script("a", "", "CREATE TABLE a (n TEXT);", "DROP TABLE a;");

        assertEquals(0, project.migrate("downgrade", "b").exitCode());
        refused(4, "edited", "downgrade", "base");
    }

    @Test
    void aScriptThatHasVanishedIsMissing() throws IOException {
        Files.delete(folder.resolve("migrations/a.sql"));
        project.script("b", "", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;");

        var result = refused(4, "missing", "upgrade");

        assertTrue(result.out().contains("a (Message of a)"), result.out());
    }

    @Test
    void aRevisionOnTopThatTheFolderDoesNotKnowMeansThatTheFolderIsOlder() throws IOException {
        project.migrate("upgrade");
        Files.delete(folder.resolve("migrations/c.sql"));
        project.script("x", "b", "CREATE TABLE x (n INTEGER);", "");

        var result = refused(4, "unknown_to_folder", "upgrade");

        assertTrue(result.out().contains("c (Message of c)"), result.out());
    }

    @Test
    void anOlderFolderGoesBackWithTheWayDownThatIsStored() throws IOException {
        project.migrate("upgrade");
        Files.delete(folder.resolve("migrations/c.sql"));

        var result = project.migrate("downgrade", "b");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("a", "b"), Fixtures.tables(project));
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
    }

    @Test
    void storedJavaIsNotRun() throws IOException {
        project.migrate("upgrade");
        project.file("d.java", """
                // revision: d
                // revises: c
                class D implements Migration {
                    public void up(Op op) { }
                    public void down(Op op) { op.execute("INSERT INTO a VALUES (1)"); }
                }
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());
        Files.delete(folder.resolve("migrations/d.java"));

        refused(4, "unknown_to_folder", "downgrade", "c");
    }

    @Test
    void aScriptBelowWhatIsAppliedIsNamedAndApplied() {
        project.script("w", "", "CREATE TABLE w (n INTEGER);", "");
        project.script("a", "w", "CREATE TABLE a (n INTEGER);", "DROP TABLE a;");
        assertEquals(0, project.migrate("repair", "a", "--reason", "w goes before it").exitCode());
        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.err().contains("Out of order, below what is applied: w."), result.err());
        assertEquals(List.of("a", "b", "w", "c"), Fixtures.applied(project));
    }

    @Test
    void aScriptBelowWhatIsAppliedIsRefusedWhereThatIsSet() {
        project.script("w", "", "CREATE TABLE w (n INTEGER);", "");
        project.script("a", "w", "CREATE TABLE a (n INTEGER);", "DROP TABLE a;");
        project.migrate("repair", "a", "--reason", "w goes before it");
        project.file("migrate.properties", "out-of-order = refuse\n");

        var result = refused(4, "out_of_order", "upgrade");

        assertTrue(result.out().contains("w"), result.out());
    }

    @Test
    void twoScriptsWithOneId() {
        project.file("other.sql", "-- revision: b\n-- revises: a\n");

        var result = refused(1, "duplicate_id", "upgrade");

        assertTrue(result.out().contains("migrations/b.sql") && result.out().contains("migrations/other.sql"));
    }

    @Test
    void revisesThatLeadsNowhere() {
        project.script("d", "nowhere", "", "");

        var result = refused(1, "unknown_parent", "upgrade");

        assertTrue(result.out().contains("migrations/d.sql") && result.out().contains("nowhere"), result.out());
    }

    @Test
    void aNewerLayoutOfTheTablesIsLeftAlone() {
        project.execute("UPDATE migrate_layout SET version = 99");

        for (var command : List.of("upgrade", "status", "current")) {
            assertTrue(refused(4, "newer_layout", command).out().contains("99"));
        }
        refused(4, "newer_layout", "downgrade", "base");
        refused(4, "newer_layout", "stamp", "head");
    }

    @Test
    void aVanishedScriptIsNamedAlsoWhereAHeaderRevisesIt() throws IOException {
        for (var gone : List.of("a", "b")) {
            var project = Fixtures.threeTables(Files.createDirectory(folder.resolve(gone)));
            project.migrate("upgrade");
            Files.delete(project.folder().resolve("migrations/" + gone + ".sql"));

            var result = project.migrate("upgrade", "--json");

            assertEquals(4, result.exitCode(), result.out());
            assertEquals("missing", result.errorKind());
            assertEquals(3, project.migrate("check").exitCode());
            assertTrue(project.migrate("status").out().contains("missing"));
            assertEquals("c (head)\n", project.migrate("current").out());
        }
    }

    @Test
    void withoutHeadersWhatVanishedIsNeitherCurrentNorAHead() throws IOException {
        var project = new Project(folder.resolve("own"))
                .file("1_a.sql", "CREATE TABLE a (n);").file("2_b.sql", "CREATE TABLE b (n);")
                .file("3_c.sql", "CREATE TABLE c (n);");
        project.migrate("upgrade");
        Files.delete(project.folder().resolve("migrations/2_b.sql"));

        assertEquals("3 (head)\n", project.migrate("current").out());
        assertEquals("missing", project.migrate("upgrade", "--json").errorKind());
    }
}
