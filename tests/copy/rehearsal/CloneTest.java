package tests.copy.rehearsal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.MigrateProcess;
import tests.Project;

/** The database itself is only read, and its clone goes when the rehearsal ends, however it ends. */
class CloneTest {
    private static final String ENDLESS = """
            CREATE TABLE b (n INTEGER);
            INSERT INTO b WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 10)
                SELECT n FROM many;
            INSERT INTO b SELECT count(*) FROM (WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many
                WHERE n < 1e15) SELECT n FROM many);""";

    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void rowsThatAreThere() {
        project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
                INSERT INTO item VALUES (1, 'one');
                CREATE TABLE twin (id INTEGER PRIMARY KEY, name TEXT);""", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void notAByteOfTheDatabaseChangesAndNothingIsLeftBesideIt(String journalMode) throws IOException {
        project.execute("PRAGMA journal_mode = " + journalMode);
        project.script("b", "a", "UPDATE item SET name = 'two'; CREATE TABLE b (id INTEGER);", "DROP TABLE b;");
        var before = Files.readAllBytes(project.database());

        assertEquals(3, project.migrate("rehearse").exitCode());

        assertArrayEquals(before, Files.readAllBytes(project.database()));
        assertEquals(List.of("restrack.db"), beside(project));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void theCloneHasTheJournalModeOfTheDatabase(String journalMode) {
        project.execute("PRAGMA journal_mode = " + journalMode);
        project.file("b.java", """
                // revision: b
                // revises: a
                class Mode implements Migration {
                    public void up(Op op) {
                        var mode = op.handle().createQuery("PRAGMA journal_mode").mapTo(String.class).one();
                        op.execute("CREATE TABLE " + mode + "_mode (n INTEGER)");
                    }
                }
                """);

        var result = project.migrate("rehearse");

        assertTrue(result.out().contains("+ table " + journalMode + "_mode"), result.out() + result.err());
    }

    @Test
    void aDatabaseThatWasNotAdoptedIsRefusedAsByAnUpgrade() {
        for (var table : List.of("revision", "event", "repeatable", "journal", "layout")) {
            project.execute("DROP TABLE migrate_" + table);
        }
        assertEquals("not_adopted", project.migrate("rehearse", "--json").errorKind());
    }

    @Test
    void withoutADatabaseNoneIsMade() {
        var fresh = new Project(folder.resolve("fresh"))
                .script("a", "", "CREATE TABLE t (n INTEGER);", "DROP TABLE t;");
        var result = fresh.migrate("rehearse");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("    + table t: 1 column\n"), result.out());
        assertFalse(Files.exists(fresh.database().getParent()));
    }

    @Test
    void aDatabaseInMemoryIsRefused() {
        assertEquals("usage", project.migrate("rehearse", "--url", "sqlite://", "--json").errorKind());
    }

    @Test
    void aScriptThatNamesAnotherFileIsRefused() {
        project.script("b", "a", "ATTACH 'data/other.db' AS other; CREATE TABLE other.t (n INTEGER);", "");
        assertEquals("forbidden_statement", project.migrate("rehearse", "--json").errorKind());
        project.file("b.sql", "-- revision: b\n-- revises: a\n-- migrate:up transaction:false\nVACUUM INTO 'x.db';\n");
        assertEquals("forbidden_statement", project.migrate("rehearse", "--json").errorKind());
        assertEquals(List.of(), Clones.of(project));
        assertFalse(Files.exists(folder.resolve("x.db")));
    }

    @Test
    void whileSomebodyWritesTheCloneIsOfOneMoment() throws InterruptedException {
        // What each script sees is what was committed together.
        project.script("b", "a", """
                CREATE TABLE apart (n INTEGER CHECK (n = 0));
                INSERT INTO apart SELECT (SELECT count(*) FROM item) - 1 - (SELECT count(*) FROM twin);""",
                "DROP TABLE apart;");
        var stop = new AtomicBoolean();
        var written = new AtomicInteger();
        var writer = new Thread(() -> write(stop, written));
        writer.start();
        try {
            for (int i = 0; i < 5; i++) {
                int before = written.get();
                var result = project.migrate("rehearse");
                assertEquals(0, result.exitCode(), result.out() + result.err());
                assertTrue(written.get() > before, "Nobody wrote.");
            }
        } finally {
            stop.set(true);
            writer.join();
        }
        assertEquals(List.of("1"), project.query("SELECT count(*) FROM migrate_revision"));
        assertEquals(List.of(Integer.toString(written.get())), project.query("SELECT count(*) FROM twin"));
    }

    private void write(AtomicBoolean stop, AtomicInteger written) {
        try (var connection = project.open(); var statement = connection.createStatement()) {
            // Short transactions with pauses, as of an application; without any, nobody else would get a turn.
            statement.execute("PRAGMA synchronous = OFF");
            while (!stop.get()) {
                Thread.sleep(5);
                statement.executeUpdate("""
                        BEGIN IMMEDIATE; INSERT INTO item (name) VALUES ('x'); INSERT INTO twin (name) VALUES ('x');
                        COMMIT;""");
                written.incrementAndGet();
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCloneThatTheDiskHasNoRoomForIsNotBegun() throws IOException {
        // A page count that says that the file is larger than any disk: nothing of it is read.
        project.script("b", "a", "CREATE TABLE b (n INTEGER);", "");
        try (var file = new RandomAccessFile(project.database().toFile(), "rw")) {
            file.setLength(4096L << 30);
            file.seek(28);
            file.writeInt(1 << 30);
        }
        var result = project.migrate("rehearse", "--json");
        assertEquals("disk_full", result.errorKind(), result.out());
        assertEquals(List.of(), Clones.of(project));
    }

    @Test
    void theCloneCanBeElsewhereAndGoesFromThereToo() throws IOException {
        project.script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;");
        Files.createDirectory(folder.resolve("elsewhere"));
        assertEquals(0, project.migrate("rehearse", "--clone-in", "elsewhere").exitCode());
        try (var left = Files.list(folder.resolve("elsewhere"))) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals("file_error", project.migrate("rehearse", "--clone-in", "nowhere", "--json").errorKind());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyThisUserCanReadTheCloneAndTheNextRunRemovesItAfterAKill() throws IOException {
        project.script("b", "a", ENDLESS, "");
        try (var process = MigrateProcess.start(project, "rehearse")) {
            var clone = Clones.awaitOneAtWork(project);
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(clone)));
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(clone.resolve("clone.db"))));

            // One that lives is nobody's business.
            project.script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;");
            assertEquals(0, project.migrate("rehearse").exitCode());
            assertEquals(List.of(clone), Clones.of(project));

            process.kill();
            assertEquals(List.of(clone), Clones.of(project));
            assertEquals(0, project.migrate("rehearse").exitCode());
            assertEquals(List.of(), Clones.of(project));
        }
        assertEquals(List.of("1"), project.query("SELECT count(*) FROM migrate_revision"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCEndsTheRehearsalAndRemovesTheClone() throws IOException {
        project.script("b", "a", ENDLESS, "");
        try (var process = MigrateProcess.start(project, "rehearse")) {
            Clones.awaitOneAtWork(project);
            process.interrupt();
            var result = process.end();
            assertEquals(130, result.exitCode(), result.err());
            assertTrue(result.err().contains("the database itself was not touched"), result.err());
        }
        assertEquals(List.of(), Clones.of(project));
    }

    @Test
    void aFolderOfSomebodyElseStays() throws IOException {
        project.script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;");
        var others = project.database().resolveSibling("restrack.db-rehearsal-notes");
        Files.createDirectories(others);
        Files.writeString(others.resolve("notes.txt"), "mine");
        assertEquals(0, project.migrate("rehearse").exitCode());
        assertEquals("mine", Files.readString(others.resolve("notes.txt")));
    }

    private static List<String> beside(Project project) throws IOException {
        try (var files = Files.list(project.database().getParent())) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }
}
