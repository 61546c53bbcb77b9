package tests.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tests.Project;

/** {@code migrate restore}: what was there, what is there afterwards, what is refused. */
class RestoreTest {
    @TempDir
    Path folder;
    private Project project;
    private Path copy;

    /** The copy is at {@code a} and has the row 1; the database is at {@code b} and has the rows 1 and 2. */
    @BeforeEach
    void copyAndGoOn() {
        project = Copies.project(folder);
        copy = folder.resolve("x.db");
        assertEquals(0, project.migrate("backup", "x.db").exitCode());
        assertEquals(0, project.migrate("upgrade").exitCode());
        project.execute("INSERT INTO t VALUES (2)");
    }

    @Test
    void theDatabaseIsWhatTheCopyIs() {
        var result = project.migrate("restore", "x.db");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals("a\n", project.migrate("current").out());
        assertEquals(List.of("1"), project.query("SELECT n FROM t"));
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
        var lines = result.out().lines().map(it -> it.replaceAll("\\d+(\\.\\d+)? (ms|s|kB)", "N $2")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "WHEN").replaceAll("\\d{8}-\\d{6}", "TIME"));
        assertEquals(List.of("copy  x.db  N kB  written WHEN  at a",
                "kept  data/restrack-before-restore-TIME.db  N kB  N ms",
                "restored  sqlite:///data/restrack.db  N ms", "The database is at a."), lines.toList());
    }

    @Test
    void aCopyWithAHalfAppliedScriptIsWarnedAbout() {
        Copies.execute(copy, "INSERT INTO migrate_journal (revision, direction, done, checksum, started_at) "
                + "VALUES ('b', 'up', 1, 'x', '2026-11-23T02:00:00Z')");

        var result = project.migrate("restore", "x.db");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.err().contains("Warning: In the copy, b is half applied, on its way up: `migrate upgrade` "
                + "goes on there."), result.err());
    }

    @Test
    void whatWasThereIsKeptAndCanBePutBack() {
        assertEquals(0, project.migrate("restore", "x.db").exitCode());
        var kept = kept();
        assertEquals(List.of("1", "2"), Copies.query(kept, "SELECT n FROM t"));

        assertEquals(0, project.migrate("restore", folder.relativize(kept).toString()).exitCode());

        assertEquals("b (head)\n", project.migrate("current").out());
        assertEquals(List.of("1", "2"), project.query("SELECT n FROM t"));
        assertEquals(3, Copies.files(folder.resolve("data")).size());
    }

    private Path kept() {
        var kept = Copies.files(folder.resolve("data")).stream()
                .filter(it -> it.toString().contains("-before-restore-")).toList();
        assertEquals(1, kept.size(), kept.toString());
        return kept.get(0);
    }

    @Test
    void theEventLogTellsOfIt() {
        assertEquals(0, project.migrate("restore", "x.db").exitCode());

        assertEquals(List.of("x.db|from " + copy + "; what was there before: " + kept()),
                project.query("SELECT subject, detail FROM migrate_event WHERE operation = 'restore'"));
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void theCopyIsNotChanged() throws IOException {
        var before = Files.readAllBytes(copy);
        assertEquals(0, project.migrate("restore", "x.db").exitCode());
        assertArrayEquals(before, Files.readAllBytes(copy));
        assertEquals(List.of(), Copies.names(folder).stream().filter(it -> it.startsWith("x.db-")).toList());
    }

    @Test
    void aDatabaseThatIsGoneIsMadeAnew() throws IOException {
        Files.delete(project.database());

        var result = project.migrate("restore", "x.db");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals("a\n", project.migrate("current").out());
        assertFalse(result.out().contains("kept"), result.out());
    }

    @Test
    void aDamagedCopyIsRefusedAndTheDatabaseIsNotTouched() throws IOException {
        Copies.damage(copy, 4096, 4500);
        var before = Files.readAllBytes(project.database());

        var result = project.migrate("restore", "x.db", "--json");

        assertEquals("bad_copy", result.errorKind());
        assertArrayEquals(before, Files.readAllBytes(project.database()));
        assertEquals(List.of("restrack.db"), Copies.names(folder.resolve("data")));
    }

    @Test
    void halfACopyIsRefused() throws IOException {
        var bytes = Files.readAllBytes(copy);
        Files.write(copy, Arrays.copyOf(bytes, bytes.length / 2));

        assertEquals("bad_copy", project.migrate("restore", "x.db", "--json").errorKind());
        assertEquals(List.of("1", "2"), project.query("SELECT n FROM t"));
    }

    @Test
    void whatIsNoCopyIsRefused() throws IOException {
        project.file("/encrypted.db", "q8-3 2nv0 zvm2-3 vn2 v0-2 v").file("/empty.db", "");

        assertEquals("not_a_database", project.migrate("restore", "encrypted.db", "--json").errorKind());
        assertEquals("bad_copy", project.migrate("restore", "empty.db", "--json").errorKind());
        assertEquals("file_error", project.migrate("restore", "nothing.db", "--json").errorKind());
        assertEquals("file_error", project.migrate("restore", "data", "--json").errorKind());
        assertEquals("usage", project.migrate("restore", "data/restrack.db", "--json").errorKind());
        assertEquals("usage", project.migrate("restore", "x.db", "--url", "sqlite://", "--json").errorKind());
        assertEquals(List.of("1", "2"), project.query("SELECT n FROM t"));
    }

    @Test
    void aDamagedDatabaseIsReplacedAndKept() throws IOException {
        for (int page = 0; page < 2; page++) {
            // The first time the table of tables, behind the header of the file; then a page of data.
            Copies.damage(project.database(), page * 4096 + (page == 0 ? 100 : 0), page * 4096 + 400);

            var result = project.migrate("restore", "x.db");

            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().contains("It is damaged: "), result.out());
            assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
            assertEquals(List.of("1"), project.query("SELECT n FROM t"));
        }
    }

    @Test
    void whatIsNoDatabaseIsNotOverwritten() {
        project.file("/data/restrack.db", "Dear diary, today I was taken for a database.");

        var result = project.migrate("restore", "x.db");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("Move it away"), result.err());
    }

    @ParameterizedTest
    @CsvSource({"DELETE,DELETE,512", "DELETE,WAL,4096", "DELETE,WAL,65536", "WAL,DELETE,4096", "WAL,DELETE,1024",
        "WAL,WAL,8192", "TRUNCATE,DELETE,4096"})
    void theJournalModeStaysAndTheSizeOfPagesIsTheCopys(String mode, String copysMode, int pageSize) {
        project.execute("PRAGMA journal_mode = " + mode);
        var other = new Project(folder.resolve("other")).file("/data/.keep", "");
        other.execute("PRAGMA page_size = " + pageSize + "; PRAGMA journal_mode = " + copysMode
                + "; CREATE TABLE t (n); INSERT INTO t VALUES (9)");

        var result = project.migrate("restore", other.database().toString());

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("9"), project.query("SELECT n FROM t"));
        assertEquals(List.of(Integer.toString(pageSize)), project.query("PRAGMA page_size"));
        assertEquals(List.of(mode.equals("WAL") ? "wal" : "delete"), project.query("PRAGMA journal_mode"));
        assertEquals(List.of("ok"), project.query("PRAGMA integrity_check"));
    }

    @Test
    void aCopyOfAnotherProjectIsWarnedAbout() {
        var other = new Project(folder.resolve("other")).script("z", "", "CREATE TABLE z (n);", "");
        assertEquals(0, other.migrate("upgrade").exitCode());

        var result = project.migrate("restore", other.database().toString());

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.err().contains("Warning: None of the revisions in the copy is in migrations"), result.err());
    }

    @Test
    void aCopyOfANewerToolkitIsWarnedAboutAndNotWrittenTo() {
        Copies.execute(copy, "UPDATE migrate_layout SET version = 1000");

        var result = project.migrate("restore", "x.db");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.err().contains("Warning: The copy comes from a newer toolkit"), result.err());
        assertEquals(List.of(), project.query("SELECT 1 FROM migrate_event WHERE operation = 'restore'"));
        assertEquals("newer_layout", project.migrate("current", "--json").errorKind());
    }

    @Test
    void itIsConfirmedWhereThatIsWanted() {
        project.file("migrate.properties", "confirm = true\n");

        assertEquals("not_confirmed", project.migrate("restore", "x.db", "--json").errorKind());
        assertEquals(List.of("1", "2"), project.query("SELECT n FROM t"));
        assertEquals(0, project.migrate("restore", "x.db", "--yes").exitCode());
        assertEquals(0, project.migrate("backup").exitCode());
    }

    @Test
    void jsonHasAllOfIt() {
        var document = project.migrate("restore", "x.db", "--json").json();

        assertEquals("[\"a\"]", document.get("current").toString());
        assertEquals("x.db", document.getAsJsonObject("restored").get("path").getAsString());
        assertEquals("[]", document.getAsJsonObject("restored").get("warnings").toString());
        assertEquals(kept(), folder.resolve(document.getAsJsonObject("kept").get("path").getAsString()));
        assertTrue(document.has("ms"));
    }
}
