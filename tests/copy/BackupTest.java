package tests.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Collation;
import tests.Project;

/** {@code migrate backup}: where the copy goes, what is said of it, what is refused. */
class BackupTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void create() {
        project = Copies.project(folder);
    }

    @Test
    void withoutAFileItGoesBesideTheDatabase() {
        var result = project.migrate("backup");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("restrack-TIME.db"), Copies.names(folder.resolve("data/backups")));
        assertTrue(result.out().matches("backup  data/backups/restrack-\\d{8}-\\d{6}\\.db  \\d+\\.\\d kB  \\d+ ms\n"),
                result.out());
        assertEquals(List.of("1"), Copies.query(Copies.backups(project).get(0), "SELECT n FROM t"));
    }

    @Test
    void twoInOneSecondHaveTwoNames() {
        for (int i = 0; i < 5; i++) {
            assertEquals(0, project.migrate("backup").exitCode());
        }
        assertEquals(5, Copies.backups(project).size());
    }

    @Test
    void aFileOrAFolderCanBeNamed() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere"));

        assertEquals(0, project.migrate("backup", "here.db").exitCode());
        assertEquals(0, project.migrate("backup", "deep/down/there.db").exitCode());
        assertEquals(0, project.migrate("backup", "elsewhere").exitCode());

        assertEquals(List.of("1"), Copies.query(folder.resolve("here.db"), "SELECT n FROM t"));
        assertEquals(List.of("1"), Copies.query(folder.resolve("deep/down/there.db"), "SELECT n FROM t"));
        assertEquals(List.of("restrack-TIME.db"), Copies.names(folder.resolve("elsewhere")));
        assertFalse(Files.exists(folder.resolve("data/backups")));
    }

    @Test
    void theDatabaseIsNotChanged() throws IOException {
        var before = Files.readAllBytes(project.database());

        assertEquals(0, project.migrate("backup").exitCode());

        assertArrayEquals(before, Files.readAllBytes(project.database()));
    }

    @Test
    void aDatabaseThatTheToolkitNeverTouchedIsCopiedToo() {
        var foreign = new Project(folder.resolve("foreign")).file("/data/.keep", "");
        foreign.execute("CREATE TABLE x (n)");

        assertEquals(0, foreign.migrate("backup", "x.db").exitCode());

        assertEquals(List.of("x"), Copies.query(foreign.folder().resolve("x.db"), "SELECT name FROM sqlite_schema"));
        assertEquals(List.of("x"), foreign.query("SELECT name FROM sqlite_schema"));
    }

    @Test
    void aFileThatIsThereIsLeftAloneUnlessTold() throws IOException {
        project.file("/x.db", "precious");

        assertEquals("file_exists", project.migrate("backup", "x.db", "--json").errorKind());
        assertEquals("precious", Files.readString(folder.resolve("x.db")));

        assertEquals(0, project.migrate("backup", "x.db", "--overwrite").exitCode());
        assertEquals(List.of("1"), Copies.query(folder.resolve("x.db"), "SELECT n FROM t"));
    }

    @Test
    void theDatabaseItselfIsNeverOverwritten() throws IOException {
        Files.createSymbolicLink(folder.resolve("other-name.db"), project.database());

        for (var name : List.of("data/restrack.db", "other-name.db")) {
            assertEquals("usage", project.migrate("backup", name, "--overwrite", "--json").errorKind());
        }
        assertEquals(List.of("1"), project.query("SELECT n FROM t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-journal"})
    void aCopyIsNotPutBesideTheLogOfAnotherDatabase(String companion) {
        project.file("/x.db" + companion, "left by a killed program");

        var result = project.migrate("backup", "x.db", "--overwrite");

        assertEquals(4, result.exitCode());
        assertFalse(Files.exists(folder.resolve("x.db")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerCanReadIt() throws IOException {
        Files.setPosixFilePermissions(project.database(), PosixFilePermissions.fromString("rw-rw-rw-"));

        assertEquals(0, project.migrate("backup").exitCode());

        var copy = Copies.backups(project).get(0);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.getParent())));
    }

    @Test
    void theCopyOfADatabaseWithALogIsOneFile() throws IOException {
        project.execute("PRAGMA journal_mode = WAL");
        try (var open = project.open(); var statement = open.createStatement()) {
            statement.execute("INSERT INTO t VALUES (2)");
            assertTrue(Files.size(project.database().resolveSibling("restrack.db-wal")) > 0);
            assertEquals(0, project.migrate("backup", "copies/x.db").exitCode());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertEquals(List.of("x.db"), Copies.names(folder.resolve("copies")));
        assertEquals(List.of("1", "2"), Copies.query(folder.resolve("copies/x.db"), "SELECT n FROM t"));
        assertEquals(List.of("delete"), Copies.query(folder.resolve("copies/x.db"), "PRAGMA journal_mode"));
        assertEquals(List.of("wal"), project.query("PRAGMA journal_mode"));
    }

    @Test
    void whatCannotBeCopiedIsSaid() throws IOException {
        assertEquals("usage", project.migrate("backup", "--url", "sqlite://", "--json").errorKind());
        assertEquals("cannot_open", project.migrate("backup", "--url", "sqlite:///no.db", "--json").errorKind());
        project.file("/encrypted.db", "q8-3 2nv0 zvm2-3 vn2 v0-2 v");
        assertEquals("not_a_database",
                project.migrate("backup", "--url", "sqlite:///encrypted.db", "--json").errorKind());
        project.file("/file", "I am a file.");
        assertEquals("file_error", project.migrate("backup", "file/x.db", "--json").errorKind());
        assertFalse(Files.exists(folder.resolve("no.db")));
    }

    @Test
    void aDamagedDatabaseIsNoBackup() throws IOException {
        Copies.damage(project.database(), 4096, 4500);

        var result = project.migrate("backup", "--json");

        assertEquals("bad_copy", result.errorKind());
        assertEquals(List.of(), Copies.names(folder.resolve("data/backups")));
    }

    @Test
    void referencesThatLeadNowhereAreToldAndNoError() {
        project.execute("CREATE TABLE child (n INTEGER REFERENCES parent (n)); INSERT INTO child VALUES (7), (8)");
        project.execute("CREATE TABLE parent (n INTEGER PRIMARY KEY)");

        var result = project.migrate("backup");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("2 rows of child refer to what is not in parent."), result.out());
    }

    @Test
    void aTableThatNeedsACollationOfTheApplicationDoesNotStopTheRest() throws IOException, SQLException {
        try (var open = project.open(); var statement = open.createStatement()) {
            Collation.create(open, "theirs", new Collation() {
                @Override
                protected int xCompare(String one, String other) {
                    return other.compareTo(one);
                }
            });
            statement.executeUpdate("CREATE TABLE c (s TEXT COLLATE theirs); CREATE INDEX c_s ON c (s);"
                    + "INSERT INTO c VALUES ('x'), ('y')");
        }

        var result = project.migrate("backup", "x.db");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("c was not checked"), result.out());
        assertFalse(result.out().contains("t was not checked"), result.out());
        Copies.damage(project.database(), 4096, 4500);
        assertEquals("bad_copy", project.migrate("backup", "--json").errorKind());
    }

    @Test
    void jsonHasAllOfIt() {
        var backup = project.migrate("backup", "x.db", "--json").json().getAsJsonObject("backup");

        assertEquals("x.db", backup.get("path").getAsString());
        assertEquals(folder.resolve("x.db").toFile().length(), backup.get("bytes").getAsLong());
        assertTrue(backup.has("ms"));
        assertEquals("[]", backup.get("notes").toString());
        assertEquals("[]", backup.get("pruned").toString());
    }
}
