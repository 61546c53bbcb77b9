package tests.copy.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** The answers of a rehearsal: for people, for programs, for a pull request. */
class RehearsalAnswersTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void rowsThatAreThere() {
        project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
                INSERT INTO item VALUES (1, 'one'), (2, 'two');""", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
        project.script("b", "a", """
                UPDATE item SET name = name || '!';
                CREATE VIEW "odd|`view" AS SELECT name || '|' AS n FROM item;""", """
                DROP VIEW "odd|`view";
                UPDATE item SET name = replace(name, '!', '');""");
    }

    @Test
    void theTableHasTheScriptsBothWaysAndWhatTheyChange() {
        var result = project.migrate("rehearse");
        assertEquals(0, result.exitCode(), result.out());
        var lines = result.out().replaceAll("\\d+ ms", "N ms").lines().map(it -> it.replaceAll(" {2,}", "  ")).toList();
        assertEquals("Cloned 45 kB in N ms.", lines.get(0));
        assertEquals("Way  Revision  Message  Time  Rows  Size", lines.get(1));
        assertEquals("up  b  Message of b  N ms  2  45 kB", lines.get(2));
        assertEquals("  + view odd|`view", lines.get(3));
        assertEquals("down  b  Message of b  N ms  2  45 kB", lines.get(4));
        assertEquals("again  b  Message of b  N ms  2  45 kB", lines.get(5));
        assertEquals("Upgrading sqlite:///data/restrack.db should take about as long as here: N ms. It was not "
                + "touched.", lines.get(lines.size() - 1));
    }

    @Test
    void theDocumentHasEverything() {
        var document = project.migrate("rehearse", "--json").json();
        assertEquals(List.of("holds", "clone", "up", "ms", "roundTrip", "noWayDown", "halfApplied"),
                List.copyOf(document.keySet()));
        assertTrue(document.getAsJsonObject("clone").get("bytes").getAsLong() > 0);
        var up = document.getAsJsonArray("up").get(0).getAsJsonObject();
        assertEquals(List.of("op", "revision", "message", "file", "ms", "rows", "bytesBefore", "bytesAfter", "changes",
                "notes", "refused"), List.copyOf(up.keySet()));
        assertEquals("migrations/b.sql", up.get("file").getAsString());
        assertEquals("odd|`view", up.getAsJsonArray("changes").get(0).getAsJsonObject().get("object").getAsString());
        assertEquals(Set.of("holds", "down", "back", "again", "repeated", "error"),
                document.getAsJsonObject("roundTrip").keySet());
    }

    @Test
    void theTextForAPullRequestIsATableAndAList() {
        var result = project.migrate("rehearse", "--markdown");
        assertEquals(0, result.exitCode());
        var lines = result.out().replaceAll("\\d+ ms", "N ms").lines().toList();
        assertEquals("### ✅ The rehearsal holds", lines.get(0));
        assertEquals("| script | time | rows written | size | changes |", lines.get(2));
        assertEquals("| `b` Message of b | N ms | 2 | 45 kB → 45 kB | ``+ view odd\\|`view`` |", lines.get(4));
        assertEquals("- The way back leads back: schema and data are what they were.", lines.get(6));
        assertEquals("Rehearsed on a clone of 45 kB.", lines.get(lines.size() - 1));
    }

    @Test
    void theTextForAPullRequestSaysWhatDoesNotHold() {
        project.script("b", "a", "UPDATE item SET name = 'x';", "SELECT 1;");
        var result = project.migrate("rehearse", "--markdown");
        assertEquals(3, result.exitCode());
        assertTrue(result.out().startsWith("### ❌ The rehearsal does not hold\n"), result.out());
        assertTrue(result.out().contains("- **The way back does not lead back. Other than before:**\n"
                + "  - `~ rows item: other values in name`\n"), result.out());
        project.script("b", "a", "INSERT INTO item VALUES (1, 'x');", "");
        var failed = project.migrate("rehearse", "--markdown");
        assertEquals(1, failed.exitCode());
        assertTrue(failed.out().contains("- The next script fails:\n  - `migrations/b.sql:7: "), failed.out());
    }

    @Test
    void whateverThereIsToTellFitsIntoOneComment() {
        var tables = IntStream.range(0, 200).mapToObj(i -> "CREATE TABLE t%d%s (n INTEGER);"
                .formatted(i, "_with_a_long_name".repeat(20))).collect(Collectors.joining("\n"));
        for (int i = 0; i < 12; i++) {
            project.script("c" + i, i == 0 ? "b" : "c" + (i - 1), tables.replace("TABLE t", "TABLE c" + i + "_"), "");
        }
        var text = project.migrate("rehearse", "--markdown", "--no-down").out();
        assertTrue(text.length() < 65_536, text.length() + " characters");
        assertTrue(text.contains("<br>… and 180 more |"), text.substring(0, 1000));
        assertTrue(text.contains(" more | | | | |\n"), "nothing was left out");
    }

    @Test
    void twoAnswersAtOnceAreRefused() {
        assertEquals("usage", project.migrate("rehearse", "--markdown", "--json").errorKind());
    }
}
