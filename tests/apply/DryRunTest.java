package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** What {@code --dry-run} says of changes to tables. */
class DryRunTest {
    @TempDir
    Path folder;

    private Project items() {
        var project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, size TEXT, note TEXT);
                INSERT INTO item VALUES (1, '1', 'x'), (2, '2', 'y');
                CREATE INDEX by_note ON item (note);""", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
        return project;
    }

    private static JsonObject change(Project project, int step, int change) {
        var result = project.migrate("upgrade", "--dry-run", "--json", "--allow", "drop-data");
        assertEquals(0, result.exitCode(), result.out());
        return result.json().getAsJsonArray("steps").get(step).getAsJsonObject().getAsJsonArray("changes").get(change)
                .getAsJsonObject();
    }

    @Test
    void everyChangeIsToldWithWayAndCost() {
        var project = items().script("b", "a", """
                ALTER TABLE item ADD plain TEXT;
                ALTER TABLE item ALTER size TYPE INTEGER;
                ALTER TABLE item
                    DROP COLUMN note CASCADE;""", "");
        var before = Dump.of(project.database());

        var lines = project.migrate("upgrade", "--dry-run", "--allow", "drop-data").out().lines().toList();

        assertTrue(lines.get(1).matches("    line 8: item, rebuild: 2 rows, less than 50 ms.*"), lines.toString());
        assertTrue(lines.stream().anyMatch(it -> it.startsWith("        ") && it.contains("by_note")),
                lines.toString());
        var rebuild = change(project, 0, 0);
        assertEquals(List.of("table", "statement", "line", "way", "rows", "ms", "bytes", "notes"),
                List.copyOf(rebuild.keySet()));
        assertEquals("item", rebuild.get("table").getAsString());
        assertEquals("ALTER TABLE item ALTER size TYPE INTEGER", rebuild.get("statement").getAsString());
        assertEquals(8, rebuild.get("line").getAsInt());
        assertEquals("rebuild", rebuild.get("way").getAsString());
        assertEquals(2, rebuild.get("rows").getAsInt());
        assertTrue(change(project, 0, 1).getAsJsonArray("notes").toString().contains("by_note"));
        assertEquals(before, Dump.of(project.database()));
    }

    @Test
    void theWayOfALaterScriptDependsOnTheEarlier() {
        var project = items().script("b", "a", "ALTER TABLE item RENAME TO thing;", "")
                .script("c", "b", "ALTER TABLE thing ADD extra TEXT;", "")
                .script("d", "c", "ALTER TABLE thing ALTER extra TYPE INTEGER USING length(extra);", "");

        var change = change(project, 2, 0);

        assertEquals("rebuild", change.get("way").getAsString());
        assertEquals(2, change.get("rows").getAsInt());
        assertEquals("thing", change.get("table").getAsString());
    }

    @Test
    void aDatabaseThatIsNotThereHasNoRows() {
        var project = new Project(folder).script("a", "", "CREATE TABLE item (id INTEGER PRIMARY KEY, size TEXT);", "")
                .script("b", "a", "INSERT INTO item VALUES (1, '1'); ALTER TABLE item ALTER size TYPE INTEGER;", "");

        assertEquals(0, change(project, 1, 0).get("rows").getAsInt());

        assertFalse(project.database().toFile().exists());
    }

    @Test
    void whatDependsOnJavaIsNotKnown() {
        var project = items().file("b.java", """
                // revision: b
                // revises: a
                class Adds implements Migration {
                    public void up(Op op) {
                        op.alterTable("item").addColumn("more", "TEXT");
                    }
                }
                """).script("c", "b", "ALTER TABLE item ALTER more TYPE INTEGER;", "");

        var change = change(project, 1, 0);

        assertTrue(change.get("way").isJsonNull());
        assertTrue(change.getAsJsonArray("notes").toString().contains("b.java"), change.toString());
        var out = project.migrate("upgrade", "--dry-run").out();
        assertTrue(out.contains("    line 7: item, not known yet: it depends on what migrations/b.java does"), out);
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void whatCannotBeIsRefusedAsTheUpgradeWillBe() {
        var project = items().script("b", "a", "ALTER TABLE item RENAME TO thing;", "")
                .script("c", "b", "ALTER TABLE thing DROP CONSTRAINT nope;", "");

        var result = project.migrate("upgrade", "--dry-run", "--json");

        assertEquals("cannot_alter", result.errorKind());
        assertTrue(result.out().contains("migrations/c.sql:7: "), result.out());
    }

    @Test
    void aStepWithoutChangesSaysSo() {
        var project = items().script("b", "a", "CREATE TABLE b (n);", "");
        var step = project.migrate("upgrade", "--dry-run", "--json").json().getAsJsonArray("steps").get(0)
                .getAsJsonObject();
        assertEquals(0, step.getAsJsonArray("changes").size());
    }
}
