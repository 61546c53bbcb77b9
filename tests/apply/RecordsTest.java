package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.Version;
import tests.Project;

/** What is recorded of what has run, been stamped, been repaired. */
class RecordsTest {
    @TempDir
    Path folder;
    Project project;

    @BeforeEach
    void writeScripts() {
        project = Fixtures.threeTables(folder);
    }

    private List<String> events() {
        return project.query("SELECT operation || ' ' || subject FROM migrate_event ORDER BY id");
    }

    @Test
    void aRecordSaysWhatRanWhenByWhomAndWithWhat() throws IOException {
        project.migrate("upgrade", "b");

        assertEquals(List.of("b|a||Message of b|sql|64"), project.query("SELECT revision, revises, depends_on, "
                + "message, kind, length(checksum) FROM migrate_revision WHERE revision = 'b'"));
        assertEquals(List.of(Files.readString(folder.resolve("migrations/b.sql"))),
                project.query("SELECT script FROM migrate_revision WHERE revision = 'b'"));
        var who = project.query("SELECT applied_by FROM migrate_revision WHERE revision = 'b'").get(0);
        assertTrue(who.startsWith(System.getProperty("user.name") + "@"), who);
        assertEquals(List.of(Version.VERSION),
                project.query("SELECT tool_version FROM migrate_revision WHERE revision = 'b'"));
        var at = Instant.parse(project.query("SELECT applied_at FROM migrate_revision WHERE revision = 'b'").get(0));
        assertTrue(Duration.between(at, Instant.now()).abs().toHours() < 1, at.toString());
    }

    @Test
    void theEventLogKeepsEverythingInOrder() {
        project.migrate("upgrade", "b");
        project.migrate("downgrade", "a");
        project.migrate("stamp", "c");
        project.migrate("stamp", "a");

        assertEquals(List.of("up a", "up b", "down b", "stamp b", "stamp c", "forget c", "forget b"), events());
        assertEquals(List.of("1|7|7"), project.query("SELECT min(id), max(id), count(*) FROM migrate_event"));
        assertEquals(List.of("Message of b"),
                project.query("SELECT DISTINCT message FROM migrate_event WHERE subject = 'b'"));
    }

    @Test
    void aStampRecordsAncestorsAndRunsNothingAndKeepsNoText() {
        var result = project.migrate("stamp", "b", "--json");

        assertEquals(0, result.exitCode(), result.out());
        assertEquals(List.of("a", "b"), Fixtures.applied(project));
        assertEquals(List.of(), Fixtures.tables(project));
        assertEquals(List.of("|1", "|1"), project.query("SELECT checksum, script IS NULL FROM migrate_revision"));
        project.script("a", "", "CREATE TABLE a (edited INTEGER);", "");
        assertEquals(0, project.migrate("upgrade").exitCode(), "what was stamped is not compared");
        assertEquals(List.of("c"), Fixtures.tables(project));
    }

    @Test
    void aStampForgetsWhatDescendsAndPurgeForgetsAll() throws IOException {
        project.migrate("upgrade");

        assertEquals(0, project.migrate("stamp", "a").exitCode());
        assertEquals(List.of("a"), Fixtures.applied(project));
        assertEquals(List.of("a", "b", "c"), Fixtures.tables(project));

        Files.delete(folder.resolve("migrations/a.sql"));
        project.script("b", "", "", "");
        assertEquals(0, project.migrate("stamp", "--purge", "b").exitCode());
        assertEquals(List.of("b"), Fixtures.applied(project));
    }

    @Test
    void aStampThatSaysNothingNewWritesNothing() throws IOException {
        project.migrate("upgrade");
        var before = Files.readAllBytes(project.database());

        assertTrue(project.migrate("stamp", "head").out().contains("Nothing to do"));
        assertEquals(0, Arrays.compare(before, Files.readAllBytes(project.database())));
    }

    @Test
    void aRepairAcceptsTheEditAndKeepsTheReason() throws IOException {
        project.migrate("upgrade");
        project.script("b", "a", "CREATE TABLE b (n BIGINT);", "DROP TABLE b;");

        var result = project.migrate("repair", "b", "--reason", "the type was wrong in the file only");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("-CREATE TABLE b (n INTEGER);"), result.out());
        assertTrue(result.out().contains("+CREATE TABLE b (n BIGINT);"), result.out());
        assertEquals(List.of("b|the type was wrong in the file only"), project.query("SELECT subject, detail "
                + "FROM migrate_event WHERE operation = 'repair'"));
        assertEquals(List.of(Files.readString(folder.resolve("migrations/b.sql"))),
                project.query("SELECT script FROM migrate_revision WHERE revision = 'b'"));
        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
        assertTrue(project.migrate("upgrade").out().contains("Nothing to do"));
    }

    @Test
    void whereNothingIsWrongThereIsNothingToRepair() {
        project.migrate("upgrade");

        assertEquals(2, project.migrate("repair", "b", "--reason", "just in case").exitCode());
        assertEquals(List.of("up a", "up b", "up c"), events());
    }

    @Test
    void twoProjectsShareADatabaseUnderDifferentPrefixes() {
        project.migrate("upgrade");
        var other = new Project(folder.resolve("other")).script("z", "", "CREATE TABLE z (n INTEGER);", "")
                .file("migrate.properties", "table-prefix = lab_\n");

        assertEquals(0, other.migrate("upgrade", "--url", "sqlite:///" + project.database()).exitCode());

        assertEquals(List.of("a", "b", "c"), Fixtures.applied(project));
        assertEquals(List.of("z"), project.query("SELECT revision FROM lab_revision"));
    }
}
