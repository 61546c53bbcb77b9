package tests.adhoc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** SQL that is run once. */
class RunTest {
    private static final String BEFORE = "North=10 South=20 007=5";

    @TempDir
    Path folder;

    private static List<String> events(Project project) {
        return project.query("SELECT subject, message, detail, script, changed FROM migrate_event "
                + "WHERE operation = 'run' ORDER BY id");
    }

    @Test
    void eachStatementTellsWhatItDidAndTheLogKeepsIt() {
        var project = Wards.in(folder).file("/fix.sql", """
                -- More beds
                UPDATE ward SET beds = beds + 1
                WHERE id < 3;
                SELECT name, beds FROM ward ORDER BY id;
                CREATE INDEX ward_beds ON ward (beds);
                """);
        var result = project.migrate("run", "fix.sql");
        assertEquals("""
                fix.sql:2  2 rows changed  UPDATE ward SET beds = beds + 1 WHERE id < 3
                fix.sql:4  3 rows          SELECT name, beds FROM ward ORDER BY id
                    name   beds
                    North  11
                    South  21
                    007    5
                fix.sql:5  done            CREATE INDEX ward_beds ON ward (beds)
                Changed 2 rows in N ms.
                """, result.out().replaceAll("\\d+ ms", "N ms"));
        assertEquals(0, result.exitCode());
        assertEquals("North=11 South=21 007=5", Wards.wards(project));
        var event = events(project).get(0);
        assertTrue(event.startsWith("fix.sql|More beds||-- More beds\nUPDATE"), event);
        assertTrue(event.endsWith("|2"), event);
    }

    @Test
    void aDryRunShowsTheSameAndLeavesNothing() throws Exception {
        var project = Wards.in(folder);
        var before = Files.readAllBytes(project.database());
        var result = project.migrate("run", "-e", "DELETE FROM ward WHERE id = 1; ALTER TABLE ward DROP COLUMN beds",
                "--dry-run", "--allow", "drop-data");
        assertEquals("""
                -e:1  1 row changed  DELETE FROM ward WHERE id = 1
                -e:1  done           ALTER TABLE ward DROP COLUMN beds
                Would have changed 1 row. Everything was rolled back (--dry-run).
                """, result.out());
        assertArrayEquals(before, Files.readAllBytes(project.database()));
    }

    @Test
    void severalFilesAreOneTransaction() {
        var project = Wards.in(folder).file("/one.sql", "UPDATE ward SET beds = 0 WHERE id = 1;")
                .file("/two.sql", "SELECT 1;\n\nINSERT INTO ward VALUES (9, 'North', 1);");
        var result = project.migrate("run", "one.sql", "two.sql");
        assertEquals(1, result.exitCode());
        assertEquals("""
                Database: sqlite:///data/restrack.db
                Error: two.sql:3: UNIQUE constraint failed: ward.name.
                    INSERT INTO ward VALUES (9, 'North', 1)
                Hint:  Nothing was kept of this run. Mend it, then run the command again.
                """, result.err());
        assertEquals(BEFORE, Wards.wards(project));
        assertEquals(List.of(), events(project));
        project.file("/two.sql", "INSERT INTO ward VALUES (9, 'West', 1);");
        assertEquals(0, project.migrate("run", "one.sql", "two.sql", "-m", "Both").exitCode());
        assertEquals("North=0 South=20 007=5 West=1", Wards.wards(project));
        assertEquals(List.of("one.sql|Both", "two.sql|Both"), project.query(
                "SELECT subject, message FROM migrate_event WHERE operation = 'run' ORDER BY id"));
    }

    @Test
    void everyRowHasToBeMeant() {
        var project = Wards.in(folder);
        for (var sql : List.of("UPDATE ward SET beds = 0", "DELETE FROM ward",
                "WITH x AS (SELECT 1 WHERE 1) UPDATE ward SET beds = (SELECT 0 WHERE 1)")) {
            var result = project.migrate("run", "-e", "SELECT 1;\n" + sql);
            assertEquals(4, result.exitCode(), sql);
            assertTrue(result.err().contains("-e:2: `" + sql + "` has no WHERE"), result.err());
            assertEquals("hazard", project.migrate("run", "-e", sql, "--json").errorKind());
        }
        assertEquals(BEFORE, Wards.wards(project));
        assertEquals(0, project.migrate("run", "-e", "UPDATE ward SET beds = 0", "--allow", "all-rows").exitCode());
        assertEquals("North=0 South=0 007=0", Wards.wards(project));
        // What goes with all rows is said once.
        assertEquals(0, project.migrate("run", "-e", "DELETE FROM ward", "--allow", "all-rows").exitCode());
        assertEquals("", Wards.wards(project));
    }

    @Test
    void whatATriggerDoesToEveryRowIsItsOwnMatter() {
        var project = Wards.in(folder);
        var sql = "CREATE TRIGGER empty AFTER DELETE ON ward BEGIN DELETE FROM log; END";
        assertEquals(0, project.migrate("run", "-e", sql).exitCode());
    }

    @Test
    void rowsAreNotDroppedUnlessThatIsSaid() {
        var project = Wards.in(folder);
        var result = project.migrate("run", "-e", "DROP TABLE ward");
        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("would lose the rows of ward"), result.err());
        assertEquals(0, project.migrate("run", "-e", "DROP TABLE ward", "--allow", "drop-data").exitCode());
        assertEquals("usage", project.migrate("run", "-e", "SELECT 1", "--allow", "drop", "--json").errorKind());
    }

    @Test
    void nothingEscapesTheTransaction() {
        var project = Wards.in(folder);
        for (var sql : List.of("COMMIT", "ROLLBACK", "PRAGMA foreign_keys = OFF", "VACUUM")) {
            var result = project.migrate("run", "-e", "UPDATE ward SET beds = 0 WHERE id = 1; " + sql, "--json");
            assertEquals("forbidden_statement", result.errorKind(), sql);
        }
        project.file("/free.sql", "-- migrate:up transaction:false\nVACUUM;");
        assertEquals("forbidden_statement", project.migrate("run", "free.sql", "--json").errorKind());
        var ended = project.migrate("run", "-e", "UPDATE ward SET beds = 0 WHERE id = 1; "
                + "INSERT OR ROLLBACK INTO ward VALUES (1, 'x', 0)");
        assertEquals(1, ended.exitCode());
        assertEquals(BEFORE, Wards.wards(project));
    }

    @Test
    void whatIsRefusedInATransactionIsNotAdvisedWithWhatRunRefusesToo() {
        var project = Wards.in(folder);
        var hint = project.migrate("run", "-e", "VACUUM").err();
        assertTrue(hint.contains("or make a revision of it that does not: with `-- migrate:up transaction"), hint);
        project.file("/Big.java", """
                class Big implements Migration {
                    public void up(Op op) {
                        op.batches("ward", "id").size(10).run(batch -> { });
                    }
                }
                """);
        hint = project.migrate("run", "Big.java").err();
        assertTrue(hint.contains("make a revision of it that does not"), hint);
    }

    @Test
    void explainingAStatementIsAQuery() {
        var project = Wards.in(folder);
        var result = project.migrate("run", "-e", "EXPLAIN QUERY PLAN DELETE FROM ward");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of(), events(project));
        assertEquals(BEFORE, Wards.wards(project));
    }

    @Test
    void whatWantsBatchesIsRefusedBeforeAnythingRuns() {
        var project = Wards.in(folder).file("/big.sql", """
                DELETE FROM log WHERE what = 'x';
                -- migrate:batch size=10 key=id
                UPDATE ward SET beds = 0;
                """).file("/Big.java", """
                class Big implements Migration {
                    @Override
                    @InBatches
                    public void up(Op op) {
                        op.batches("ward", "id").size(10).run(batch -> { });
                    }
                }
                """);
        var sql = project.migrate("run", "big.sql", "--allow", "all-rows");
        assertEquals("""
                Error: big.sql:3: `migrate run` runs everything in one transaction, and this statement is to run \
                in batches.
                Hint:  Make a revision of it: `revision -m "…"`, then `migrate upgrade`. Or take out the line \
                `-- migrate:batch`.
                """, sql.err());
        var java = project.migrate("run", "Big.java");
        assertTrue(java.err().startsWith("Error: Big.java: `migrate run` runs everything in one transaction, and this "
                + "class says @InBatches."), java.err());
        assertEquals("forbidden_statement", project.migrate("run", "--dry-run", "--json", "Big.java").errorKind());
        assertEquals(BEFORE, Wards.wards(project));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertEquals("Error: There is no file nowhere.sql.\n", Wards.in(folder).migrate("run", "nowhere.sql").err());
    }

    @Test
    void tablesAreChangedAsInScripts() {
        var project = Wards.in(folder);
        var result = project.migrate("run", "-e", "ALTER TABLE ward ALTER COLUMN beds TYPE TEXT");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("TEXT"), project.query("SELECT type FROM pragma_table_info('ward') WHERE name = 'beds'"));
    }

    @Test
    void aDeferredKeyThatIsBrokenInTheEndKeepsNothing() {
        var project = Wards.in(folder);
        var result = project.migrate("run", "-e", """
                PRAGMA defer_foreign_keys = ON;
                INSERT INTO patient (id, ward_id, name) VALUES (1, 99, 'x')""");
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("FOREIGN KEY constraint failed"), result.err());
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM patient"));
    }

    @Test
    void queriesAloneTakeNoLockAndWriteNothing() throws Exception {
        var project = Wards.in(folder);
        var before = Files.readAllBytes(project.database());
        try (var other = project.open(); var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            var result = project.migrate("run", "-e", "SELECT name FROM ward WHERE beds > 5; SELECT NULL AS none",
                    "--lock-timeout", "1ms");
            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().contains("    North\n    South\n"), result.out());
            assertTrue(result.out().contains("    none\n    NULL\n"), result.out());
            var locked = project.migrate("run", "-e", "DELETE FROM ward WHERE 0", "--lock-timeout", "1ms");
            assertEquals(5, locked.exitCode());
            statement.execute("ROLLBACK");
        }
        assertArrayEquals(before, Files.readAllBytes(project.database()));
    }

    @Test
    void manyRowsAreShownInPart() {
        var many = "WITH RECURSIVE m (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM m WHERE n < 1234) SELECT n FROM m";
        var result = Wards.in(folder).migrate("run", "-e", many);
        assertTrue(result.out().startsWith("-e:1  1,234 rows  WITH"), result.out());
        assertTrue(result.out().contains("    10\n    and 1,224 rows more\n"), result.out());
    }

    @Test
    void jsonIsOneDocumentWithRowsAndCounts() {
        var json = Wards.in(folder).migrate("run", "--json", "-e",
                "UPDATE ward SET beds = NULL WHERE id = 1 RETURNING name, beds; CREATE TABLE t (a)").json();
        assertFalse(json.get("dryRun").getAsBoolean());
        assertEquals(1, json.get("changed").getAsInt());
        var statements = json.getAsJsonArray("scripts").get(0).getAsJsonObject().getAsJsonArray("statements");
        var update = statements.get(0).getAsJsonObject();
        assertEquals(1, update.get("changed").getAsInt());
        assertEquals("[[\"North\",null]]", update.get("rows").toString());
        assertTrue(statements.get(1).getAsJsonObject().get("changed").isJsonNull());
    }

    @Test
    void standardInputIsAFileToo() {
        var before = System.in;
        System.setIn(new ByteArrayInputStream("\n\nSELECT 'ü' AS u; oops".getBytes(StandardCharsets.UTF_8)));
        try {
            var result = Wards.in(folder).migrate("run", "-");
            assertTrue(result.err().contains("standard input:3: near \"oops\""), result.err());
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void placeholdersAndUnfinishedLinesAreAsInScripts() {
        var project = Wards.in(folder).environment("MIGRATE_PLACEHOLDERS", "true");
        var result = project.migrate("run", "-e", "UPDATE ${table} SET beds = 1 WHERE id = 1", "--set", "table=ward");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals("North=1 South=20 007=5", Wards.wards(project));
        project.file("/draft.sql", "-- migrate:up\n-- migrate:todo Which one?\nDELETE FROM ward WHERE id = 1;");
        assertEquals("unfinished", project.migrate("run", "draft.sql", "--json").errorKind());
        assertEquals("unfinished", project.migrate("run", "--json", "-e", "-- migrate:todo Which?\nDELETE FROM ward "
                + "WHERE id = 1").errorKind());
    }

    @Test
    void whatCannotBeRunIsSaid() {
        var project = Wards.in(folder).file("/empty.sql", "-- nothing\n");
        assertEquals("usage", project.migrate("run", "--json").errorKind());
        assertEquals("usage", project.migrate("run", "a.sql", "-e", "SELECT 1", "--json").errorKind());
        assertEquals("usage", project.migrate("run", "-e", "SELECT 1", "-e", "SELECT 2", "--json").errorKind());
        assertEquals("file_error", project.migrate("run", "nowhere.sql", "--json").errorKind());
        assertEquals("bad_script", project.migrate("run", "empty.sql", "--json").errorKind());
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMade() {
        var project = new Project(folder);
        assertEquals("cannot_open", project.migrate("run", "-e", "CREATE TABLE t (a)", "--json").errorKind());
        assertFalse(Files.exists(project.database()));
    }

    @Test
    void aProductionDatabaseIsAskedFor() {
        var project = Wards.in(folder).environment("MIGRATE_CONFIRM", "true");
        var sql = "DELETE FROM ward WHERE id = 1";
        assertEquals("not_confirmed", project.migrate("run", "-e", sql, "--json").errorKind());
        assertEquals(0, project.migrate("run", "-e", sql, "--dry-run").exitCode());
        assertEquals(0, project.migrate("run", "-e", sql, "--yes").exitCode());
    }
}
