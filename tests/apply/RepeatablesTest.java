package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** Repeatable scripts: after the others, whenever they changed. */
class RepeatablesTest {
    @TempDir
    Path folder;
    Project project;

    @BeforeEach
    void writeScripts() {
        project = Fixtures.threeTables(folder)
                .file("repeatable/10_sums.sql", view("sums", "SELECT sum(n) AS n FROM bigger"))
                .file("repeatable/9_bigger.sql", view("bigger", "SELECT n + 1 AS n FROM c"));
    }

    private static String view(String name, String select) {
        return "DROP VIEW IF EXISTS %1$s;\nCREATE VIEW %1$s AS %2$s;\n".formatted(name, select);
    }

    private List<String> ran() {
        return project.query("SELECT subject FROM migrate_event WHERE operation = 'repeatable' ORDER BY id");
    }

    @Test
    void theyRunInNaturalOrderOnceAHeadIsReached() {
        assertEquals(0, project.migrate("upgrade", "b").exitCode());
        assertEquals(List.of(), ran());

        var result = project.migrate("upgrade", "--json");

        assertEquals(0, result.exitCode(), result.out());
        assertEquals(List.of("9_bigger.sql", "10_sums.sql"), ran());
        assertEquals("repeatable", result.json().getAsJsonArray("steps").get(1).getAsJsonObject().get("op")
                .getAsString());
        assertTrue(project.migrate("upgrade").out().contains("Nothing to do"));
        assertEquals(2, ran().size());
    }

    @Test
    void onlyWhatChangedRunsAgainAndACommentIsNoChange() {
        project.migrate("upgrade");
        project.file("repeatable/10_sums.sql", "-- says more\n" + view("sums", "SELECT sum(n)  AS n FROM bigger"));
        assertEquals(0, project.migrate("check").exitCode());
        project.file("repeatable/9_bigger.sql", view("bigger", "SELECT n + 2 AS n FROM c"));

        var check = project.migrate("check");
        assertEquals(3, check.exitCode());
        assertTrue(check.out().contains("9_bigger.sql"), check.out());
        assertTrue(project.migrate("status").out().contains("9_bigger.sql"));
        assertEquals(0, project.migrate("upgrade").exitCode());

        assertEquals(List.of("9_bigger.sql", "10_sums.sql", "9_bigger.sql"), ran());
        assertEquals(0, project.migrate("check").exitCode());
    }

    @Test
    void oneThatFailsLeavesWhatCameBeforeAndIsTriedAgain() {
        project.file("repeatable/10_sums.sql", "CREATE TABLE oops (n);\nCREATE VIEW sums AS SELECT FROM;\n");

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("migrations/repeatable/10_sums.sql:2: "), result.err());
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
        assertEquals(List.of("a", "b", "c"), Fixtures.tables(project));
        assertEquals(List.of("9_bigger.sql"), ran());

        project.file("repeatable/10_sums.sql", view("sums", "SELECT 1 AS n"));
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("9_bigger.sql", "10_sums.sql"), ran());
    }

    @Test
    void removingOneDropsNothing() throws IOException {
        project.migrate("upgrade");
        Files.delete(folder.resolve("migrations/repeatable/10_sums.sql"));

        assertTrue(project.migrate("upgrade").out().contains("Nothing to do"));
        assertEquals(List.of("bigger", "sums"), project.query("SELECT name FROM sqlite_schema WHERE type = 'view' "
                + "ORDER BY name"));
    }

    @Test
    void whatHasNoPlaceInATransactionIsRefusedBeforeAnythingRuns() {
        project.file("repeatable/10_sums.sql", "VACUUM;\n");

        var result = project.migrate("upgrade", "--json");

        assertEquals("forbidden_statement", result.errorKind());
        assertTrue(Files.notExists(project.database()));
    }

    @Test
    void theChecksumAndTheTextAreRecorded() {
        project.migrate("upgrade");

        assertEquals(List.of(view("bigger", "SELECT n + 1 AS n FROM c")),
                project.query("SELECT script FROM migrate_repeatable WHERE name = '9_bigger.sql'"));
        assertEquals(List.of("64"), project.query("SELECT DISTINCT length(checksum) FROM migrate_repeatable"));
    }
}
