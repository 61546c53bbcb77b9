package tests.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** Another program writes all the time. */
class BusyDatabaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void aCopyIsOfOneMoment(String journalMode) {
        var project = busy(journalMode);

        Writer.writing(project.database(), () -> {
            long rows = 0;
            for (int i = 0; i < 5; i++) {
                var result = project.migrate("backup", "copy" + i + ".db");
                assertEquals(0, result.exitCode(), result.err());
                long now = assertWhole(folder.resolve("copy" + i + ".db"));
                assertTrue(now > rows, "Nothing was written between two copies: " + now);
                rows = now;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void betweenTheCopyAndTheFirstScriptNobodyWrites(String journalMode) {
        var project = busy(journalMode)
                .script("b", "a", "CREATE TABLE seen AS SELECT count(*) AS n FROM left_side;", "DROP TABLE seen;")
                .script("c", "b", "CREATE TABLE c (n);", "DROP TABLE c;");
        Writer.writing(project.database(), () -> {
            for (int i = 0; i < 3; i++) {
                var result = project.migrate("upgrade", "--backup");
                assertEquals(0, result.exitCode(), result.err());
                var copy = Path.of(project.query("""
                        SELECT detail FROM migrate_event WHERE operation = 'backup' ORDER BY id DESC""").get(0));
                assertEquals(project.query("SELECT n FROM seen"), List.of(Long.toString(assertWhole(copy))));
                assertEquals(List.of(), Copies.query(copy, "SELECT 1 FROM sqlite_schema WHERE name = 'seen'"));
                assertEquals(0, project.migrate("downgrade", "a", "--allow", "drop-data").exitCode());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "WAL"})
    void norWhereTheFirstScriptRunsOutsideATransaction(String journalMode) {
        var project = busy(journalMode).file("b.sql", """
                -- revision: b
                -- revises: a
                -- migrate:up transaction:false
                CREATE TABLE seen AS SELECT count(*) AS n FROM left_side;
                CREATE TABLE after (n);
                -- migrate:down
                DROP TABLE seen;
                DROP TABLE after;
                """);
        // The journal is begun first, in the transaction of the copy; then others may write before the statement.
        Writer.writing(project.database(), () -> {
            var result = project.migrate("upgrade", "--backup");
            assertEquals(0, result.exitCode(), result.err());
        });
        var copy = Copies.backups(project).get(0);
        long copied = assertWhole(copy);
        assertTrue(copied <= Long.parseLong(project.query("SELECT n FROM seen").get(0)));
        assertEquals(List.of(), Copies.query(copy, "SELECT name FROM sqlite_schema WHERE name = 'seen'"));
    }

    /** {@return how many rows a copy has in each of the two tables} */
    private static long assertWhole(Path copy) {
        assertEquals(List.of("ok"), Copies.query(copy, "PRAGMA integrity_check"));
        var left = Copies.query(copy, "SELECT count(*) FROM left_side");
        assertEquals(left, Copies.query(copy, "SELECT count(*) FROM right_side"));
        return Long.parseLong(left.get(0));
    }

    private Project busy(String journalMode) {
        var project = new Project(folder).script("a", "", """
                CREATE TABLE left_side (n INTEGER);
                CREATE TABLE filler (b BLOB);
                CREATE TABLE right_side (n INTEGER);""", "");
        assertEquals(0, project.migrate("upgrade", "a").exitCode());
        project.execute("PRAGMA journal_mode = " + journalMode);
        project.execute("""
                INSERT INTO filler WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 2000)
                SELECT randomblob(1000) FROM s""");
        return project;
    }
}
