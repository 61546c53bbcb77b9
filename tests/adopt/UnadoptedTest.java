package tests.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** An upgrade of a database that is not new says what it sees, and names the command that helps. */
class UnadoptedTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void writeScripts() {
        project = new Project(folder).script("1", "", "CREATE TABLE item (n INT);", "DROP TABLE item;")
                .script("2", "1", "ALTER TABLE item ADD COLUMN m INT;", "").file("/data/.keep", "");
    }

    @Test
    void tablesOfTheScriptsWithoutARecordAreAdoptedFirst() {
        project.execute("CREATE TABLE Item (n INT)");
        var before = Everything.of(project);

        for (var option : new String[] {"--yes", "--dry-run"}) {
            var result = project.migrate("upgrade", option);
            assertEquals(4, result.exitCode());
            assertEquals("""
                    Error: This database has no record of any script, and is not new: it has tables that these scripts \
                    make (Item). Nothing was changed.
                    Hint:  `migrate adopt` finds out which revision it is, and records that; `upgrade` goes on from \
                    there.
                    """.replace("(Item)", "(item)"), result.err());
        }
        assertEquals("not_adopted", project.migrate("upgrade", "--json").errorKind());
        assertEquals(before, Everything.of(project));
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());

        assertEquals(0, project.migrate("adopt").exitCode());
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void whatAnotherToolSaysIsSaidToo() {
        project.script("1", "", "CREATE TABLE IF NOT EXISTS item (n INT);", "");
        project.execute("CREATE TABLE item (n INT, m INT); CREATE TABLE schema_migrations (version TEXT); "
                + "INSERT INTO schema_migrations VALUES ('1'), ('2')");

        var result = project.migrate("upgrade");

        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("(item); schema_migrations says 1, 2."), result.err());
    }

    @Test
    void tablesOfSomebodyElseAreNoReasonToWait() {
        project.execute("CREATE TABLE other (n INT); CREATE TABLE alembic_version (version_num TEXT); "
                + "INSERT INTO alembic_version VALUES ('abc')");

        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void scriptsThatMakeRoomOrPassOverWhatIsThereRun() {
        project.script("0", "", "DROP TABLE IF EXISTS item;", "").script("1", "0", "CREATE TABLE item (n INT);", "");
        project.execute("CREATE TABLE item (old TEXT)");
        assertEquals(0, project.migrate("upgrade").exitCode());

        var other = new Project(folder.resolve("other"))
                .script("1", "", "CREATE TABLE IF NOT EXISTS item (n INT);", "").file("/data/.keep", "");
        other.execute("CREATE TABLE item (old TEXT)");
        assertEquals(0, other.migrate("upgrade").exitCode());
    }

    @Test
    void whatAJavaScriptMeetsIsExplainedWhenItFails() {
        var java = new Project(folder.resolve("java")).file("/data/.keep", "").file("one.java", """
                // revision: one
                class One implements Migration {
                    public void up(Op op) {
                        op.execute("CREATE TABLE item (n INT)");
                    }
                    public void down(Op op) { }
                }
                """);
        java.execute("CREATE TABLE item (n INT)");

        var result = java.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("had tables (item)"), result.err());
        assertTrue(result.err().contains("`migrate adopt`"), result.err());
    }

    @Test
    void aScriptThatFailsOnANewDatabaseIsNotExplainedSo() {
        project.script("3", "2", "CREATE TABLE item (x INT);", "");

        assertFalse(project.migrate("upgrade").err().contains("adopt"));
    }

    @Test
    void whatAnotherToolDoubtsIsPartOfTheSentence() {
        project.script("1", "", "CREATE TABLE item (n INT);", "");
        project.execute("CREATE TABLE item (n INT); CREATE TABLE schema_migrations (version INT, dirty BOOL); "
                + "INSERT INTO schema_migrations VALUES (1, 1)");

        var result = project.migrate("upgrade");

        assertTrue(result.err().contains("(item); golang-migrate was interrupted in 1 (dirty). Nothing"), result.err());
    }

    @Test
    void aRehearsalAndACheckSayTheSame() {
        project.execute("CREATE TABLE Item (n INT)");
        var before = Everything.of(project);

        assertEquals("not_adopted", project.migrate("rehearse", "--json").errorKind());
        var check = project.migrate("check");

        assertEquals(3, check.exitCode());
        assertTrue(check.out().startsWith("not_adopted  Tables of these scripts without a record of any (`migrate "
                + "adopt`"), check.out());
        assertEquals(before, Everything.of(project));
    }
}
