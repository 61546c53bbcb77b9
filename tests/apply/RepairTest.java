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

/** {@code repair} shows what differs, takes one revision and a reason, and keeps both texts. */
class RepairTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void twoScriptsAreEdited() {
        project = Fixtures.threeTables(folder);
        project.migrate("upgrade");
        project.script("a", "", "CREATE TABLE a (n BIGINT);", "DROP TABLE a;");
        project.script("b", "a", "CREATE TABLE b (n BIGINT);", "DROP TABLE b;");
    }

    private void usage(String... arguments) {
        var before = project.query("SELECT count(*) FROM migrate_event");
        var result = project.migrate(arguments);
        assertEquals(2, result.exitCode(), result.out());
        assertEquals("usage", result.errorKind());
        assertEquals(before, project.query("SELECT count(*) FROM migrate_event"));
    }

    @Test
    void oneIsAcceptedAtATime() {
        assertEquals(0, project.migrate("repair", "b", "--reason", "a BIGINT is the same").exitCode());

        var result = project.migrate("upgrade", "--json");

        assertEquals("edited", result.errorKind());
        assertTrue(result.out().contains("migrations/a.sql") && !result.out().contains("migrations/b.sql"),
                result.out());
        usage("repair", "a", "b", "--reason", "both", "--json");
        assertEquals("multiple_heads", project.script("x", "b", "", "")
                .migrate("repair", "heads", "--reason", "all", "--json").errorKind());
    }

    @Test
    void theTextThatWasAppliedStaysInTheEventLog() throws IOException {
        var before = project.query("SELECT script FROM migrate_revision WHERE revision = 'b'");

        assertEquals(0, project.migrate("repair", "b", "--reason", "a BIGINT is the same").exitCode());

        assertEquals(before, project.query("SELECT script FROM migrate_event WHERE operation = 'repair'"));
        assertEquals(List.of(Files.readString(folder.resolve("migrations/b.sql"))),
                project.query("SELECT script FROM migrate_revision WHERE revision = 'b'"));
    }

    @Test
    void theAnswerHasTheDifference() {
        var json = project.migrate("repair", "b", "--reason", "the same", "--json").json();
        assertEquals("b", json.get("repaired").getAsString());
        var difference = json.getAsJsonArray("difference").toString();
        assertTrue(difference.contains("-CREATE TABLE b (n INTEGER);")
                && difference.contains("+CREATE TABLE b (n BIGINT);"),
                difference);
    }

    @Test
    void withoutAReasonItIsRefused() {
        usage("repair", "b", "--json");
        usage("repair", "b", "--reason", " ", "--json");
    }

    @Test
    void anEditHasNothingToSettleAndWhatIsRightHasNothingToRepair() {
        usage("repair", "b", "--as", "applied", "--reason", "x", "--json");
        usage("repair", "c", "--reason", "x", "--json");
    }

    @Test
    void whatStoppedOnItsWayDownKeepsItsRecordOrLeavesItsTextInTheEventLog() throws IOException {
        project.file("c.sql", """
                -- revision: c
                -- revises: b
                -- migrate:up
                SELECT 1;
                -- migrate:down transaction:false
                CREATE TABLE gone (n INTEGER);
                DROP TABLE nowhere;
                """);
        project.migrate("repair", "b", "--reason", "the same");
        project.migrate("repair", "a", "--reason", "the same");
        project.migrate("repair", "c", "--reason", "it goes down otherwise");
        var before = project.query("SELECT applied_at, script, event FROM migrate_revision WHERE revision = 'c'");
        assertEquals(1, project.migrate("downgrade", "b", "--json").exitCode());

        assertEquals(0, project.migrate("repair", "c", "--as", "applied", "--reason", "put back").exitCode());

        assertEquals(before, project.query("SELECT applied_at, script, event FROM migrate_revision "
                + "WHERE revision = 'c'"));
        assertEquals(List.of("as applied: put back"), lastDetail());
        project.execute("DROP TABLE gone");
        project.migrate("downgrade", "b");
        assertEquals(0, project.migrate("repair", "c", "--as", "pending", "--reason", "it is").exitCode());
        assertEquals(List.of("as pending: it is"), lastDetail());
        assertEquals(List.of(Files.readString(folder.resolve("migrations/c.sql"))),
                project.query("SELECT script FROM migrate_event ORDER BY id DESC LIMIT 1"));
    }

    private List<String> lastDetail() {
        return project.query("SELECT detail FROM migrate_event ORDER BY id DESC LIMIT 1");
    }

    @Test
    void nobodyIsAskedAboutWhatMakesNoSense() {
        project.file("migrate.properties", "confirm = true\n");
        usage("repair", "c", "--reason", "x", "--json");
        assertEquals("not_confirmed", project.migrate("repair", "b", "--reason", "x", "--json").errorKind());
        assertEquals(0, project.migrate("repair", "b", "--reason", "x", "--yes").exitCode());
    }

    @Test
    void aRepairOfTablesOfTheFirstLayoutBringsThemUpToDate() {
        for (var sql : List.of("ALTER TABLE migrate_revision DROP COLUMN origin",
                "ALTER TABLE migrate_event DROP COLUMN script", "ALTER TABLE migrate_event DROP COLUMN changed",
                "ALTER TABLE migrate_journal DROP COLUMN position",
                "ALTER TABLE migrate_journal DROP COLUMN trace", "UPDATE migrate_layout SET version = 1")) {
            project.execute(sql);
        }
        var result = project.migrate("repair", "b", "--reason", "the same");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("3"), project.query("SELECT version FROM migrate_layout"));
    }
}
