package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stamp} and {@code repair}: records without running. */
class StampTest {
    @TempDir
    Path folder;

    @Test
    void stampRecordsWithoutRunning() {
        var project = Projects.chain(folder);
        var result = project.migrate("stamp", "two");
        assertEquals("""
                stamp  one  Message of one
                stamp  two  Message of two
                The database is at two.
                """, result.out());
        assertEquals(List.of(), project.query("SELECT name FROM sqlite_schema WHERE name IN ('one', 'two')"));
        assertEquals("two\n", project.migrate("current").out());
    }

    @Test
    void stampingDownForgets() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        var result = project.migrate("stamp", "one");
        assertEquals("""
                forget  three  Message of three
                forget  two  Message of two
                The database is at one.
                """, result.out());
        assertEquals(List.of("1"), project.query("SELECT count(*) FROM sqlite_schema WHERE name = 'three'"));
    }

    @Test
    void stampingWhatIsThereDoesNothing() {
        var project = Projects.chain(folder);
        assertEquals("Nothing to do. The database is at base.\n", project.migrate("stamp", "base").out());
        project.migrate("upgrade");
        assertEquals("Nothing to do. The database is at three (head).\n", project.migrate("stamp", "head").out());
    }

    @Test
    void purgeForgetsWhatNoScriptKnows() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        assertTrue(folder.resolve("migrations/three.sql").toFile().delete());
        assertEquals(0, project.migrate("stamp", "two", "--purge").exitCode());
        assertEquals("two (head)\n", project.migrate("current").out());
    }

    @Test
    void repairAcceptsAnEditAndShowsIt() {
        var project = Projects.chain(folder);
        project.migrate("upgrade");
        project.script("two", "one", "CREATE TABLE two (n TEXT);", "DROP TABLE two;");
        var result = project.migrate("repair", "two", "--reason", "same thing");
        assertEquals(0, result.exitCode());
        assertTrue(result.out().contains("-CREATE TABLE two (n INTEGER);\n+CREATE TABLE two (n TEXT);\n"),
                result.out());
        assertEquals(0, project.migrate("check").exitCode());
        assertEquals(List.of("same thing"),
                project.query("SELECT detail FROM migrate_event WHERE operation = 'repair'"));
    }

    @Test
    void repairWantsAReason() {
        var result = Projects.chain(folder).migrate("repair", "two");
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("--reason"), result.err());
    }
}
