package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.sql.Statement;
import restrack.sql.Statements;
import tests.Project;

/** The disk is full, or somebody else uses the database: a change of a table is refused, and nothing has changed. */
class HinderedAlterTest {
    private static final String REBUILD = "ALTER TABLE item ALTER COLUMN size TYPE TEXT";
    private static final String IN_PLACE = "ALTER TABLE item ADD CONSTRAINT item_low CHECK (amount < 100)";

    @TempDir
    Path folder;

    private Project project(String journalMode, String change) {
        var project = new Project(folder).file("/data/.keep", "");
        project.execute("PRAGMA journal_mode = " + journalMode);
        project.script("a", "", KilledDatabase.SCRIPT, "").script("b", "a", """
                INSERT INTO log VALUES ('before');
                %s;
                INSERT INTO log VALUES ('after');""".formatted(change), "");
        var result = project.migrate("upgrade", "a");
        assertEquals(0, result.exitCode(), result.err());
        return project;
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void whereverTheDiskIsFullAllOfItHappensOrNothing(String journalMode) throws SQLException {
        var file = folder.resolve("a.db");
        KilledDatabase.create(file, journalMode);
        var before = KilledState.of(file);
        var statements = Statements.of(REBUILD + "; ALTER TABLE label SET WITHOUT ROWID;",
                KilledDatabase.syntax());
        int refused = 0;
        int pages = pages(file);
        for (int more = 0;; more = more + 1 + more / 4) {
            var copy = KilledDatabase.copy(file, folder.resolve(more + ".db"));
            if (runs(copy, statements, pages + more)) {
                break;
            }
            refused++;
            assertEquals("", KilledState.of(copy).difference(before), more + " pages more");
            assertTrue(runs(copy, statements, Integer.MAX_VALUE), "there is room now");
        }
        assertTrue(refused > 5, "only " + refused + " had not enough room");
    }

    private static int pages(Path file) throws SQLException {
        try (var database = KilledDatabase.open(file);
             var statement = database.connection().createStatement();
             var rows = statement.executeQuery("PRAGMA page_count")) {
            return rows.getInt(1);
        }
    }

    /** {@return whether there was room for the statements, in one transaction} */
    private static boolean runs(Path file, List<Statement> statements, int pages) throws SQLException {
        try (var database = KilledDatabase.open(file)) {
            try (var limit = database.connection().createStatement()) {
                limit.execute("PRAGMA max_page_count = " + pages);
            }
            KilledDatabase.change(database, statements.toArray(Statement[]::new));
            return true;
        } catch (SQLException e) {
            assertTrue(e.getMessage().contains("SQLITE_FULL"), e.getMessage());
            return false;
        }
    }

    @Test
    void theUserIsToldThatTheDiskIsFull() throws SQLException {
        var project = project("delete", REBUILD);
        var before = KilledState.of(project.database());

        var result = project.migrate("upgrade", "--json", "--url",
                "jdbc:sqlite:data/restrack.db?max_page_count=" + (pages(project.database()) + 10));

        assertEquals(1, result.exitCode(), result.out());
        assertEquals("disk_full", result.errorKind(), result.out());
        assertEquals("", KilledState.of(project.database()).difference(before));
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @ParameterizedTest
    @CsvSource({"delete, true", "delete, false", "wal, true", "wal, false"})
    void whileSomebodyElseWritesNothingIsChanged(String journalMode, boolean rebuild) throws SQLException {
        var project = project(journalMode, rebuild ? REBUILD : IN_PLACE);
        var before = KilledState.of(project.database());
        try (var other = project.open(); var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            var result = project.migrate("upgrade", "--json", "--lock-timeout", "200ms");

            assertEquals(5, result.exitCode(), result.out());
            assertEquals("busy", result.errorKind());
        }
        assertEquals("", KilledState.of(project.database()).difference(before));
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReaderKeepsTheCommitBackAndNothingIsHalfDone(boolean rebuild) throws SQLException {
        var project = project("delete", rebuild ? REBUILD : IN_PLACE);
        var before = KilledState.of(project.database());
        try (var other = project.open(); var statement = other.createStatement();
             var rows = statement.executeQuery("SELECT * FROM item")) {
            assertTrue(rows.next());

            var result = project.migrate("upgrade", "--json", "--lock-timeout", "200ms");

            assertEquals(5, result.exitCode(), result.out());
            assertTrue(rows.next(), "the reader goes on");
        }
        assertEquals("", KilledState.of(project.database()).difference(before));
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void aReaderOfALogSeesTheTableAsItWasUntilItHasEnded() throws SQLException {
        var project = project("wal", REBUILD);
        try (var other = project.open(); var statement = other.createStatement()) {
            statement.execute("BEGIN");
            assertEquals("integer", typeOfSize(statement));

            assertEquals(0, project.migrate("upgrade", "--lock-timeout", "200ms").exitCode());

            assertEquals("integer", typeOfSize(statement));
            statement.execute("COMMIT");
            assertEquals("text", typeOfSize(statement));
        }
    }

    private static String typeOfSize(java.sql.Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("SELECT typeof(size) FROM item WHERE id = 9")) {
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void whoeverHasTheDatabaseOpenKnowsTheNewSchemaAtOnce(String journalMode) throws SQLException {
        var project = project(journalMode, IN_PLACE);
        try (var other = project.open();
             var insert = other.prepareStatement("INSERT INTO item (code, amount) VALUES (?, ?)")) {
            insert.setString(1, "first");
            insert.setInt(2, 99);
            insert.execute();

            assertEquals(0, project.migrate("upgrade").exitCode());

            insert.setString(1, "second");
            insert.setInt(2, 100);
            var refusal = assertThrows(SQLException.class, insert::execute);
            assertTrue(refusal.getMessage().contains("item_low"), refusal.getMessage());
        }
    }
}
