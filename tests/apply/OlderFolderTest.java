package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** A checkout that has only the first of the scripts that its database has applied. */
class OlderFolderTest {
    @TempDir
    Path folder;

    private Project project;

    private void apply(Project scripts, String... newer) throws IOException {
        project = scripts;
        var result = project.migrate("upgrade");
        assertEquals(0, result.exitCode(), result.err());
        for (var file : newer) {
            Files.delete(folder.resolve("migrations/" + file));
        }
    }

    private String refused(String kind, String... arguments) {
        var tables = Fixtures.tables(project);
        var applied = Fixtures.applied(project);
        var result = project.migrate(arguments);
        assertEquals(kind, result.errorKind(), result.out());
        assertEquals(4, result.exitCode());
        assertEquals(tables, Fixtures.tables(project));
        assertEquals(applied, Fixtures.applied(project));
        return result.out();
    }

    @Test
    void goesBackOverSeveralScriptsInTheOppositeOrder() throws IOException {
        apply(Fixtures.threeTables(folder)
                .script("b", "a", "ALTER TABLE a ADD COLUMN b TEXT;", "ALTER TABLE a DROP COLUMN b;")
                .script("c", "b", "CREATE INDEX c ON a (b);", "DROP INDEX c;"), "b.sql", "c.sql");

        var result = project.migrate("downgrade", "a");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().indexOf("down  c") < result.out().indexOf("down  b"), result.out());
        assertEquals(List.of("a"), Fixtures.applied(project));
        assertEquals(List.of("CREATE TABLE a (n INTEGER)"),
                project.query("SELECT sql FROM sqlite_schema WHERE tbl_name = 'a'"));
        assertTrue(project.migrate("upgrade").out().contains("Nothing to do"));
    }

    @Test
    void doesNotUpgrade() throws IOException {
        apply(Fixtures.threeTables(folder), "b.sql", "c.sql");
        assertTrue(refused("unknown_to_folder", "upgrade", "--json").contains("b (Message of b), c (Message of c)"));
    }

    @Test
    void refusesJavaByItsNameBeforeAnythingIsTakenBack() throws IOException {
        apply(Fixtures.threeTables(folder).file("j.java", """
                // revision: j
                // revises: c
                class J implements Migration {
                    public void up(Op op) { }
                    public void down(Op op) { }
                }
                """).script("k", "j", "CREATE TABLE k (n INTEGER);", "DROP TABLE k;"),
                "b.sql", "c.sql", "j.java", "k.sql");

        assertTrue(refused("unknown_to_folder", "downgrade", "a", "--json").contains("j is applied"));
        assertEquals(0, project.migrate("downgrade", "j").exitCode());
    }

    @Test
    void refusesAScriptWithoutAWayDown() throws IOException {
        apply(Fixtures.threeTables(folder).file("c.sql",
                "-- revision: c\n-- revises: b\nCREATE TABLE c (n INTEGER);\n"),
                "b.sql", "c.sql");
        var result = project.migrate("downgrade", "a", "--json");
        assertEquals("no_way_down", result.errorKind());
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
    }

    @Test
    void refusesWhatSomebodyHasChangedInTheRecord() throws IOException {
        apply(Fixtures.threeTables(folder), "b.sql", "c.sql");
        project.execute("UPDATE migrate_revision SET script = replace(script, 'DROP TABLE b', 'DROP TABLE a') "
                + "WHERE revision = 'b'");
        assertTrue(refused("edited", "downgrade", "a", "--json").contains("stored of b"));
    }

    @Test
    void refusesToLoseRowsAsAnyOther() throws IOException {
        apply(Fixtures.threeTables(folder), "b.sql", "c.sql");
        project.execute("INSERT INTO b VALUES (1)");
        assertTrue(refused("hazard", "downgrade", "a", "--json").contains("b as stored:10"));
    }

    @Test
    void goesBackByFilesThatHaveNoHeaders() throws IOException {
        apply(new Project(folder).file("1_a.sql", "CREATE TABLE a (n INTEGER);").file("2_b.sql",
                "-- migrate:up\nCREATE TABLE b (n INTEGER);\n-- migrate:down\nDROP TABLE b;\n"), "2_b.sql");
        assertEquals(0, project.migrate("downgrade", "1").exitCode());
        assertEquals(List.of("a"), Fixtures.tables(project));
    }
}
