package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** The bar that shows how far batches have come. */
class BatchBarTest {
    @TempDir
    Path folder;

    private Project project() {
        return new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER NOT NULL);
                INSERT INTO item WITH RECURSIVE many (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM many WHERE i < 40)
                    SELECT i, 0 FROM many;
                -- migrate:batch size=1 key=id pause=50ms
                UPDATE item SET n = n + 1;""", "");
    }

    @Test
    void aTerminalHasItAndItIsTakenAwayInTheEnd() {
        var shown = OnTerminal.migrate(project(), "", "upgrade", "--no-color").out();
        int bar = shown.lastIndexOf("/40 (");
        assertTrue(bar > 0, shown);
        assertTrue(shown.indexOf("\rup    a", bar) > bar, shown);
        assertTrue(shown.contains("item: 40 rows in 40 batches, 40 changed"), shown);
    }

    @Test
    void withQuietOrWithoutATerminalThereIsNone() {
        assertFalse(OnTerminal.migrate(project(), "", "upgrade", "--quiet").out().contains("/40 ("));
        var project = new Project(folder.resolve("other")).file("a.sql", project().query("SELECT script FROM "
                + "migrate_revision").get(0));
        var result = project.migrate("upgrade");
        assertEquals("Database: sqlite:///data/restrack.db\n", result.err());
    }
}
