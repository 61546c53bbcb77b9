package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;
import tests.Result;

/** What {@code downgrade --keep-data} drops is there again after the next upgrade, exactly. */
class KeepDataTest {
    private static final String VALUES = "(1, 1), (2, '1'), (3, 1.0), (4, x'01'), (5, NULL), (6, ''), "
            + "(7, 9007199254740993), (8, 0.1), (9, 'ä' || char(0) || 'b'), (10, x'')";

    @TempDir
    Path folder;

    /** Revision a makes a table, b adds to it; the way down of b takes that away. */
    private Project project(String table, String up, String down) {
        return project(table, "DROP TABLE t;", up, down);
    }

    private Project project(String table, String undo, String up, String down) {
        var project = new Project(folder).script("a", "", table, undo).script("b", "a", up, down);
        succeeds(project.migrate("upgrade"));
        return project;
    }

    private static String succeeds(Result result) {
        assertEquals(0, result.exitCode(), result.out() + result.err());
        return result.out();
    }

    private static String down(Project project, String target) {
        return succeeds(project.migrate("downgrade", target, "--keep-data"));
    }

    private static String up(Project project) {
        return succeeds(project.migrate("upgrade"));
    }

    private static void goesAndComesBack(Project project, String target) {
        var before = Contents.of(project);
        down(project, target);
        assertNotEquals(before, Contents.of(project));
        up(project);
        assertEquals(before, Contents.of(project));
        assertEquals(List.of(), project.query("SELECT name FROM sqlite_schema WHERE name LIKE 'migrate_kept%'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INTEGER", "TEXT", "REAL", "NUMERIC", "BLOB", "VARCHAR(3) COLLATE NOCASE"})
    void theValuesOfAColumnAreWhatTheyWere(String type) {
        var project = project("CREATE TABLE t (id INTEGER PRIMARY KEY);", "ALTER TABLE t ADD COLUMN c " + type
                + " DEFAULT 'new';", "ALTER TABLE t DROP COLUMN c;");
        project.execute("INSERT INTO t VALUES " + VALUES);

        goesAndComesBack(project, "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(id INTEGER PRIMARY KEY, c)", "(id TEXT, c, PRIMARY KEY (id)) WITHOUT ROWID",
        "(id, c)", "(id INTEGER PRIMARY KEY, c ANY) STRICT", "(id INTEGER PRIMARY KEY AUTOINCREMENT, c BLOB)",
        "(id, c, twice AS (id || c), stored AS (c) STORED, UNIQUE (id))", "(\"rowid\", oid, _rowid_ DEFAULT 3)"})
    void theRowsOfATableAreWhatTheyWere(String columns) {
        var project = new Project(folder).script("a", "", "CREATE TABLE other (n);", "DROP TABLE other;")
                .script("b", "a", "CREATE TABLE t " + columns + ";", "DROP TABLE t;");
        up(project);
        var names = columns.startsWith("(\"") ? "\"rowid\", oid" : "id, c";
        project.execute("INSERT INTO t (" + names + ") VALUES " + VALUES);
        project.execute("DELETE FROM t WHERE " + (columns.startsWith("(\"") ? "\"rowid\"" : "id") + " = 2");

        goesAndComesBack(project, "a");
    }

    @Test
    void rowidsAndCountersComeBackToo() {
        var project = new Project(folder).script("a", "", """
                CREATE TABLE t (v);
                CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT);""", "DROP TABLE t; DROP TABLE counted;");
        up(project);
        project.execute("INSERT INTO t (rowid, v) VALUES (7, 'a'), (-3, 'b'), (9000000000, 'c')");
        project.execute("INSERT INTO counted VALUES (1), (50)");
        project.execute("DELETE FROM counted WHERE id = 50");

        down(project, "base");
        up(project);

        assertEquals(List.of("-3|b", "7|a", "9000000000|c"), project.query("SELECT rowid, v FROM t ORDER BY rowid"));
        assertEquals(List.of("50"), project.query("SELECT seq FROM sqlite_sequence WHERE name = 'counted'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id INTEGER PRIMARY KEY, k", "k TEXT PRIMARY KEY, id", "id, k, PRIMARY KEY (k, id)",
        "id NOT NULL, k, UNIQUE (id)", "id, k", "k COLLATE NOCASE, id, UNIQUE (k COLLATE BINARY)"})
    void aValueComesBackToItsRow(String columns) {
        var project = project("CREATE TABLE t (" + columns + ");", "ALTER TABLE t ADD COLUMN c TEXT DEFAULT 'new';",
                "ALTER TABLE t DROP COLUMN c;");
        project.execute("INSERT INTO t (id, k, c) VALUES (1, 'a', 'one'), (2, 'A', 'two'), (3, 'b', NULL)");
        goesAndComesBack(project, "a");

        down(project, "a");
        project.execute("DELETE FROM t WHERE id = 2");
        project.execute("INSERT INTO t (id, k) VALUES (9, 'z')");
        var said = up(project);

        assertTrue(said.contains("brings back 2 values of t.c"), said);
        assertTrue(said.contains("1 value of t.c stays in migrate_kept_1: the rows that it belongs to are gone"), said);
        assertEquals(List.of("1|one", "3|null", "9|new"), project.query("SELECT id, c FROM t ORDER BY id"));
        assertEquals(List.of("two"), project.query("SELECT c FROM migrate_kept_1"));
    }

    @Test
    void afterVacuumNoValueComesBackToAnotherRow() {
        var project = project("CREATE TABLE t (name);", "ALTER TABLE t ADD COLUMN c;", "ALTER TABLE t DROP COLUMN c;");
        project.execute("INSERT INTO t VALUES ('a', 1), ('b', 2), ('c', 3)");
        down(project, "a");
        project.execute("DELETE FROM t WHERE name = 'a'");
        project.execute("VACUUM");

        var said = up(project);

        assertEquals(List.of("b|null", "c|null"), project.query("SELECT name, c FROM t"));
        assertTrue(said.contains("3 values of t.c stay in migrate_kept_1: the rows that they belong to are gone, or "
                + "not certainly the same"), said);
    }

    @Test
    void aNewRowWithTheNumberOfADeletedOneIsAnotherRow() {
        var project = project("CREATE TABLE t (id INTEGER PRIMARY KEY, name);", "ALTER TABLE t ADD COLUMN c;",
                "ALTER TABLE t DROP COLUMN c;");
        project.execute("INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3), (4, 'd', 4)");
        down(project, "a");
        project.execute("DELETE FROM t WHERE id = 4");
        project.execute("INSERT INTO t (name) VALUES ('new')");
        project.execute("UPDATE t SET name = 'changed' WHERE id = 2");

        var said = up(project);

        assertEquals(List.of("1|a|1", "2|changed|2", "3|c|3", "4|new|null"), project.query("SELECT * FROM t"));
        assertTrue(said.contains("1 value of t.c stays in migrate_kept_1: the rows that it belongs to are gone, or not "
                + "certainly the same"), said);
    }

    @Test
    void whereNumbersAreNeverGivenTwiceTheNumberIsEnough() {
        var project = project("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, name);",
                "ALTER TABLE t ADD COLUMN c;", "ALTER TABLE t DROP COLUMN c;");
        project.execute("INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2)");
        down(project, "a");
        project.execute("UPDATE t SET name = 'changed'");

        up(project);

        assertEquals(List.of("1|changed|1", "2|changed|2"), project.query("SELECT * FROM t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE FROM t;", "DROP TABLE t;"})
    void rowsThatCameMeanwhileAreNotReplaced(String down) {
        var project = project("CREATE TABLE other (n);", "DROP TABLE other;",
                "CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, v);", down);
        project.execute("INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')");
        down(project, "a");
        project.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, v)");
        project.execute("INSERT INTO t VALUES (1, 'new'), (2, 'b')");

        var said = up(project);

        assertEquals(List.of("1|new", "2|b", "3|c"), project.query("SELECT * FROM t"));
        assertTrue(said.contains("1 row of t stays in migrate_kept_1: UNIQUE constraint failed: t.id"), said);
        assertEquals(List.of("1|a"), project.query("SELECT id, v FROM migrate_kept_1"));
    }

    @Test
    void whatDoesNotFitStaysAndIsTold() {
        var project = project("CREATE TABLE t (id INTEGER PRIMARY KEY);", "ALTER TABLE t ADD COLUMN c INTEGER;",
                "ALTER TABLE t DROP COLUMN c;");
        project.execute("INSERT INTO t VALUES (1, 10), (2, -5), (3, 'x')");
        down(project, "a");
        project.script("b", "a", "ALTER TABLE t ADD COLUMN c INTEGER CHECK (c > 0 AND typeof(c) <> 'text');",
                "ALTER TABLE t DROP COLUMN c;");

        var said = up(project);

        assertEquals(List.of("1|10", "2|null", "3|null"), project.query("SELECT id, c FROM t"));
        assertTrue(said.contains("brings back 1 value of t.c"), said);
        assertTrue(said.contains("2 values of t.c stay in migrate_kept_1: CHECK constraint failed"), said);
        assertEquals(List.of("2|-5|integer", "3|x|text"), project.query("SELECT id, c, typeof(c) FROM migrate_kept_1"));
    }

    @Test
    void aValueThatAnotherTypeWouldConvertStays() {
        var project = project("CREATE TABLE t (id INTEGER PRIMARY KEY);", "ALTER TABLE t ADD COLUMN c TEXT;",
                "ALTER TABLE t DROP COLUMN c;");
        project.execute("INSERT INTO t VALUES (1, '007'), (2, 'x')");
        down(project, "a");
        project.script("b", "a", "ALTER TABLE t ADD COLUMN c INTEGER;", "ALTER TABLE t DROP COLUMN c;");

        up(project);

        assertEquals(List.of("1|null", "2|x"), project.query("SELECT id, c FROM t"));
        assertEquals(List.of("1|007"), project.query("SELECT id, c FROM migrate_kept_1"));
    }

    @Test
    void aKeptRowTakesThePlaceOfASeedWithItsKey() {
        var project = new Project(folder).script("a", "", """
                CREATE TABLE role (id INTEGER PRIMARY KEY, name TEXT);
                INSERT INTO role VALUES (1, 'admin'), (2, 'nurse');""", "DROP TABLE role;");
        up(project);
        project.execute("UPDATE role SET name = 'Administrator' WHERE id = 1");
        project.execute("INSERT INTO role VALUES (3, 'guest')");
        down(project, "base");

        var said = up(project);

        assertTrue(said.contains("brings back 3 rows of role, 1 in place of what the script had put there"), said);
        assertEquals(List.of("1|Administrator", "2|nurse", "3|guest"), project.query("SELECT * FROM role"));
    }

    @Test
    void rowsGoIntoATableThatHasMoreColumnsNowAndNotIntoOneThatHasFewer() {
        var project = new Project(folder).script("a", "", "CREATE TABLE t (a, b);", "DROP TABLE t;");
        up(project);
        project.execute("INSERT INTO t VALUES (1, 2)");
        down(project, "base");
        project.script("a", "", "CREATE TABLE t (a, b, c DEFAULT 'new');", "DROP TABLE t;");
        up(project);
        assertEquals(List.of("1|2|new"), project.query("SELECT * FROM t"));

        down(project, "base");
        project.script("a", "", "CREATE TABLE t (a, c);", "DROP TABLE t;");
        var said = up(project);

        assertTrue(said.contains("1 row of t stays in migrate_kept_1: there is no column t.b"), said);
        assertEquals(List.of("1|2|new"), project.query("SELECT a, b, c FROM migrate_kept_1"));
    }

    @Test
    void triggersDoNotFireForWhatComesBackAndAreThereAfterwards() {
        var project = project("CREATE TABLE log (x); CREATE TABLE t (id INTEGER PRIMARY KEY, c);",
                "DROP TABLE log; DROP TABLE t;", "SELECT 1;", "DELETE FROM t;");
        project.execute("INSERT INTO t VALUES (1, 'one')");
        project.execute("CREATE TRIGGER wrote AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.c); END");
        project.execute("CREATE TRIGGER \"re wrote\" AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (new.c); END");

        goesAndComesBack(project, "a");

        assertEquals(List.of(), project.query("SELECT * FROM log"));
        project.execute("INSERT INTO t VALUES (2, 'two')");
        assertEquals(List.of("two"), project.query("SELECT * FROM log"));
    }
}
