package tests.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** {@code op.batches} in Java migrations. */
class JavaBatchesTest {
    @TempDir
    Path folder;

    private Project java(int rows, String body) {
        return java(BatchedScripts.items(folder, rows), body);
    }

    private static Project java(Project project, String body) {
        return project.file("b.java", """
                // revision: b
                // revises: a
                class B implements Migration {
                %s
                }
                """.formatted(body));
    }

    @Test
    void eachRowComesOnceByRangesOrByKeys() {
        var project = java(250, """
                @InBatches
                public void up(Op op) {
                    op.batches("item", "id").size(100).run(batch -> batch.execute(
                            "UPDATE item SET n = n + 1 WHERE id BETWEEN ? AND ?", batch.from(), batch.to()));
                    op.batches("item", "name").size(30).run(batch -> {
                        for (var name : batch.keys()) {
                            batch.handle().execute("UPDATE item SET n = n + 10 WHERE name = ?", name);
                        }
                    });
                }
                @InBatches
                public void down(Op op) {
                    op.batches("item", "rowid").pause(java.time.Duration.ofMillis(1)).run(batch -> {
                        long sum = 0;
                        for (var key : batch.keys()) {
                            sum += (long) key;
                        }
                        batch.execute("UPDATE item SET n = 0 WHERE id <= ? AND ? <> 0", batch.to(), sum);
                    });
                }
                """);

        var up = project.migrate("upgrade");

        assertEquals(0, up.exitCode(), up.err());
        assertTrue(up.out().contains("item: 250 rows in 3 batches\n"), up.out());
        assertTrue(up.out().contains("item: 250 rows in 9 batches\n"), up.out());
        assertEquals(List.of("11|250"), BatchedScripts.counts(project));
        assertEquals(List.of(), BatchedScripts.journal(project));
        assertEquals(0, project.migrate("downgrade", "a").exitCode());
        assertEquals(List.of("0|250"), BatchedScripts.counts(project));
    }

    @Test
    void aKeyOfSeveralColumnsComesAsLists() {
        var project = new Project(folder).script("a", "", """
                CREATE TABLE part (a INTEGER NOT NULL, b TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (a, b));
                INSERT INTO part VALUES (1, 'x', 0), (1, 'y', 0), (2, 'a', 0), (2, 'b', 0), (3, 'a', 0);""", "");
        java(project, """
                @InBatches
                public void up(Op op) {
                    op.batches("part", "a", "b").size(2).run(batch -> {
                        for (var key : batch.compositeKeys()) {
                            batch.execute("UPDATE part SET n = n + 1 WHERE a = ? AND b = ?", key.get(0), key.get(1));
                        }
                    });
                }
                """);
        var result = project.migrate("upgrade");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("1|5"), project.query("SELECT n, count(*) FROM part GROUP BY n"));
    }

    @Test
    void aFailureKeepsTheBatchesBeforeAndTheNextRunGoesOnThere() {
        var project = java(30, """
                @InBatches
                public void up(Op op) {
                    op.batches("item", "id").size(30).run(batch -> batch.execute("UPDATE item SET n = n + 1"));
                    try {
                        op.batches("item", "id").size(10).run(batch -> {
                            batch.execute("UPDATE item SET n = n + 1 WHERE id BETWEEN ? AND ?",
                                    batch.from(), batch.to());
                            batch.execute("INSERT INTO late VALUES (?)", batch.to());
                        });
                    } catch (RuntimeException e) {
                        // Passing over it must not make the rest run.
                    }
                    op.batches("item", "id").run(batch -> batch.execute("UPDATE item SET n = n + 100"));
                }
                """);
        project.migrate("upgrade", "a");
        project.execute("CREATE TABLE late (id INTEGER CHECK (id < 10))");

        var failed = project.migrate("upgrade");

        assertEquals(1, failed.exitCode(), failed.out());
        assertTrue(failed.err().contains("migrations/b.java:11: "), failed.err());
        assertTrue(failed.err().contains("10 of 30 rows of item are done."), failed.err());
        assertEquals(List.of("1|20", "2|10"), BatchedScripts.counts(project));
        assertEquals(List.of("b|up|1"), BatchedScripts.journal(project));

        project.execute("DROP TABLE late");
        project.execute("CREATE TABLE late (id INTEGER)");
        var next = project.migrate("upgrade");
        assertEquals(0, next.exitCode(), next.err());
        assertEquals(List.of("102|30"), BatchedScripts.counts(project));
        assertEquals(List.of("2"), project.query("SELECT count(*) FROM late"));
        assertEquals(List.of(), BatchedScripts.journal(project));
    }

    @Test
    void anEditInTheMiddleIsRefused() {
        var text = """
                @InBatches
                public void up(Op op) {
                    op.batches("item", "id").size(10).run(batch -> {
                        batch.execute("UPDATE item SET n = n + 1 WHERE id BETWEEN ? AND ?", batch.from(), batch.to());
                        batch.execute("INSERT INTO late VALUES (?)", batch.to());
                    });
                }
                """;
        var project = java(30, text);
        project.migrate("upgrade", "a");
        project.execute("CREATE TABLE late (id INTEGER CHECK (id < 10))");
        assertEquals(1, project.migrate("upgrade").exitCode());

        java(project, text.replace("n + 1", "n + 2"));
        assertEquals("half_applied", project.migrate("upgrade", "--json").errorKind());
        java(project, "public void up(Op op) { op.execute(\"UPDATE item SET n = n + 1\"); }");
        assertEquals("half_applied", project.migrate("upgrade", "--json").errorKind());
        assertEquals(List.of("0|20", "1|10"), BatchedScripts.counts(project));
    }

    @Test
    void batchesAreForMethodsThatSaySoAndNothingElseIsForThose() {
        var project = java(3, "public void up(Op op) { op.batches(\"item\", \"id\").run(batch -> { }); }");
        var plain = project.migrate("upgrade");
        assertEquals(1, plain.exitCode());
        assertTrue(plain.err().contains("@InBatches"), plain.err());

        for (var call : List.of("op.handle()", "op.execute(\"UPDATE item SET n = 1\")", "op.alterTable(\"item\")",
                "op.bulkInsert(\"item\", java.util.List.of())")) {
            java(project, "@InBatches public void up(Op op) { " + call + "; }");
            assertEquals("forbidden_statement", project.migrate("upgrade", "--json").errorKind(), call);
        }
        java(project, "@InBatches public void up(Op op) { op.batches(\"item\", \"n\").run(batch -> { }); }");
        assertEquals("cannot_batch", project.migrate("upgrade", "--json").errorKind());
        assertEquals(List.of("0|3"), BatchedScripts.counts(project));

        java(project, "public void up(Op op) { op.execute(\"UPDATE item SET n = 1\"); }");
        assertEquals(0, project.migrate("upgrade").exitCode(), "nothing was done before, so it may be something else");
        assertEquals(List.of("1|3"), BatchedScripts.counts(project));
        assertEquals(List.of(), BatchedScripts.journal(project));
    }

    @Test
    void aBatchCannotEndItsTransaction() {
        var project = java(3, """
                @InBatches
                public void up(Op op) {
                    op.batches("item", "id").run(batch -> {
                        batch.execute("UPDATE item SET n = 1");
                        batch.handle().execute("COMMIT");
                    });
                }
                """);
        assertEquals("forbidden_statement", project.migrate("upgrade", "--json").errorKind());
        assertEquals(List.of("0|3"), BatchedScripts.counts(project));
    }

    @Test
    void theScriptsBehindItRunAndSqlIsPrintedPastIt() {
        var project = java(3, """
                @InBatches
                public void up(Op op) {
                    op.batches("item", "id").run(batch -> batch.execute("UPDATE item SET n = n + 1"));
                }
                """).script("c", "b", "ALTER TABLE item ALTER COLUMN n TYPE BIGINT;", "");
        var printed = project.migrate("upgrade", "--sql", "b:c");
        assertEquals(0, printed.exitCode(), printed.err());
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1|3"), BatchedScripts.counts(project));
        assertEquals(List.of("a", "b", "c"), project.query("SELECT revision FROM migrate_revision ORDER BY event"));
    }
}
