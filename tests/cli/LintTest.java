package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

class LintTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void rowsThatAreThere() {
        project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, size TEXT);
                INSERT INTO item VALUES (1, 'abc');
                CREATE TABLE thing (id INTEGER PRIMARY KEY, size TEXT);
                INSERT INTO thing VALUES (1, '1');""", "DROP TABLE item;");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void nothingPendingIsNothingFound() {
        var result = project.migrate("lint");
        assertEquals(0, result.exitCode());
        assertEquals("Nothing found.\n", result.out());
        assertEquals("{\"scripts\":[],\"findings\":[]}", project.migrate("lint", "--json").json().toString());
    }

    @Test
    void changesAreListedAndRefusalsAreFindings() {
        project.script("b", "a", "ALTER TABLE thing ALTER size TYPE INTEGER;", "")
                .script("c", "b", """
                        ALTER TABLE item ALTER size TYPE INTEGER;
                        ALTER TABLE thing DROP CONSTRAINT nope;
                        DROP TABLE item;""", "");

        var result = project.migrate("lint", "--json");

        assertEquals(3, result.exitCode(), result.out());
        var scripts = result.json().getAsJsonArray("scripts");
        var first = scripts.get(0).getAsJsonObject();
        assertEquals("migrations/b.sql", first.get("file").getAsString());
        assertEquals("rebuild", first.getAsJsonArray("changes").get(0).getAsJsonObject().get("way").getAsString());
        var kinds = result.json().getAsJsonArray("findings").asList().stream()
                .map(it -> it.getAsJsonObject().get("kind").getAsString()).sorted().toList();
        assertEquals(List.of("cannot_alter", "hazard", "hazard"), kinds);
        var text = project.migrate("lint");
        assertEquals(3, text.exitCode());
        assertTrue(text.out().contains("migrations/b.sql\n    line 7: thing, rebuild: 1 row, "), text.out());
        assertTrue(text.out().contains("hazard  migrations/c.sql:7: "), text.out());
        assertTrue(text.out().endsWith("3 found.\n"), text.out());
    }

    @Test
    void filesThatAreNamedAreLookedAtBehindWhatComesBefore() {
        project.script("b", "a", "ALTER TABLE item ALTER size TYPE INTEGER; ALTER TABLE thing RENAME TO new;", "")
                .script("c", "b", "ALTER TABLE new ALTER size TYPE INTEGER;", "");

        var result = project.migrate("lint", "migrations/c.sql", "--json");

        assertEquals(0, result.exitCode(), result.out());
        var scripts = result.json().getAsJsonArray("scripts");
        assertEquals(1, scripts.size());
        assertEquals("new", scripts.get(0).getAsJsonObject().getAsJsonArray("changes").get(0).getAsJsonObject()
                .get("table").getAsString());
        assertEquals(3, project.migrate("lint", folder.resolve("migrations/b.sql").toString()).exitCode());
    }

    @Test
    void whatIsAppliedIsToldAndWhatIsNoScriptIsWrong() {
        var applied = project.migrate("lint", "migrations/a.sql");
        assertEquals(0, applied.exitCode());
        assertEquals("migrations/a.sql is applied already.\n", applied.err());
        assertEquals("usage", project.migrate("lint", "migrations/nope.sql", "--json").errorKind());
    }

    @Test
    void nothingIsChangedAndNoDatabaseIsNeeded() {
        var fresh = new Project(folder.resolve("fresh")).script("a", "", "CREATE TABLE t (n TEXT);", "")
                .script("b", "a", "ALTER TABLE t ALTER n TYPE INTEGER;", "");
        var result = fresh.migrate("lint");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("t, "), result.out());
        assertTrue(!fresh.database().toFile().exists());
    }
}
