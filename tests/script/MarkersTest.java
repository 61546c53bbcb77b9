package tests.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.script.Placeholders;
import restrack.script.Section;
import restrack.script.SqlScript;

/** Where the way up and the way down begin and end. */
class MarkersTest {
    @TempDir
    Path dir;

    private SqlScript script(String text) {
        return (SqlScript) new Folder(dir).file("x.sql", text).only();
    }

    private MigrateException error(String text) {
        return new Folder(dir).file("x.sql", text).error();
    }

    private static List<String> statements(Section section) {
        return Folder.texts(section.statements(SqliteSyntax.SQLITE));
    }

    @Test
    void markersCutTheScriptInTwo() {
        var script = script("""
                -- Words
                -- migrate:up
                CREATE TABLE a (n);
                CREATE TABLE b (n);
                -- migrate:down
                DROP TABLE b;
                DROP TABLE a;
                """);
        assertEquals(List.of("CREATE TABLE a (n)", "CREATE TABLE b (n)"), statements(script.up()));
        assertEquals(List.of("DROP TABLE b", "DROP TABLE a"), statements(script.down().orElseThrow()));
        assertTrue(script.up().transactional());
        assertEquals(List.of(6, 7), script.down().orElseThrow().statements(SqliteSyntax.SQLITE).stream()
                .map(it -> it.line()).toList());
    }

    @Test
    void withoutMarkersTheWholeFileIsTheWayUp() {
        var script = script("-- Words\nCREATE TABLE a (n);\n");
        assertEquals(List.of("CREATE TABLE a (n)"), statements(script.up()));
        assertTrue(script.down().isEmpty());
    }

    @Test
    void wayDownMayBeMissing() {
        assertTrue(script("-- migrate:up\nSELECT 1;\n").down().isEmpty());
    }

    @Test
    void wayDownMayBeEmpty() {
        assertEquals(List.of(), statements(script("-- migrate:up\nSELECT 1;\n-- migrate:down\n").down().orElseThrow()));
    }

    @Test
    void wayUpMayBeEmpty() {
        assertEquals(List.of(), statements(script("-- migrate:up\n-- migrate:down\nSELECT 1;").up()));
    }

    @Test
    void transactionCountsForItsDirection() {
        var up = script("-- migrate:up transaction:false\nVACUUM;\n-- migrate:down\nSELECT 1;\n");
        assertFalse(up.up().transactional());
        assertTrue(up.down().orElseThrow().transactional());
        var down = script("-- migrate:up transaction:true\nSELECT 1;\n--migrate:down   transaction:false  \nVACUUM;\n");
        assertTrue(down.up().transactional());
        assertFalse(down.down().orElseThrow().transactional());
    }

    @Test
    void markersInStringsNamesAndOtherCommentsAreNone() {
        var script = script("""
                -- migrate:up
                INSERT INTO t VALUES ('
                -- migrate:down
                ');
                /*
                -- migrate:down
                */
                SELECT "
                -- migrate:down
                ";
                SELECT 1; -- migrate:down
                """);
        assertTrue(script.down().isEmpty());
        assertEquals(3, statements(script.up()).size());
    }

    @Test
    void wordsAboutMarkersAreNone() {
        var script = script("-- This has no migrate:down, on purpose\nSELECT 1;\n");
        assertEquals(List.of("SELECT 1"), statements(script.up()));
    }

    @Test
    void statementBeforeTheFirstMarkerIsAnError() {
        assertBad(error("-- Words\nSELECT 1;\n-- migrate:up\nSELECT 2;\n"), 2, "before the first marker");
    }

    @Test
    void wayDownBeforeTheWayUpIsAnError() {
        assertBad(error("-- migrate:down\nSELECT 1;\n-- migrate:up\nSELECT 2;\n"), 1, "stands before '-- migrate:up'");
        assertBad(error("\n-- migrate:down\nSELECT 1;\n"), 2, "stands before '-- migrate:up'");
    }

    @Test
    void markerThatStandsTwiceIsAnError() {
        assertBad(error("-- migrate:up\nSELECT 1;\n-- migrate:up\nSELECT 2;\n"), 3, "'-- migrate:up' stands twice");
        assertBad(error("-- migrate:up\n-- migrate:down\n-- migrate:down\n"), 3, "'-- migrate:down' stands twice");
        assertBad(error("-- migrate:up\n-- migrate:down\n-- migrate:up\n"), 3, "'-- migrate:up' stands twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- migrate:upp", "-- migrate:", "-- migrate: up", "-- migrate:UP",
        "-- MIGRATE:UP", "--Migrate:up", "-- MIGRATE:DOWN", "-- Migrate:Down transaction:false",
        "-- migrate:up transaction:no", "-- migrate:down transactional:false", "-- migrate:up because"})
    void unknownMarkerIsAnErrorAndNoComment(String marker) {
        assertBad(error("-- Words\n" + marker + "\nSELECT 1;\n"), 2, "is no marker");
        assertBad(error(marker + "\nSELECT 1;\n"), 1, "is no marker");
        assertBad(error("-- migrate:up\nSELECT 1;\n" + marker + "\nSELECT 2;\n"), 3, "is no marker");
        assertFalse(error(marker).hint().isEmpty());
    }

    @Test
    void spaceBeforeAMarkerDoesNotCount() {
        var script = script("--migrate:up\nSELECT 1;\n  --   migrate:down\nSELECT 2;\n");
        assertEquals(List.of("SELECT 1"), statements(script.up()));
        assertEquals(List.of("SELECT 2"), statements(script.down().orElseThrow()));
    }

    @Test
    void markersInCapitalsAreNoneInsideAStatement() {
        var script = script("-- migrate:up\nSELECT '\n-- MIGRATE:DOWN\n'; -- MIGRATE:DOWN\n/*\n-- MIGRATE:DOWN\n*/");
        assertEquals(1, statements(script.up()).size());
        assertTrue(script.down().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- migrate:up\nSELECT 1;\n/* why\n-- migrate:down\nSELECT 2;\n",
        "-- migrate:up\nSELECT 1;\n/*/\n-- migrate:down\n", "-- Words\n\n/* why\n-- migrate:up\nSELECT 1;\n"})
    void commentThatHidesAMarkerIsAnError(String text) {
        var error = error(text);
        assertBad(error, 3, "x.sql:3: The comment is not closed that begins with /*");
        assertEquals("Close it with */.", error.hint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1;\n\n/* why\nSELECT 2;", "SELECT 1\n\n/* why", "\n\n/* why\nSELECT 1;"})
    void commentThatHidesStatementsIsAnError(String text) {
        var script = script(text);
        assertBad(assertThrows(MigrateException.class, () -> statements(script.up())), 3,
                "x.sql:3: The comment is not closed that begins with /* why.");
    }

    @Test
    void repeatableScriptIsCutByTheSameRules() {
        var view = new Folder(dir).file("repeatable/v.sql", "CREATE VIEW v AS SELECT 1;\n/* why\nSELECT 2;")
                .asFolder().repeatables().get(0);
        var error = assertThrows(MigrateException.class, () -> statements(view.section()));
        assertEquals(ErrorKind.BAD_SCRIPT, error.kind());
        assertEquals(Path.of("migrations", "repeatable", "v.sql")
                + ":2: The comment is not closed that begins with /* why.", error.getMessage());
    }

    @Test
    void stringThatIsNotClosedIsAnErrorOfItsLine() {
        var script = script("-- migrate:up\nSELECT 1;\nSELECT 'x;\n");
        var error = assertThrows(MigrateException.class,
                () -> statements(script.up()));
        assertBad(error, 3, "x.sql:3: The string is not closed that begins with 'x;.");
    }

    @Test
    void lineIsThatOfTheFileInTheWayDownToo() {
        var down = script("-- migrate:up\nSELECT 1;\n-- migrate:down\n\nSELECT [x;\n").down().orElseThrow();
        for (var section : List.of(down, down.replacing(new Placeholders(true, Map.of())))) {
            assertBad(assertThrows(MigrateException.class, () -> statements(section)), 5,
                    "x.sql:5: The name is not closed that begins with [x;.");
        }
    }

    private static void assertBad(MigrateException error, int line, String words) {
        assertEquals(ErrorKind.BAD_SCRIPT, error.kind());
        var message = error.getMessage();
        assertTrue(message.startsWith(Path.of("migrations", "x.sql") + ":" + line + ": "), message);
        assertTrue(message.contains(words), message);
    }
}
