package tests.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Batched;
import restrack.sql.Statements;
import tests.MigrateProcess;
import tests.Project;

/** SQL that runs in batches comes to the same end as SQL that does not. */
class BatchesTest {
    @TempDir
    Path folder;

    @Test
    void anUpdateTouchesEachRowOnceAndSaysHowManyBatchesThatWere() {
        var project = BatchedScripts.up(BatchedScripts.items(folder, 250), """
                -- migrate:batch size=100 key=id
                UPDATE item SET n = n + 1;
                """);

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("    item: 250 rows in 3 batches, 250 changed\n"), result.out());
        assertEquals(List.of("1|250"), BatchedScripts.counts(project));
        assertEquals(List.of(), BatchedScripts.journal(project));
        assertEquals(List.of("a", "b"), project.query("SELECT revision FROM migrate_revision ORDER BY event"));
    }

    @Test
    void eachBatchIsATransactionOfSoManyRows() {
        var project = BatchedScripts.items(folder, 25);
        project.migrate("upgrade");
        project.execute("CREATE TABLE seen (id INTEGER, done INTEGER, position TEXT)");
        // What a trigger reads of the journal is what the batches before have committed.
        project.execute("""
                CREATE TRIGGER seen AFTER UPDATE ON item BEGIN
                    INSERT INTO seen SELECT NEW.id, done, coalesce(position, '') FROM migrate_journal;
                END""");
        BatchedScripts.up(project, """
                -- migrate:batch size=10 key=id
                UPDATE item SET n = n + 1;
                """);

        assertEquals(0, project.migrate("upgrade").exitCode());

        assertEquals(List.of("10", "10", "5"),
                project.query("SELECT count(*) FROM seen GROUP BY position ORDER BY min(id)"));
    }

    @Test
    void aConditionCountsAsAWholeHoweverItIsWritten() {
        var project = BatchedScripts.up(BatchedScripts.items(folder, 100), """
                -- migrate:batch size=7 key=id
                UPDATE item AS i SET n = n + 1 WHERE i.id < 0 -- some
                    OR name = 'item 90' /* or */ OR i.id > 200 AND i.n IS NOT DISTINCT FROM 0;
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(project.query("""
                SELECT count(*) FROM item WHERE id < 0 OR name = 'item 90' OR id > 200"""),
                project.query("SELECT count(*) FROM item WHERE n = 1"));
    }

    @Test
    void aDeleteAndAnInsertRunInBatchesToo() {
        var project = BatchedScripts.up(BatchedScripts.items(folder, 100), """
                CREATE TABLE copy (id INTEGER PRIMARY KEY, name TEXT, parts INTEGER);
                -- migrate:batch size=8 key=name
                INSERT INTO copy (id, name, parts) SELECT id, name, (SELECT count(*) FROM copy AS c WHERE c.id = 1)
                    FROM item AS i WHERE i.id > 100;
                -- migrate:batch size=8 key=id
                INSERT INTO copy SELECT id, 'again', 0 FROM item WHERE id > 0
                    ON CONFLICT (id) DO UPDATE SET parts = parts + 1;
                -- migrate:batch size=9 key=id
                DELETE FROM item WHERE id % 2 = 0;
                """);

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("0|50"), BatchedScripts.counts(project));
        assertEquals(List.of("0|34", "1|50"), project.query("SELECT parts, count(*) FROM copy GROUP BY parts"));
        assertEquals(List.of("34"), project.query("SELECT count(*) FROM copy WHERE name = 'again' AND id <= 100"));
    }

    @Test
    void anEmptyTableMakesNoBatch() {
        var project = BatchedScripts.up(BatchedScripts.items(folder, 0), """
                -- migrate:batch size=10 key=id
                UPDATE item SET n = n + 1;
                """);
        project.script("a", "", "CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER);", "");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("item: 0 rows in 0 batches, 0 changed"), result.out());
    }

    @Test
    void theWayDownHasBatches() {
        var project = BatchedScripts.items(folder, 30).file("b.sql", """
                -- revision: b
                -- revises: a
                -- migrate:up
                -- migrate:batch size=10 key=id
                UPDATE item SET n = n + 1;
                -- migrate:down
                -- migrate:batch size=4 key=id pause=1ms
                UPDATE item SET n = n - 1;
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());

        var down = project.migrate("downgrade", "a");

        assertEquals(0, down.exitCode(), down.err());
        assertTrue(down.out().contains("item: 30 rows in 8 batches"), down.out());
        assertEquals(List.of("0|30"), BatchedScripts.counts(project));
        assertEquals(List.of(), BatchedScripts.journal(project));
    }

    @Test
    void rowsBehindTheEndThatThereWasAtTheBeginningAreLeftAlone() {
        var project = BatchedScripts.items(folder, 30);
        project.migrate("upgrade");
        project.execute("""
                CREATE TRIGGER more AFTER UPDATE ON item BEGIN
                    INSERT INTO item (name) VALUES ('after ' || NEW.name);
                END""");
        BatchedScripts.up(project, """
                -- migrate:batch size=10 key=id
                UPDATE item SET n = n + 1;
                """);

        assertEquals(0, project.migrate("upgrade").exitCode());

        assertEquals(List.of("0|30", "1|30"), BatchedScripts.counts(project));
    }

    @Test
    void aFailureKeepsTheBatchesBeforeAndTheNextRunGoesOnThere() {
        var project = BatchedScripts.up(BatchedScripts.items(folder, 30), """
                INSERT INTO item (id, name) VALUES (1000, 'first');
                -- migrate:batch size=10 key=id
                UPDATE item SET n = n + 1;
                """);
        project.migrate("upgrade", "a");
        project.execute("""
                CREATE TRIGGER no BEFORE UPDATE ON item WHEN NEW.name = 'item 25' BEGIN
                    SELECT RAISE(ABORT, 'not this one');
                END""");

        var failed = project.migrate("upgrade");

        assertEquals(1, failed.exitCode());
        assertTrue(failed.err().contains("migrations/b.sql:6: not this one"), failed.err());
        assertTrue(failed.err().contains("1 of its 2 statements stand (`transaction:false`), and 20 of 31 rows of item "
                + "of the next."), failed.err());
        assertEquals(List.of("0|11", "1|20"), BatchedScripts.counts(project));
        assertEquals(List.of("b|up|1"), BatchedScripts.journal(project));
        assertTrue(project.migrate("status").out().contains("half applied  b"));
        assertEquals(3, project.migrate("check").exitCode());

        project.execute("DROP TRIGGER no");
        var next = project.migrate("upgrade");
        assertEquals(0, next.exitCode(), next.err());
        assertTrue(next.out().contains("item: 31 rows in 4 batches, 31 changed"), next.out());
        assertEquals(List.of("1|31"), BatchedScripts.counts(project));
        assertEquals(List.of(), BatchedScripts.journal(project));
    }

    @Test
    void inTheMiddleOfItsBatchesAStatementMayGetAnotherSizeButNoOtherTextOrKey() {
        var project = halfDone();

        BatchedScripts.up(project, """
                -- migrate:batch size=10 key=name
                UPDATE item SET n = n + 1;
                """);
        assertEquals("half_applied", project.migrate("upgrade", "--json").errorKind());
        BatchedScripts.up(project, """
                -- migrate:batch size=10 key=id
                UPDATE item SET n = n + 2;
                """);
        assertEquals("half_applied", project.migrate("upgrade", "--json").errorKind());
        BatchedScripts.up(project, "UPDATE item SET n = n + 1;\n");
        assertEquals(4, project.migrate("upgrade").exitCode());
        assertEquals(List.of("0|10", "1|20"), BatchedScripts.counts(project));

        BatchedScripts.up(project, """
                -- migrate:batch size=3 pause=1ms key=id
                UPDATE item SET n = n + 1; -- smaller steps
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1|30"), BatchedScripts.counts(project));
    }

    private Project halfDone() {
        var project = BatchedScripts.up(BatchedScripts.items(folder, 30), """
                -- migrate:batch size=10 key=id
                UPDATE item SET n = n + 1;
                """);
        project.migrate("upgrade", "a");
        project.execute("""
                CREATE TRIGGER no BEFORE UPDATE ON item WHEN NEW.name = 'item 25' BEGIN
                    SELECT RAISE(ABORT, 'not this one');
                END""");
        assertEquals(1, project.migrate("upgrade").exitCode());
        project.execute("DROP TRIGGER no");
        return project;
    }

    @Test
    void theDirectiveCountsAsAnEditAndItsSpacesDoNot() {
        var text = "-- migrate:batch size=10 key=id\nUPDATE item SET n = n + 1;\n";
        var project = BatchedScripts.up(BatchedScripts.items(folder, 3), text);
        assertEquals(0, project.migrate("upgrade").exitCode());

        BatchedScripts.up(project, "-- why\n" + text.replace(" size", "    size"));
        assertEquals(0, project.migrate("upgrade").exitCode());
        BatchedScripts.up(project, text.replace("10", "11"));
        assertEquals("edited", project.migrate("upgrade", "--json").errorKind());
        BatchedScripts.up(project, text.replace("-- migrate:batch size=10 key=id", ""));
        assertEquals("edited", project.migrate("upgrade", "--json").errorKind());
    }

    @Test
    void aDryRunCountsRowsAndBatches() {
        var project = BatchedScripts.up(BatchedScripts.items(folder, 250), """
                -- migrate:batch size=100 key=id
                UPDATE item SET n = n + 1;
                """);
        project.migrate("upgrade", "a");

        var lines = project.migrate("upgrade", "--dry-run").out();
        var change = project.migrate("upgrade", "--dry-run", "--json").json().getAsJsonArray("steps").get(0)
                .getAsJsonObject().getAsJsonArray("changes").get(0).getAsJsonObject();

        assertTrue(lines.contains("    line 5: item, in batches of 100 by id: 250 rows, 3 batches\n"), lines);
        assertEquals(3, change.get("batches").getAsInt());
        assertEquals(250, change.get("rows").getAsInt());
        assertEquals(List.of("0|250"), BatchedScripts.counts(project));
    }

    @Test
    void printedItIsOneStatement() {
        var project = BatchedScripts.up(BatchedScripts.items(folder, 3), """
                -- migrate:batch size=100 key=id
                UPDATE item SET n = n + 1;
                """);
        var printed = project.migrate("upgrade", "--sql", "a:b").out();
        assertTrue(printed.contains("""
                -- All at once here; the toolkit runs it in batches of 100 by id
                UPDATE item SET n = n + 1;
                """), printed);
    }

    @Test
    void anIndexOnTheConditionDoesNotMakeEveryBatchReadAllOfIt() {
        var project = BatchedScripts.items(folder, 20);
        project.migrate("upgrade");
        project.execute("CREATE INDEX item_n ON item (n, id)");
        var update = "UPDATE item SET name = name WHERE n = 0";
        assertTrue(plan(project, update).contains("item_n"), "the index is one that would be taken");

        var batched = Batched.of(Statements.of(update, SqliteSyntax.SQLITE).get(0))
                .within("item.id > 4 AND item.id <= 9");

        assertTrue(plan(project, batched).contains("USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"), batched);
    }

    private static String plan(Project project, String statement) {
        return project.query("EXPLAIN QUERY PLAN " + statement).toString();
    }

    @Test
    void aKeyThatIsCheckedOnlyAtTheCommitFailsWithTheLineOfTheStatement() {
        var project = BatchedScripts.up(BatchedScripts.items(folder, 5), """
                -- migrate:batch size=2 key=id
                INSERT INTO part SELECT id FROM item;
                """);
        project.migrate("upgrade", "a");
        project.execute("CREATE TABLE part (item INTEGER REFERENCES other (id) DEFERRABLE INITIALLY DEFERRED)");
        project.execute("CREATE TABLE other (id INTEGER PRIMARY KEY)");
        project.execute("INSERT INTO other SELECT id FROM item ORDER BY id LIMIT 3");

        var failed = project.migrate("upgrade");

        assertEquals(1, failed.exitCode(), failed.err());
        assertTrue(failed.err().contains("migrations/b.sql:5: "), failed.err());
        assertTrue(failed.err().contains("2 of 5 rows of item of the next"), failed.err());
        assertEquals(List.of("2"), project.query("SELECT count(*) FROM part"));
        project.execute("INSERT OR IGNORE INTO other SELECT id FROM item");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("5|5"), project.query("SELECT count(*), count(DISTINCT item) FROM part"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCInALongStatementSaysHowFarItCame() {
        var project = BatchedScripts.items(folder, 3);
        project.migrate("upgrade");
        BatchedScripts.up(project, """
                -- migrate:batch size=1 key=id
                UPDATE item SET n = 1 + (WITH RECURSIVE many (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM many
                    WHERE i < iif(item.name = 'item 2', 1e15, 5)) SELECT count(*) FROM many);
                """);
        try (var process = MigrateProcess.start(project, "upgrade").awaitWords("Database:")) {
            while (project.query("SELECT 1 FROM migrate_journal WHERE position <> ''").isEmpty()) {
                Thread.onSpinWait();
            }
            process.interrupt();
            var result = process.end();
            assertEquals(130, result.exitCode(), result.err());
            assertTrue(result.err().contains("1 of 3 rows of item are done"), result.err());
        }
        assertEquals(List.of("0|2", "6|1"), BatchedScripts.counts(project));
    }
}
