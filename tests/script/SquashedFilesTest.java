package tests.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** What {@code revision squash} writes, what becomes of the files, and what it does not take. */
class SquashedFilesTest {
    @TempDir
    Path folder;

    private List<String> files(String where) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    private Project chain() {
        return new Project(folder).script("a", "", "CREATE TABLE a (n INTEGER);", "DROP TABLE a;")
                .script("b", "a", "INSERT INTO a VALUES (2);", "DELETE FROM a WHERE n = 2;")
                .script("c", "b", "CREATE TABLE c (n INTEGER);", "DROP TABLE c;");
    }

    private void refused(Project project, String range, String... words) throws IOException {
        var before = files("migrations");
        var result = project.revision("squash", range, "--json");
        assertEquals("cannot_squash", result.errorKind(), result.out());
        assertEquals(4, result.exitCode());
        for (var word : words) {
            assertTrue(result.out().contains(word), word + " in " + result.out());
        }
        assertEquals(before, files("migrations"));
    }

    @Test
    void oneFileTakesThePlaceOfThreeAndSaysWhatTheySaid() throws IOException {
        var result = chain().revision("squash", ":c", "--rev-id", "s", "-m", "All of it");

        assertEquals("migrations/c_s_all_of_it.sql\n", result.out());
        assertEquals(List.of("c_s_all_of_it.sql"), files("migrations"));
        var text = Files.readString(folder.resolve("migrations/c_s_all_of_it.sql"));
        assertEquals("""
                -- replaces: a, b, c
                -- All of it

                -- migrate:up
                -- From a: Message of a
                CREATE TABLE a (n INTEGER);

                -- From b: Message of b
                INSERT INTO a VALUES (2);

                -- From c: Message of c
                CREATE TABLE c (n INTEGER);

                -- migrate:down
                -- From c: Message of c
                DROP TABLE c;

                -- From b: Message of b
                DELETE FROM a WHERE n = 2;

                -- From a: Message of a
                DROP TABLE a;
                """, text.substring(text.indexOf("-- replaces")));
    }

    @Test
    void theAnswerNamesWhatWasReplacedAndDeleted() {
        var json = chain().revision("squash", "a:b", "--rev-id", "s", "--json").json();
        assertEquals("[\"a\",\"b\"]", json.get("replaces").toString());
        assertEquals("[\"migrations/a.sql\",\"migrations/b.sql\"]", json.get("deleted").toString());
        assertEquals("migrations/b_s_squash_a_to_b.sql", json.get("path").getAsString());
        assertTrue(json.get("wayDown").getAsBoolean());
    }

    @Test
    void filesAreKeptWhereThatIsAsked() throws IOException {
        var before = Files.readString(chain().folder().resolve("migrations/a.sql"));
        assertEquals(0, new Project(folder).revision("squash", "a:b", "--keep-files", "migrations/before").exitCode());
        assertEquals(List.of("a.sql", "b.sql"), files("migrations/before"));
        assertEquals(before, Files.readString(folder.resolve("migrations/before/a.sql")));
        assertEquals(2, new Project(folder).revision("squash", ":c", "--keep-files", "migrations").exitCode());
    }

    @Test
    void aScriptWithoutAWayDownTakesItFromTheSquash() throws IOException {
        var project = chain().file("b.sql", "-- revision: b\n-- revises: a\nINSERT INTO a VALUES (2);\n");
        var result = project.revision("squash", ":c", "--rev-id", "s");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.err().contains("no way down, because there is none in migrations/b.sql"), result.err());
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals("no_way_down", project.migrate("downgrade", "base", "--json").errorKind());
    }

    @Test
    void aLastStatementMayLackItsSemicolon() {
        var project = new Project(folder)
                .file("1_a.sql", "CREATE TABLE t (n INTEGER)").file("2_b.sql", "INSERT INTO t VALUES (1) -- one")
                .file("3_c.sql", "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END")
                .file("4_d.sql", "INSERT INTO t VALUES (';') /* two */");
        var result = project.revision("squash", ":4");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1", ";"), project.query("SELECT n FROM t ORDER BY rowid"));
    }

    @Test
    void scriptsWithoutHeadersFollowTheSquashByItsName() throws IOException {
        var project = new Project(folder)
                .file("001_a.sql", "CREATE TABLE a (n);").file("002_b.sql", "CREATE TABLE b (n);")
                .file("003_c.sql", "CREATE TABLE c (n);").file("V10__d.sql", "CREATE TABLE d (n);");
        assertEquals(0, project.migrate("upgrade", "003").exitCode());

        assertEquals(0, project.revision("squash", ":002", "--rev-id", "s", "-m", "Start").exitCode());

        assertEquals(List.of("002_s_start.sql", "003_c.sql", "V10__d.sql"), files("migrations"));
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals("10 (head)\n", project.migrate("current").out());
        assertEquals(0, project.migrate("check").exitCode(), project.migrate("check").out());
    }

    @Test
    void branchesThatPartAndJoinInsideAreOne() {
        var project = chain().script("x", "a", "CREATE TABLE x (n INTEGER);", "DROP TABLE x;")
                .script("m", "c,x", "", "").script("e", "m", "CREATE TABLE e (n INTEGER);", "DROP TABLE e;");
        assertEquals(0, project.revision("squash", "a:m", "--rev-id", "s").exitCode());
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("s", "e"), project.query("SELECT revision FROM migrate_revision ORDER BY event"));
    }

    @Test
    void labelsAndDependenciesGoOver() {
        var project = chain().file("other.sql", "-- revision: o\n-- revises:\nCREATE TABLE o (n);\n")
                .file("c.sql", "-- revision: c\n-- revises: b\n-- depends-on: o\n"
                        + "-- labels: lab\nCREATE TABLE c (n);\n");
        var json = project.revision("squash", "a:c", "--rev-id", "s", "--json").json();
        assertEquals("[\"o\"]", json.get("dependsOn").toString(), json.toString());
        assertEquals("[\"lab\"]", json.get("labels").toString());
        assertEquals(0, project.migrate("upgrade", "lab@head").exitCode());
    }

    @Test
    void aRangeWithSeveralWaysInOrOutIsRefused() throws IOException {
        var project = chain().script("x", "b", "", "").script("y", "", "", "").script("m", "c,y", "", "");
        refused(project, "a:c", "several ways out", "b, c");
        refused(project, "b:m", "several ways in", "b, m");
        refused(project, "b:b", "one revision only");
    }

    @Test
    void whatDependsOnAPartInTheMiddleIsRefused() throws IOException {
        var project = chain().file("o.sql", "-- revision: o\n-- revises:\n-- depends-on: a\n")
                .file("c.sql", "-- revision: c\n-- revises: b\n-- depends-on: o\n");
        refused(project, "a:c", "o in its middle");
    }

    @Test
    void javaAndWhatRunsOutsideATransactionAreNamed() throws IOException {
        var project = chain().file("d.java", "// revision: d\n// revises: c\nclass D implements Migration { "
                + "public void up(Op op) { } }\n");
        refused(project, "a:d", "Java", "migrations/d.java");
        project.file("c.sql", "-- revision: c\n-- revises: b\n\n-- migrate:up transaction:false\nVACUUM;\n");
        refused(project, "a:c", "outside a transaction", "migrations/c.sql");
    }

    @Test
    void whatOthersInTheSameTransactionWouldNoticeIsNamed() throws IOException {
        var project = chain();
        for (var words : List.of("PRAGMA recursive_triggers = ON", "CREATE TEMP TABLE t (n)",
                "INSERT INTO a VALUES (last_insert_rowid())")) {
            project.script("c", "b", words + ";", "");
            refused(project, "a:c", "migrations/c.sql says");
        }
        project.script("c", "b", "-- migrate:todo Which one?", "");
        refused(project, "a:c", "migrations/c.sql:7: `-- migrate:todo");
    }

    @Test
    void rowsThatDifferEachTimeAreNotProvenAndTimesAre() throws IOException {
        var project = chain().script("c", "b", "CREATE TABLE c (at TEXT DEFAULT CURRENT_TIMESTAMP); "
                + "INSERT INTO c DEFAULT VALUES; INSERT INTO c VALUES (hex(randomblob(9)));", "DROP TABLE c;");
        refused(project, "a:c", "other rows in c when they are applied");
        project.script("c", "b", "CREATE TABLE c (at TEXT DEFAULT CURRENT_TIMESTAMP); INSERT INTO c DEFAULT VALUES;",
                "DROP TABLE c;");
        assertEquals(0, project.revision("squash", "a:c").exitCode());
    }

    @Test
    void whatNeedsRowsThatNoScriptBringsIsNotProven() throws IOException {
        refused(chain().script("c", "b", "INSERT INTO a SELECT max(n) FROM nowhere;", ""), "a:c",
                "cannot be proven", "migrations/c.sql:7");
    }

    @Test
    void anEditedScriptIsNotSquashed() {
        var project = chain();
        project.migrate("upgrade");
        project.script("b", "a", "INSERT INTO a VALUES (7);", "");
        assertEquals("edited", project.revision("squash", "a:c", "--json").errorKind());
    }

    @Test
    void theDatabaseAtHandIsNotLeftInTheMiddle() throws IOException {
        var project = chain();
        project.migrate("upgrade", "b");
        var result = project.revision("squash", "a:c", "--json");
        assertEquals("within_squash", result.errorKind());
        assertTrue(result.out().contains("`migrate upgrade c` first"), result.out());
        assertEquals(List.of("a.sql", "b.sql", "c.sql"), files("migrations"));
    }

    @Test
    void twoScriptsThatReplaceOneAreRefused() {
        var project = new Project(folder).file("1.sql", "-- replaces: a, b\nSELECT 1;\n")
                .file("2.sql", "-- replaces: b, c\nSELECT 1;\n");
        assertEquals("duplicate_id", project.migrate("upgrade", "--json").errorKind());
    }

    @Test
    void anIdThatWasSquashedIsNotGivenAgain() {
        var project = chain();
        assertEquals(0, project.revision("squash", "a:b").exitCode());
        assertEquals("duplicate_id", project.revision("-m", "x", "--rev-id", "a", "--json").errorKind());
    }
}
