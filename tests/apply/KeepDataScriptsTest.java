package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;
import tests.Result;

/** {@code --keep-data} with all that a way down can be: renames, foreign keys, Java, several scripts, none at all. */
class KeepDataScriptsTest {
    private static final String SIDE_TABLES = "SELECT name FROM sqlite_schema WHERE name LIKE 'migrate_kept%'";

    @TempDir
    Path folder;

    private Project project() {
        return new Project(folder);
    }

    private static String succeeds(Result result) {
        assertEquals(0, result.exitCode(), result.out() + result.err());
        return result.out();
    }

    private static void goesAndComesBack(Project project, String target) {
        var before = Contents.of(project);
        succeeds(project.migrate("downgrade", target, "--keep-data"));
        succeeds(project.migrate("upgrade"));
        assertEquals(before, Contents.of(project));
        assertEquals(List.of(), project.query(SIDE_TABLES));
    }

    @Test
    void severalScriptsGoAndComeBackInTurn() {
        var project = project().script("a", "", "CREATE TABLE other (n);", "DROP TABLE other;")
                .script("b", "a", "CREATE TABLE t (id INTEGER PRIMARY KEY, v);", "DROP TABLE t;")
                .script("c", "b", "ALTER TABLE t ADD COLUMN c;", "ALTER TABLE t DROP COLUMN c;");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1, 'v', 'c')");

        for (var target : List.of("b", "a", "b", "a")) {
            goesAndComesBack(project, target);
        }
    }

    @Test
    void whatSquashedScriptsTookComesBackWithTheOneThatReplacesThem() {
        var project = project().script("a", "", "CREATE TABLE t (id INTEGER PRIMARY KEY, v);", "DROP TABLE t;")
                .script("b", "a", "ALTER TABLE t ADD COLUMN c DEFAULT 'new';", "ALTER TABLE t DROP COLUMN c;")
                .script("c", "b", "CREATE TABLE u (v);", "DROP TABLE u;");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1, 'v', 'c'), (2, 'w', NULL)");
        project.execute("INSERT INTO u VALUES ('u')");
        var before = Contents.of(project);
        succeeds(project.migrate("downgrade", "b", "--keep-data"));
        succeeds(project.migrate("downgrade", "base", "--keep-data"));
        succeeds(project.revision("squash", "a:b", "--rev-id", "s"));
        var kept = project.migrate("kept").out();
        assertTrue(kept.contains("when s is applied"), kept);
        assertTrue(kept.contains("when it is applied"), kept);

        succeeds(project.migrate("upgrade"));

        assertEquals(before, Contents.of(project));
        assertEquals("Nothing is kept.\n", project.migrate("kept").err());
    }

    @Test
    void whatWasKeptTwiceComesBackAsItWasLastAndNothingOfTheRestIsLost() {
        var project = project().script("a", "", "CREATE TABLE t (id INTEGER PRIMARY KEY);", "DROP TABLE t;")
                .script("b", "a", "ALTER TABLE t ADD COLUMN c; CREATE TABLE u (id INTEGER PRIMARY KEY, v);",
                        "DROP TABLE u; ALTER TABLE t DROP COLUMN c;");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1, 'old'), (2, 'older')");
        project.execute("INSERT INTO u VALUES (1, 'old'), (2, 'older')");
        succeeds(project.migrate("downgrade", "a", "--keep-data"));
        project.execute("ALTER TABLE t ADD COLUMN c");
        project.execute("CREATE TABLE u (id INTEGER PRIMARY KEY, v)");
        succeeds(project.migrate("stamp", "b"));
        project.execute("UPDATE t SET c = 'new' WHERE id = 1");
        project.execute("INSERT INTO u VALUES (1, 'new'), (3, 'newer')");
        succeeds(project.migrate("downgrade", "a", "--keep-data"));

        var said = succeeds(project.migrate("upgrade"));

        assertEquals(List.of("1|new", "2|null"), project.query("SELECT * FROM t"));
        assertEquals(List.of("1|new", "2|older", "3|newer"), project.query("SELECT * FROM u"));
        assertTrue(said.contains("2 values of t.c stay in migrate_kept_2: other values were kept later"), said);
        assertTrue(said.contains("1 row of u stays in migrate_kept_1: "), said);
        assertEquals(List.of("1|old", "2|older"), project.query("SELECT id, c FROM migrate_kept_2 ORDER BY 1"));
        assertEquals(List.of("1|old"), project.query("SELECT id, v FROM migrate_kept_1"));
    }

    @Test
    void aDryRunSaysWhatWouldComeBack() {
        var project = project().script("a", "", "CREATE TABLE t (v);", "DROP TABLE t;");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1)");
        succeeds(project.migrate("downgrade", "base", "--keep-data"));
        var before = Dump.of(project.database());

        var said = succeeds(project.migrate("upgrade", "--dry-run"));

        assertTrue(said.contains("        would bring back 1 row of t, as far as it fits\n"), said);
        assertEquals(before, Dump.of(project.database()));
    }

    @Test
    void theListSaysWhereNoScriptBringsItBack() throws IOException {
        var project = project().script("a", "", "CREATE TABLE t (v);", "DROP TABLE t;");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1)");
        succeeds(project.migrate("downgrade", "base", "--keep-data"));

        succeeds(project.migrate("stamp", "a"));
        assertTrue(project.migrate("kept").out().contains("when it is applied again"), project.migrate("kept").out());

        succeeds(project.migrate("stamp", "base"));
        Files.delete(project.folder().resolve("migrations/a.sql"));
        assertTrue(project.migrate("kept").out().contains("when it is applied; this folder does not have it"),
                project.migrate("kept").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "transaction:false"})
    void aWayDownMayRenameWhatItDropsFrom(String transaction) {
        var project = project().file("a.sql", """
                -- revision: a
                -- migrate:up
                CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, c);
                -- migrate:down %s
                ALTER TABLE t DROP COLUMN c;
                ALTER TABLE t RENAME COLUMN id TO number;
                ALTER TABLE t RENAME TO u;
                ALTER TABLE u RENAME COLUMN b TO x, DROP COLUMN x;
                DROP TABLE u;
                """.formatted(transaction));
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1, 'a', 'b', 'c'), (2, NULL, 2, 3.0)");

        goesAndComesBack(project, "base");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TABLE child; DROP TABLE parent;", "DROP TABLE parent; DROP TABLE child;",
        "DELETE FROM parent; DROP TABLE child; DROP TABLE parent;"})
    void parentsComeBeforeTheirChildren(String down) {
        var project = project().script("a", "", """
                CREATE TABLE parent (id INTEGER PRIMARY KEY, above INTEGER REFERENCES parent);
                CREATE TABLE child (a, b, parent INTEGER REFERENCES parent ON DELETE CASCADE, PRIMARY KEY (a, b));
                """, down);
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO parent VALUES (1, 3), (2, 1), (3, NULL)");
        project.execute("INSERT INTO child VALUES (1, 1, 1), (1, 2, 3), (2, 1, NULL)");

        goesAndComesBack(project, "base");
        assertEquals(List.of(), project.query("PRAGMA foreign_key_check"));
    }

    @Test
    void rowsThatGoWithOthersAreKeptThroughAllTables() {
        var project = project().script("a", "", """
                CREATE TABLE one (id INTEGER PRIMARY KEY);
                CREATE TABLE two (id INTEGER PRIMARY KEY, one REFERENCES one ON DELETE CASCADE);
                CREATE TABLE three (two REFERENCES two ON DELETE CASCADE, v);""", "")
                .script("b", "a", "SELECT 1;", "DELETE FROM one;");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO one VALUES (1), (2)");
        project.execute("INSERT INTO two VALUES (10, 1), (20, NULL)");
        project.execute("INSERT INTO three VALUES (10, 'x'), (20, 'y'), (NULL, 'z')");

        var before = Contents.of(project);
        var said = succeeds(project.migrate("downgrade", "a", "--keep-data"));
        assertTrue(said.contains("keeps 1 row of three"), said);
        assertEquals(List.of("y", "z"), project.query("SELECT v FROM three"));
        succeeds(project.migrate("upgrade"));
        assertEquals(before, Contents.of(project));
    }

    @Test
    void aRowWhoseParentIsGoneStays() {
        var project = project().script("a", "", "CREATE TABLE parent (id INTEGER PRIMARY KEY);", "")
                .script("b", "a", "CREATE TABLE child (id INTEGER PRIMARY KEY, p INTEGER REFERENCES parent);",
                        "DROP TABLE child;");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO parent VALUES (1), (2)");
        project.execute("INSERT INTO child VALUES (1, 1), (2, 2)");
        succeeds(project.migrate("downgrade", "a", "--keep-data"));
        project.execute("DELETE FROM parent WHERE id = 2");

        var said = succeeds(project.migrate("upgrade"));

        assertTrue(said.contains("1 row of child stays in migrate_kept_1: FOREIGN KEY constraint failed"), said);
        assertEquals(List.of("1|1"), project.query("SELECT * FROM child"));
        assertEquals(List.of("2|2"), project.query("SELECT id, p FROM migrate_kept_1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CREATE VIRTUAL TABLE t USING fts5(v); DROP TABLE t; t is a virtual table
            CREATE TABLE t (v PRIMARY KEY), CREATE TABLE u (v REFERENCES t ON DELETE SET NULL); DELETE FROM t; SET NULL
            CREATE TABLE t (v, rowid, _rowid_, oid); ALTER TABLE t DROP COLUMN v; nothing by which they would be known
            """)
    void whatCannotBeKeptIsRefused(String up, String down, String why) {
        var project = project().script("a", "", up.replace("),", ");") + ";", "")
                .script("b", "a", "SELECT 1;", down + ";");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t (v) VALUES ('x')");
        if (up.contains("CREATE TABLE u")) {
            project.execute("INSERT INTO u VALUES ('x')");
        }
        var before = Contents.of(project);

        var refused = project.migrate("downgrade", "a", "--keep-data", "--json");

        assertEquals("hazard", refused.errorKind());
        assertTrue(refused.out().contains("migrations/b.sql:10") && refused.out().contains(why), refused.out());
        assertEquals(before, Contents.of(project));
        var said = succeeds(project.migrate("downgrade", "a", "--keep-data", "--allow", "drop-data"));
        assertTrue(said.contains("loses 1 "), said);
    }

    @Test
    void whatAJavaScriptTakesAwayIsKeptToo() {
        var project = project().script("a", "", "CREATE TABLE other (n);", "DROP TABLE other;").file("b.java", """
                // revision: b
                // revises: a
                class Tables implements Migration {
                    public void up(Op op) {
                        op.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v, w)");
                        op.execute("CREATE TABLE u (v)");
                        op.execute("CREATE TABLE s (v)");
                    }
                    public void down(Op op) {
                        op.alterTable("t").dropColumn("v");
                        op.execute("ALTER TABLE t DROP COLUMN w");
                        op.execute("DROP TABLE t");
                        op.execute("DELETE FROM u");
                        op.execute("DROP TABLE u");
                        op.execute("DROP TABLE IF EXISTS s");
                    }
                }
                """);
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1, 'v', 'w')");
        project.execute("INSERT INTO u VALUES (1), (2)");

        goesAndComesBack(project, "a");
    }

    @Test
    void aScriptThatFailsKeepsNothing() {
        var project = project().script("a", "", "CREATE TABLE t (v);", "DROP TABLE t; DROP TABLE nowhere;");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1)");
        var before = Dump.of(project.database());

        assertEquals(1, project.migrate("downgrade", "base", "--keep-data").exitCode());

        assertEquals(before, Dump.of(project.database()));
    }

    @Test
    void aTableThatAScriptRebuildsByHandIsNotKept() {
        var project = project().script("a", "", "CREATE TABLE t (v);", """
                CREATE TABLE n (v TEXT); INSERT INTO n SELECT v FROM t; DROP TABLE t; ALTER TABLE n RENAME TO t;""");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1)");

        var said = succeeds(project.migrate("downgrade", "base", "--keep-data"));

        assertFalse(said.contains("keeps"), said);
    }

    private Project kept() {
        var project = project().script("a", "", "CREATE TABLE t (id INTEGER PRIMARY KEY);", "DROP TABLE t;")
                .script("b1", "a", "ALTER TABLE t ADD COLUMN c;", "ALTER TABLE t DROP COLUMN c;");
        succeeds(project.migrate("upgrade"));
        project.execute("INSERT INTO t VALUES (1, 'x'), (2, 'y')");
        succeeds(project.migrate("downgrade", "a", "--keep-data"));
        return project;
    }

    @Test
    void whatIsKeptIsShownAndDroppedWhenSomebodySaysSo() {
        var project = kept();

        assertTrue(succeeds(project.migrate("status")).contains("2 values of t.c"), "status");
        var listed = project.migrate("kept", "--json").json().getAsJsonArray("kept");
        assertEquals("{\"revision\":\"b1\",\"kind\":\"column\",\"table\":\"t\",\"column\":\"c\",\"rows\":2,"
                + "\"sideTable\":\"migrate_kept_1\",", listed.get(0).toString().replaceAll("\"keptAt.*", ""));
        assertEquals(listed, project.migrate("status", "--json").json().getAsJsonArray("kept"));
        assertEquals("unknown_revision", project.migrate("kept", "--drop", "a", "--json").errorKind());

        var said = succeeds(project.migrate("kept", "--drop", "b"));

        assertTrue(said.contains("dropped  b1  2 values of t.c"), said);
        assertEquals(List.of(), project.query(SIDE_TABLES));
        assertEquals(List.of("b1|2 values of t.c"),
                project.query("SELECT subject, detail FROM migrate_event WHERE operation = 'drop-kept'"));
        assertEquals("Nothing is kept.\n", project.migrate("kept").err());
        succeeds(project.migrate("upgrade"));
        assertEquals(List.of("1|null", "2|null"), project.query("SELECT * FROM t"));
    }

    @Test
    void checkDoesNotSeeTheToolkitsSideTables() {
        var project = kept().file("/models/schema.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY);");

        succeeds(project.migrate("stamp", "b1"));
        assertEquals(List.of("migrate_kept", "migrate_kept_1"), project.query(SIDE_TABLES));
        succeeds(project.migrate("check"));
    }

    @Test
    void anOlderThingThatIsKeptStaysAndIsTold() {
        var project = kept();
        project.execute("ALTER TABLE t ADD COLUMN c");
        succeeds(project.migrate("stamp", "b1"));

        var said = succeeds(project.migrate("downgrade", "a"));

        assertTrue(said.contains("2 values of t.c of ") && said.contains(" are still kept, in migrate_kept_1"), said);
        succeeds(project.migrate("upgrade"));
        assertEquals(List.of("1|x", "2|y"), project.query("SELECT * FROM t"));
    }

    @Test
    void whatWasKeptLastCounts() {
        var project = kept();
        project.execute("ALTER TABLE t ADD COLUMN c");
        project.execute("UPDATE t SET c = 'newer'");
        succeeds(project.migrate("stamp", "b1"));
        succeeds(project.migrate("downgrade", "a", "--keep-data"));

        succeeds(project.migrate("upgrade"));

        assertEquals(List.of("1|newer", "2|newer"), project.query("SELECT * FROM t"));
    }

    @Test
    void whatDidNotComeBackIsLeftToAPerson() {
        var project = kept();
        project.execute("DELETE FROM t WHERE id = 2");
        succeeds(project.migrate("upgrade"));
        succeeds(project.migrate("downgrade", "a", "--keep-data"));
        project.execute("INSERT INTO t VALUES (2)");

        succeeds(project.migrate("upgrade"));

        assertEquals(List.of("1|x", "2|null"), project.query("SELECT * FROM t"));
        assertTrue(succeeds(project.migrate("kept")).contains("no: the rows that it belongs to are gone"), "kept");
    }

    @Test
    void aDryRunSaysWhatWouldBeKeptAndKeepsNothing() {
        var project = kept();
        succeeds(project.migrate("upgrade"));
        var before = Dump.of(project.database());

        var said = succeeds(project.migrate("downgrade", "a", "--keep-data", "--dry-run"));

        assertTrue(said.contains("would keep 2 values of t.c"), said);
        assertEquals(before, Dump.of(project.database()));
        assertEquals(4, project.migrate("downgrade", "a", "--dry-run").exitCode());
    }

    @Test
    void aPrintedScriptCannotKeepAnything() {
        var project = kept();

        var refused = project.migrate("downgrade", "--sql", "a:base", "--keep-data", "--json");

        assertEquals(2, refused.exitCode());
        assertEquals("usage", refused.errorKind());
    }

    @Test
    void inAGroupEachScriptKeepsItsOwn() {
        var project = project().script("a", "", "CREATE TABLE a (v);", "DROP TABLE a;")
                .script("b", "a", "CREATE TABLE b (v);", "DROP TABLE b;")
                .script("c", "b", "CREATE TABLE c (v);", "DROP TABLE c;");
        succeeds(project.migrate("upgrade"));
        List.of("a", "b", "c").forEach(it -> project.execute("INSERT INTO " + it + " VALUES ('of " + it + "')"));
        succeeds(project.migrate("downgrade", "base", "--keep-data"));
        assertEquals(List.of("c|c", "b|b", "a|a"),
                project.query("SELECT revision, table_name FROM migrate_kept ORDER BY id"));

        var said = succeeds(project.migrate("upgrade", "b"));

        assertTrue(said.contains("brings back 1 row of b"), said);
        assertEquals(List.of("of b"), project.query("SELECT * FROM b"));
        assertEquals(List.of("c"), project.query("SELECT revision FROM migrate_kept"));
    }
}
