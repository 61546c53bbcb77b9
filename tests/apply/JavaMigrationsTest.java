package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** Migrations that are written in Java, from the file to the record. */
class JavaMigrationsTest {
    @TempDir
    Path folder;
    Project project;

    @BeforeEach
    void writeScripts() {
        project = new Project(folder).script("a", "", """
                CREATE TABLE item (n INTEGER UNIQUE, note TEXT);
                INSERT INTO item VALUES (1, 'one');""", "DELETE FROM item; DROP TABLE item;");
    }

    /** Writes revision {@code b}; its way up begins on line 7. */
    private void java(String up) {
        project.file("b.java", """
                // revision: b
                // revises: a
                // In Java
                import java.util.List;
                class InJava implements Migration {
                    public void up(Op op) throws Exception {
                %s
                    }
                }
                """.formatted(up));
    }

    private void java(String up, String down) {
        java(up + "    }\n    public void down(Op op) {\n" + down);
    }

    @Test
    void oneIsAppliedRecordedAndTakenBack() {
        java("""
                op.bulkInsert("item", List.of(java.util.Map.of("n", 2, "note", "two")));
                op.handle().execute("UPDATE item SET note = ? WHERE n = ?", "uno", 1);
                """, "op.execute(\"DELETE FROM item WHERE n = 2\");\n");

        var up = project.migrate("upgrade");

        assertEquals(0, up.exitCode(), up.err());
        assertEquals(List.of("1|uno", "2|two"), project.query("SELECT * FROM item ORDER BY n"));
        assertEquals(List.of("java|In Java|1"),
                project.query("SELECT kind, message, script LIKE '%bulkInsert%' FROM migrate_revision "
                        + "WHERE revision = 'b'"));
        var down = project.migrate("downgrade", "a");
        assertEquals(0, down.exitCode(), down.err());
        assertEquals(List.of("1|uno"), project.query("SELECT * FROM item"));
        assertEquals(List.of("a"), Fixtures.applied(project));
    }

    @Test
    void anExceptionRollsBackEverythingAndIsNamedWithItsLine() {
        java("""
                op.execute("CREATE TABLE half (n INTEGER)");
                op.handle().execute("INSERT INTO item VALUES (2, 'two')");
                throw new IllegalStateException("worklist 17 has no owner");
                """);

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("migrations/b.java:9: worklist 17 has no owner"), result.err());
        assertFalse(result.err().contains("\tat "), result.err());
        assertEquals(List.of("a"), Fixtures.applied(project));
        assertEquals(List.of("item"), Fixtures.tables(project));
        assertEquals(List.of("1|one"), project.query("SELECT * FROM item"));
    }

    @Test
    void whatTheDatabaseSaysIsToldWithTheLine() {
        java("op.execute(\"INSERT INTO item VALUES (1, 'again')\");");

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("migrations/b.java:7: UNIQUE constraint failed: item.n"), result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "op.handle().commit();",
        "op.handle().rollback();",
        "op.execute(\"COMMIT\");",
        "op.execute(\"BEGIN\");",
        "op.handle().getConnection().commit();",
        "op.handle().getConnection().setAutoCommit(true);",
        "op.execute(\"PRAGMA foreign_keys = OFF\");",
    })
    void theTransactionIsNotItsOwn(String line) {
        java("op.execute(\"INSERT INTO item VALUES (2, 'two')\");\n" + line);

        var result = project.migrate("upgrade", "--json");

        assertEquals(1, result.exitCode(), result.out());
        assertEquals("forbidden_statement", result.errorKind());
        assertTrue(result.out().contains("migrations/b.java:8: "), result.out());
        assertEquals(List.of("1|one"), project.query("SELECT * FROM item"));
        assertEquals(List.of("a"), Fixtures.applied(project));
    }

    @Test
    void itsTransactionsAreSavepoints() {
        java("""
                op.handle().useTransaction(inner -> inner.execute("INSERT INTO item VALUES (2, 'kept')"));
                try {
                    op.handle().useTransaction(inner -> {
                        inner.execute("INSERT INTO item VALUES (3, 'undone')");
                        inner.useTransaction(innermost -> innermost.execute("INSERT INTO item VALUES (1, 'clash')"));
                    });
                } catch (RuntimeException expected) {
                    op.execute("INSERT INTO item VALUES (4, 'after')");
                }
                """);

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("1|one", "2|kept", "4|after"), project.query("SELECT * FROM item ORDER BY n"));
    }

    @Test
    void aTransactionThatEndedUnderItIsDeadAndNothingIsRecorded() {
        java("""
                op.execute("INSERT INTO item VALUES (2, 'two')");
                try {
                    op.execute("INSERT OR ROLLBACK INTO item VALUES (1, 'again')");
                } catch (RuntimeException swallowed) {
                    try {
                        op.execute("INSERT INTO item VALUES (3, 'by itself')");
                    } catch (RuntimeException swallowedToo) {
                    }
                }
                """);

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("rollback"), result.err());
        assertEquals(List.of("1|one"), project.query("SELECT * FROM item"));
        assertEquals(List.of("a"), Fixtures.applied(project));
    }

    @Test
    void whatDoesNotCompileStopsEverythingBeforeAnythingRuns() {
        java("op.exceute(\"SELECT 1\");");

        var result = project.migrate("upgrade", "--json");

        assertEquals(1, result.exitCode());
        assertEquals("compile_error", result.errorKind());
        assertTrue(result.out().contains("migrations/b.java:7"), result.out());
        assertTrue(Files.notExists(project.database()), "not even the script before it has run");
    }

    @Test
    void oneWithoutAWayDownIsRefusedBeforeAnythingIsTouched() {
        java("op.execute(\"INSERT INTO item VALUES (2, 'two')\");");
        project.script("c", "b", "CREATE TABLE c (n INTEGER);", "DROP TABLE c;");
        project.migrate("upgrade");
        var before = Dump.of(project.database());

        for (var target : List.of("a", "base")) {
            var result = project.migrate("downgrade", target, "--allow", "drop-data", "--json");

            assertEquals(1, result.exitCode());
            assertEquals("no_way_down", result.errorKind());
            assertTrue(result.out().contains("migrations/b.java"), result.out());
            assertEquals(before, Dump.of(project.database()));
        }
        assertEquals(0, project.migrate("downgrade", "b").exitCode());
    }

    @Test
    void aSqlScriptWithoutAWayDownIsRefusedLikewise() {
        project.file("b.sql", "-- revision: b\n-- revises: a\nCREATE TABLE b (n INTEGER);")
                .script("c", "b", "CREATE TABLE c (n INTEGER);", "DROP TABLE c;")
                .migrate("upgrade");
        var before = Dump.of(project.database());

        var result = project.migrate("downgrade", "base", "--allow", "drop-data", "--json");

        assertEquals("no_way_down", result.errorKind());
        assertTrue(result.out().contains("migrations/b.sql"), result.out());
        assertEquals(before, Dump.of(project.database()));
    }

    @Test
    void whatAScriptPrintsIsNoResult() {
        var project = new Project(folder.resolve("own")).file("a.java", """
                class Talks implements Migration {
                    public void up(Op op) {
                        System.out.println("Größe 1");
                    }
                }
                """);

        var result = project.migrate("upgrade", "--json");

        assertEquals(1, result.json().getAsJsonArray("steps").size());
        assertTrue(result.err().contains("Größe 1"), result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"StackOverflowError()", "Error(\"bad\")", "OutOfMemoryError()"})
    void anErrorIsToldLikeAnException(String error) {
        var project = new Project(folder.resolve("own")).file("a.java", """
                class Breaks implements Migration {
                    public void up(Op op) {
                        op.execute("CREATE TABLE a (n)");
                        throw new %s;
                    }
                }
                """.formatted(error));

        var result = project.migrate("upgrade", "--json");

        assertEquals("script_failed", result.errorKind());
        assertTrue(result.out().contains("a.java:4"), result.out());
        assertEquals(List.of(), Fixtures.tables(project));
    }
}
