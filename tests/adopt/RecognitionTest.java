package tests.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** Which revision a database is, by its schema alone. */
class RecognitionTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void writeScripts() {
        project = new Project(folder)
                .script("one", "", "CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL);", "")
                .script("two", "one", "ALTER TABLE item ADD COLUMN price NUMERIC NOT NULL DEFAULT 0;", "")
                .script("three", "two", "CREATE TABLE sale (item INTEGER NOT NULL REFERENCES item(id));", "")
                .script("four", "three", "INSERT INTO item (id, name) VALUES (1, 'first');", "")
                .file("/data/.keep", "");
    }

    private List<String> recorded() {
        return project.query("SELECT revision FROM migrate_revision ORDER BY event");
    }

    @Test
    void aSchemaThatBehavesTheSameIsTheSame() {
        project.execute("""
                create table ITEM ("price" NUMERIC DEFAULT '0' not null, "name" TEXT NOT NULL, id INTEGER NOT NULL,
                    CONSTRAINT pk PRIMARY KEY (id))""");

        var result = project.migrate("adopt");

        assertEquals("""
                adopt  one  Message of one  (recognised)
                adopt  two  Message of two  (recognised)
                The database is at two.
                """, result.out(), result.err());
    }

    @Test
    void scriptsThatLeaveNoTraceAreAskedFor() {
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, "
                + "price NUMERIC NOT NULL DEFAULT 0); CREATE TABLE sale (item INTEGER NOT NULL REFERENCES item(id))");

        var result = project.migrate("adopt");

        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("""
                Error: The schema of this database fits several revisions:
                    three (Message of three)
                    four (Message of four)
                """), result.err());
        assertTrue(result.err().contains("--as REV"), result.err());
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());

        assertEquals(0, project.migrate("adopt", "--as", "three").exitCode());
        assertEquals(List.of("one", "two", "three"), recorded());
        assertEquals(List.of("as told"), project.query("SELECT DISTINCT origin FROM migrate_revision"));
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1|first|0"), project.query("SELECT * FROM item"));
    }

    @Test
    void whatAPersonSaysIsNotBelievedAgainstTheSchema() {
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL)");

        var result = project.migrate("adopt", "--as", "two", "--json");

        assertEquals(3, result.exitCode());
        assertEquals("{\"sign\":\"+\",\"subject\":\"column\",\"object\":\"item.price\",\"from\":\"\","
                + "\"to\":\"NUMERIC NOT NULL DEFAULT 0\"}",
                result.json().getAsJsonArray("differences").get(0).toString());
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());

        var told = project.migrate("adopt", "--as", "two", "--allow", "difference");
        assertEquals(0, told.exitCode());
        assertTrue(told.err().contains("Left as it is: + column item.price"), told.err());
        assertEquals(List.of("one", "two"), recorded());
    }

    @Test
    void allowingADifferenceMakesNoGuessARecord() {
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20))");

        assertEquals(3, project.migrate("adopt", "--allow", "difference").exitCode());
    }

    @Test
    void whatNoScriptMakesIsNamedAndLeftAlone() {
        project.execute("""
                CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL);
                CREATE TABLE theirs (n INT); CREATE VIEW seen AS SELECT * FROM theirs;
                CREATE TRIGGER t AFTER INSERT ON theirs BEGIN SELECT 1; END""");
        var before = Everything.of(project);

        var result = project.migrate("adopt");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.err().contains("No script makes theirs, seen. Nothing is done about that."), result.err());
        assertEquals(List.of("one"), recorded());
        assertEquals(before, Everything.of(project));
    }

    @Test
    void aTableThatALaterScriptMakesIsNoneOfSomebodyElse() {
        project.execute("""
                CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL);
                CREATE TABLE sale (item INTEGER NOT NULL REFERENCES item(id))""");

        assertEquals(3, project.migrate("adopt").exitCode());
    }

    @Test
    void whatRepeatableScriptsMakeDoesNotCount() {
        project.file("repeatable/cheap.sql", "CREATE VIEW cheap AS SELECT * FROM item WHERE price < 1;");
        project.execute("""
                CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL);
                CREATE VIEW cheap AS SELECT 2""");

        assertEquals(0, project.migrate("adopt").exitCode());
        assertEquals(List.of("one"), recorded());
    }

    @Test
    void ofBranchesEachHeadAndAllOfThemAreRecognised() {
        project.script("left", "two", "CREATE TABLE l (n INT);", "")
                .script("right", "two", "CREATE TABLE r (n INT);", "");
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, "
                + "price NUMERIC NOT NULL DEFAULT 0); CREATE TABLE r (n INT)");

        assertEquals("The database is at right (head).\n", lastLine(project.migrate("adopt").out()));

        project.execute("DELETE FROM migrate_revision; CREATE TABLE l (n INT)");
        assertEquals("The database is at left (head), right (head).\n", lastLine(project.migrate("adopt").out()));

        project.execute("DELETE FROM migrate_revision");
        project.migrate("adopt", "--as", "left,right");
        assertEquals(4, recorded().size());
    }

    @Test
    void behindAScriptThatNeedsRowsNothingIsTakenForKnown() {
        project.file("x1.java", """
                // revision: needy
                // revises: one
                class Needy implements Migration {
                    public void up(Op op) {
                        if (op.handle().createQuery("SELECT count(*) FROM item").mapTo(Integer.class).one() == 0) {
                            throw new IllegalStateException("There are no items.");
                        }
                    }
                    public void down(Op op) { }
                }
                """).script("last", "needy", "CREATE TABLE extra (n INT);", "");
        project.file("two.sql", "-- revision: two\n-- revises: last\n-- migrate:up\nSELECT 1;\n");
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL); "
                + "CREATE TABLE extra (n INT); INSERT INTO item VALUES (1, 'x')");

        var result = project.migrate("adopt", "--json");
        assertEquals("several_fit", result.errorKind());
        assertTrue(result.out().contains("There are no items."), result.out());

        assertEquals("not_recognised", project.migrate("adopt", "--as", "last", "--json").errorKind());
        assertEquals(0, project.migrate("adopt", "--as", "last", "--allow", "difference").exitCode());
        assertEquals(List.of("one", "needy", "last"), recorded());
    }

    @Test
    void aDatabaseIsNotMadeWhatADraftIsBeforeItIsFilledIn() {
        project.script("draft", "one", "-- migrate:todo Write in SQL what upgrade() does.", "");
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, weight INT NOT NULL); "
                + "CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version VALUES ('draft')");

        var result = project.migrate("adopt", "--align", "--allow", "drop-data");

        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("A script is a draft: migrations/"), result.err());
        assertTrue(result.err().contains("Not finished: Write in SQL what upgrade() does."), result.err());
        assertTrue(result.err().contains("Fill it in, remove the line `-- migrate:todo …`"), result.err());

        project.execute("DELETE FROM alembic_version");
        var before = Everything.of(project);
        assertEquals("several_fit", project.migrate("adopt", "--align", "--allow", "drop-data", "--json").errorKind());
        assertEquals(before, Everything.of(project));
    }

    @Test
    void whatStoppedHalfWayIsToBeSettledFirst() {
        project.file("one.sql", "-- revision: one\n-- revises:\n-- migrate:up transaction:false\n"
                + "CREATE TABLE item (id INTEGER PRIMARY KEY);\nINSERT INTO missing VALUES (1);\n");
        assertEquals(1, project.migrate("upgrade", "one").exitCode());

        assertEquals("half_applied", project.migrate("adopt", "--json").errorKind());
        assertEquals("half_applied", project.migrate("adopt", "--as", "one", "--json").errorKind());
        assertEquals("half_applied", project.migrate("adopt", "--baseline", "--dir", "new", "--json").errorKind());
        assertFalse(project.database().resolveSibling("../new").toFile().exists());
    }

    @Test
    void whatScriptsPrintIsNoPartOfTheAnswer() {
        project.file("zz.java", """
                // revision: loud
                // revises: two
                class Loud implements Migration {
                    public void up(Op op) {
                        System.out.println("LOUD");
                    }
                    public void down(Op op) { }
                }
                """);
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL)");

        var result = project.migrate("adopt", "--json");

        assertEquals("[\"one\"]", result.json().get("current").toString());
        assertTrue(result.err().contains("LOUD"), result.err());
    }

    @Test
    void aHistoryThatCannotBeVerifiedIsBelievedOnlyWhenTold() {
        project.script("bad", "one", "INSERT INTO item (id, name) VALUES (1, (SELECT name FROM item));", "");
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL); "
                + "CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version VALUES ('bad')");

        assertEquals("not_recognised", project.migrate("adopt", "--json").errorKind());

        assertEquals(0, project.migrate("adopt", "--allow", "difference").exitCode());
        assertEquals(List.of("one|alembic bad", "bad|alembic bad"),
                project.query("SELECT revision, origin FROM migrate_revision ORDER BY event"));
    }

    @Test
    void whereThereIsNothingOfTheScriptsThereIsNothingToAdopt() {
        assertEquals("Nothing to do. The database is at base.\n", project.migrate("adopt").out());
        assertFalse(project.database().toFile().exists());

        project.execute("CREATE TABLE theirs (n INT)");
        var result = project.migrate("adopt");
        assertEquals("Nothing to do. The database is at base.\n", result.out());
        assertTrue(result.err().contains("`migrate upgrade` applies them"), result.err());
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void withRecordsThereIsNothingToAdopt() {
        project.migrate("upgrade");

        assertEquals("Nothing to do. The database is at four (head).\n", project.migrate("adopt").out());
        assertEquals("already_recorded", project.migrate("adopt", "--as", "one", "--json").errorKind());
    }

    @Test
    void aDryRunWritesNothing() {
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL)");

        assertEquals("would adopt  one  Message of one  (recognised)\n", project.migrate("adopt", "--dry-run").out());
        var json = project.migrate("adopt", "--dry-run", "--json").json();
        assertEquals("[\"one\"]", json.get("current").toString());
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());
    }

    @Test
    void whatIsAdoptedIsToldByStatusShowAndTheEventLog() {
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL)");
        var json = project.migrate("adopt", "--json").json();
        assertEquals("adopt", json.getAsJsonArray("steps").get(0).getAsJsonObject().get("op").getAsString());

        var first = project.migrate("status", "--json").json().getAsJsonArray("revisions").get(0).getAsJsonObject();
        assertEquals("adopted", first.get("state").getAsString());
        assertEquals("recognised", first.get("origin").getAsString());
        assertTrue(project.migrate("status").out().contains("adopted  one"));
        assertTrue(project.migrate("show", "one").out().contains("adopted: recognised"));
        assertEquals(List.of("adopt|one|recognised"),
                project.query("SELECT operation, subject, detail FROM migrate_event"));
    }

    private static String lastLine(String text) {
        return text.substring(text.stripTrailing().lastIndexOf('\n') + 1);
    }

    @Test
    void withoutScriptsTheWaysToThemAreNamed() {
        for (var dir : List.of("/", "/empty/")) {
            var result = new Project(folder.resolve("none")).file(dir + "x.txt", "").migrate("adopt", "--dir", "empty");
            assertEquals(1, result.exitCode());
            assertTrue(result.err().startsWith("Error: There are no scripts in empty, so"), result.err());
            assertTrue(result.err().contains("`migrate adopt --import DIR`"), result.err());
            assertTrue(result.err().contains("`migrate adopt --baseline`"), result.err());
        }
    }

    @Test
    void ofBranchesThatFitAlikeTheHintNamesSeveral() {
        project.script("left", "two", "CREATE TABLE l (n INT);", "")
                .script("right", "two", "CREATE TABLE r (n INT);", "").script("rows", "right", "SELECT 1;", "");
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, "
                + "price NUMERIC NOT NULL DEFAULT 0); CREATE TABLE r (n INT); CREATE TABLE l (n INT)");

        var result = project.migrate("adopt");

        assertEquals(4, result.exitCode(), result.out());
        assertTrue(result.err().contains("with `--as REV,REV`; the scripts behind it run with the next upgrade."),
                result.err());
        assertEquals(0, project.migrate("adopt", "--as", "left,rows").exitCode());
    }
}
