package tests.batches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** What would not be the same in batches is refused before anything runs, with its line. */
class BatchRefusalsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE item SET id = id + 1",
        "UPDATE item SET (n, \"ID\") = (1, 2)",
        "UPDATE item SET n = (SELECT max(n) FROM item)",
        "UPDATE item SET n = 1 WHERE id IN (SELECT max(id) FROM other, item)",
        "UPDATE item SET n = 1 WHERE id NOT IN item",
        "UPDATE item SET n = 1 WHERE EXISTS (SELECT 1 FROM main.item AS i WHERE i.n > item.n)",
        "UPDATE item SET n = other.n FROM other WHERE other.id = item.id",
        "UPDATE item SET n = 1 WHERE n = 0 RETURNING id",
        "UPDATE item SET n = 1 WHERE n = 0 ORDER BY id LIMIT 5",
        "UPDATE OR REPLACE item SET n = 1",
        "UPDATE item SET n = ?",
        "WITH x AS (SELECT 1) UPDATE item SET n = 1",
        "DELETE FROM item WHERE id NOT IN (SELECT min(id) FROM item GROUP BY name)",
        "DELETE FROM item LIMIT 3",
        "INSERT INTO other SELECT count(*), 1 FROM item",
        "INSERT INTO other SELECT max(id), 1 FROM item",
        "INSERT INTO other SELECT id, row_number() OVER (ORDER BY id) FROM item",
        "INSERT INTO other SELECT id, coalesce(lag(n) OVER (ORDER BY id), 0) FROM item",
        "INSERT INTO other SELECT DISTINCT n, n FROM item",
        "INSERT INTO other SELECT n, count(*) FROM item GROUP BY n",
        "INSERT INTO other SELECT a.id, b.id FROM item AS a, item AS b",
        "INSERT INTO other SELECT item.id, 1 FROM item JOIN other USING (id)",
        "INSERT INTO other SELECT item.id, 1 FROM item LEFT JOIN other USING (id)",
        "INSERT INTO other SELECT id, n FROM item UNION SELECT 1, 1",
        "INSERT INTO other SELECT id, n FROM item ORDER BY id LIMIT 10",
        "INSERT INTO other SELECT id, n FROM (SELECT * FROM item)",
        "INSERT INTO item (id, name) SELECT id + 1000, name || '!' FROM item",
        "INSERT OR ROLLBACK INTO other SELECT id, n FROM item",
        "INSERT INTO other VALUES (1, 1)",
        "UPDATE other.item SET n = 1",
        "CREATE TABLE x (id INTEGER)",
        "SELECT * FROM item"})
    void aStatementThatMeansSomethingElseInPieces(String statement) {
        var project = project("-- migrate:batch size=2 key=id\n" + statement + ";\n");
        project.migrate("upgrade", "a");

        var result = project.migrate("upgrade");

        assertEquals(4, result.exitCode(), result.out() + result.err());
        assertTrue(result.err().contains("migrations/b.sql:5: "), result.err());
        assertEquals("cannot_batch", project.migrate("upgrade", "--json").errorKind());
        assertEquals(List.of("0|5"), BatchedScripts.counts(project));
        assertEquals(List.of("a"), project.query("SELECT revision FROM migrate_revision"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE item SET n = (SELECT count(o.n) FROM other AS o WHERE o.id = item.id) WHERE name <> 'from item'",
        "UPDATE item AS i SET n = length(i.name), name = i.name || '!'",
        "UPDATE item SET n = CASE WHEN name IS DISTINCT FROM 'item' THEN 1 ELSE 0 END",
        "UPDATE item SET n = CAST(name AS INTEGER)",
        "DELETE FROM item WHERE EXISTS (SELECT 1 FROM other WHERE other.id = item.id ORDER BY 1 LIMIT 1)",
        "INSERT INTO other SELECT id, max(n, 1) FROM item",
        "INSERT INTO other SELECT id, (SELECT count(*) FROM other) FROM item i WHERE i.n = 0",
        "REPLACE INTO other (id, n) SELECT id, n FROM item",
        "INSERT OR IGNORE INTO other SELECT id, n FROM \"item\" AS \"the items\""})
    void aStatementThatMeansTheSameRuns(String statement) {
        var project = project("-- migrate:batch size=2 key=id\n" + statement + ";\n");
        var result = project.migrate("upgrade");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("item: 5 rows in 3 batches"), result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,name", "n", "name2", "other", "parent", "twice", "nowhere"})
    void aKeyThatIsNoneOrMayBeNullOrIsNotUnique(String key) {
        var project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL UNIQUE,
                    name2 TEXT UNIQUE, other TEXT NOT NULL COLLATE NOCASE, parent INTEGER NOT NULL,
                    twice INTEGER GENERATED ALWAYS AS (n * 2) STORED NOT NULL UNIQUE, note TEXT);
                INSERT INTO item (id, name, name2, other, parent) VALUES (1, 'a', 'a', 'a', 1);
                CREATE UNIQUE INDEX by_another_collation ON item (other COLLATE BINARY);
                CREATE UNIQUE INDEX only_some ON item (parent) WHERE parent > 5;""", "");
        BatchedScripts.up(project, "-- migrate:batch size=2 key=" + key + "\nUPDATE item SET note = 'x';\n");
        project.migrate("upgrade", "a");

        var result = project.migrate("upgrade", "--json");

        assertEquals("cannot_batch", result.errorKind(), result.out());
        assertTrue(result.out().contains("migrations/b.sql:5: "), result.out());
        assertEquals(List.of(), BatchedScripts.journal(project), "it was refused before it began");
        assertEquals(3, project.migrate("lint").exitCode());
    }

    @Test
    void theRowidIsNotChangedThroughItsColumnNorIsAViewATable() {
        var project = project("-- migrate:batch size=2 key=rowid\nUPDATE item SET id = id + 1;\n");
        project.migrate("upgrade", "a");
        assertEquals("cannot_batch", project.migrate("upgrade", "--json").errorKind());
        project.execute("CREATE VIEW seen AS SELECT * FROM item");
        BatchedScripts.up(project, "-- migrate:batch size=2 key=id\nINSERT INTO other SELECT id, n FROM seen;\n");
        assertEquals("cannot_batch", project.migrate("upgrade", "--json").errorKind());
        BatchedScripts.up(project,
                "-- migrate:batch size=2 key=id\nUPDATE item SET n = (SELECT max(n) FROM seen);\n");
        assertEquals("cannot_batch", project.migrate("upgrade", "--json").errorKind());
        assertEquals(List.of("0|5"), BatchedScripts.counts(project));
    }

    @Test
    void betweenBeginAndCommitThereAreNoBatches() {
        var project = BatchedScripts.items(folder, 3).file("b.sql", """
                -- revision: b
                -- revises: a
                -- migrate:up transaction:false
                BEGIN;
                -- migrate:batch size=2 key=id
                UPDATE item SET n = 1;
                COMMIT;
                """);
        assertEquals("cannot_batch", project.migrate("upgrade", "--json").errorKind());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "-- migrate:batch\nUPDATE item SET n = 1;",
        "-- migrate:batch size=10\nUPDATE item SET n = 1;",
        "-- migrate:batch size=0 key=id\nUPDATE item SET n = 1;",
        "-- migrate:batch size=10 key=id,\nUPDATE item SET n = 1;",
        "-- migrate:batch size=10 key=id key=n\nUPDATE item SET n = 1;",
        "-- migrate:batch size=10 key=id pause=1h\nUPDATE item SET n = 1;",
        "-- migrate:batch size=10 keys=id\nUPDATE item SET n = 1;",
        "-- migrate:batches size=10 key=id\nUPDATE item SET n = 1;",
        "-- migrate:Batch size=10 key=id\nUPDATE item SET n = 1;",
        "-- migrate:batch size=10 key=id\n",
        "-- migrate:batch size=10 key=id\n-- what it is for\nUPDATE item SET n = 1;",
        "UPDATE item SET\n-- migrate:batch size=10 key=id\nn = 1;",
        "-- migrate:batch size=10 key=id\n;\nUPDATE item SET n = 1;"})
    void aLineThatMakesNoSenseOrStandsAboveNothing(String up) {
        var project = project(up + "\n-- migrate:down\n");
        var result = project.migrate("upgrade", "--json");
        assertEquals("bad_script", result.errorKind(), up);
        assertTrue(result.out().contains("migrations/b.sql:"), result.out());
    }

    @Test
    void oneTransactionAndBatchesContradictEachOther() {
        var project = BatchedScripts.items(folder, 3).file("b.sql", """
                -- revision: b
                -- revises: a
                -- migrate:up transaction:true
                -- migrate:batch size=2 key=id
                UPDATE item SET n = 1;
                """);
        assertEquals("bad_script", project.migrate("upgrade", "--json").errorKind());
    }

    @Test
    void aRepeatableScriptHasNone() {
        var project = BatchedScripts.items(folder, 3).file("repeatable/x.sql",
                "-- migrate:batch size=2 key=id\nUPDATE item SET n = 1;\n");
        assertEquals("forbidden_statement", project.migrate("upgrade", "--json").errorKind());
    }

    private Project project(String up) {
        return BatchedScripts.up(BatchedScripts.items(folder, 5), up).file("a.sql", """
                -- revision: a
                -- revises:
                -- migrate:up
                CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL UNIQUE);
                INSERT INTO item (name) VALUES ('1'), ('2'), ('3'), ('4'), ('5');
                CREATE TABLE other (id INTEGER PRIMARY KEY, n INTEGER);
                """);
    }

    @Test
    void rowsThatGoInBatchesAreNotKeptAndThatIsSaid() {
        var project = BatchedScripts.items(folder, 5).file("b.sql", """
                -- revision: b
                -- revises: a
                -- migrate:up
                CREATE TABLE other (id INTEGER PRIMARY KEY);
                -- migrate:down
                -- migrate:batch size=2 key=id
                DELETE FROM item;
                DROP TABLE other;
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());

        for (var more : List.of("--no-backup", "--dry-run", "--backup")) {
            var result = project.migrate("downgrade", "a", "--keep-data", more);
            assertEquals(4, result.exitCode(), result.out());
            assertTrue(result.err().contains("b.sql:7: `DELETE FROM item` would lose the rows of item, which are not "
                    + "kept: it runs in batches."), result.err());
        }
        assertEquals(List.of("5"), project.query("SELECT count(*) FROM item"));

        var allowed = project.migrate("downgrade", "a", "--keep-data", "--allow", "drop-data", "--backup");
        assertEquals(0, allowed.exitCode(), allowed.err());
        assertTrue(allowed.out().startsWith("backup  "), allowed.out());
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM item"));
        assertEquals(List.of(), project.query("SELECT name FROM sqlite_schema WHERE name LIKE 'migrate_kept%'"));
    }

    @Test
    void printedTheyAreInOneTransactionWithTheRecord() {
        var project = project("-- migrate:batch size=2 key=id\nUPDATE item SET n = n + 1;\n");
        project.migrate("upgrade", "a");

        var sql = project.migrate("upgrade", "--sql").out();

        assertTrue(sql.contains("""
                BEGIN IMMEDIATE;
                -- All at once here; the toolkit runs it in batches of 2 by id
                UPDATE item SET n = n + 1;
                INSERT INTO migrate_revision"""), sql);
    }
}
