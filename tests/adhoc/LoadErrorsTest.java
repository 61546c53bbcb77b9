package tests.adhoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** What is wrong with files and rows is named, and then nothing is loaded. */
class LoadErrorsTest {
    private static final String HINT = "\nHint:  Nothing was loaded. Mend the lines, then run the command again.\n";

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void threeWards() {
        project = Wards.in(folder);
    }

    /** {@return what is said of a file} Nothing may be in the database afterwards. */
    private String said(String file, String text, String... options) {
        project.file("/" + file, text);
        return refused(file, options);
    }

    private String refused(String file, String... options) {
        var words = new ArrayList<>(List.of("load", file));
        words.addAll(List.of(options));
        var result = project.migrate(words.toArray(String[]::new));
        assertEquals(1, result.exitCode(), result.out());
        assertEquals("", result.out());
        assertEquals("North=10 South=20 007=5", Wards.wards(project));
        assertEquals(List.of("0|0"),
                project.query("SELECT (SELECT count(*) FROM patient), (SELECT count(*) FROM log)"));
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM migrate_event WHERE operation = 'load'"));
        return result.err().replace("Database: sqlite:///data/restrack.db\n", "").replaceFirst("^Error: ", "");
    }

    @Test
    void everyMistakeIsNamedByFileLineAndColumn() {
        assertEquals("""
                patient.csv:2: ward_id: 'one' is no whole number.
                patient.csv:3: name: There is no value, and there has to be one.
                patient.csv:4: weight: 'heavy' is no number.
                patient.csv:4: private: 'maybe' is no truth value (true, false, 1, 0).
                patient.csv:6: born: '2025-02-30' is no date (2025-06-04).
                patient.csv:7: The row has 2 fields, and the first row names 6 columns.
                patient.csv:8: picture: '0' is no bytes in hex (0aff).""" + HINT, said("patient.csv", """
                ward_id,name,weight,private,born,picture
                one,a,,,,
                1,,,,,
                1,"two
                lines",heavy,maybe,,
                1,c,,,2025-02-30,
                1,d
                1,e,1.5,true,2025-06-04,0
                """));
    }

    @Test
    void whatIsNearlyAValueIsNone() {
        for (var each : List.of("weight:NaN", "weight:1d", "weight:0x1", "weight:1e999", "weight: 1", "weight:1,5",
                "price:1.5.0", "ward_id:1.0", "ward_id:99999999999999999999", "private:yes", "private:2",
                "born:2025-06-04 07:31:45", "born:4.6.2025", "born:20250604", "seen:2025-06-04", "seen:07:31:45",
                "seen:2025-06-04 25:00", "seen:2025-02-29 00:00:00", "picture:0g", "picture:abc")) {
            int colon = each.indexOf(':');
            var column = each.substring(0, colon);
            var header = column.equals("ward_id") ? "name,ward_id\nx," : "name,ward_id," + column + "\nx,1,";
            var said = said("patient.csv", header + "\"" + each.substring(colon + 1) + "\"\n");
            assertTrue(said.startsWith("patient.csv:2: " + column + ": '" + each.substring(colon + 1) + "' is no "),
                    each + " -> " + said);
        }
    }

    @Test
    void linesAreCountedInQuotesToo() {
        assertEquals("ward.csv:5: beds: '1.5' is no whole number." + HINT,
                said("ward.csv", "name,beds\n\"a\r\n\r\nb\",1\nc,1.5\n"));
    }

    @Test
    void whatTheTableForbidsIsNamedByItsLine() {
        assertEquals("ward.csv:3: UNIQUE constraint failed: ward.name.\n"
                + "ward.csv:5: UNIQUE constraint failed: ward.name." + HINT,
                said("ward.csv", "name\nEast\nNorth\nWest\nEast\n"));
    }

    @Test
    void afterTenMistakesItStops() {
        var text = new StringBuilder("beds,name\n");
        for (int i = 0; i < 1000; i++) {
            text.append("x,").append(i).append('\n');
        }
        var said = said("ward.csv", text.toString());
        assertTrue(said.contains("ward.csv:11: beds: 'x'"), said);
        assertFalse(said.contains("ward.csv:12:"), said);
        assertTrue(said.contains("\nThere may be more: the first 10 are shown.\n"), said);
    }

    @Test
    void aFileThatIsNoTableIsRefused() {
        assertTrue(said("ward.csv", "").startsWith("ward.csv:1: The file is empty.\n"));
        assertTrue(said("ward.csv", "name,nmae\n").startsWith("ward.csv:1: The table ward has no column 'nmae'.\n"
                + "Hint:  Its columns are id, name, beds;"));
        assertTrue(said("ward.csv", "name,NAME\n").startsWith("ward.csv:1: The column name is there twice.\n"));
        assertTrue(said("ward.csv", "id,beds\n").startsWith(
                "ward.csv:1: The file has no column name, and ward has no row without"));
        assertTrue(said("patient.csv", "ward_id,name,shout\n").startsWith(
                "patient.csv:1: The column shout is computed by the database.\n"));
        assertTrue(said("ward.csv", "name\n\"open\n").startsWith("ward.csv:2: The row that begins here cannot be read: "
                + "Unclosed"));
        assertTrue(said("ward.csv", "name\n\"a\"b\n").startsWith("ward.csv:2: The row that begins here cannot be read: "
                + "Unexpected"));
    }

    @Test
    void mistakesBeforeARowThatCannotBeReadAreToldToo() {
        assertTrue(said("ward.csv", "name,beds\na,x\n\"open\n").startsWith("ward.csv:2: beds: 'x' is no whole number.\n"
                + "ward.csv:3: The row that begins here"));
    }

    @Test
    void bytesThatAreNoUtf8AreNamedByTheirLine() throws IOException {
        var text = "name\n" + "x".repeat(70_000) + "\nü\nzo\u00eb\n";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        // The last letter but one becomes Latin 1.
        bytes[bytes.length - 3] = (byte) 0xeb;
        bytes[bytes.length - 2] = 'x';
        Files.write(folder.resolve("ward.csv"), bytes);
        assertEquals("ward.csv:4: The file is not UTF-8.\nHint:  Save it as UTF-8. Nothing was loaded.\n",
                refused("ward.csv"));
        Files.write(folder.resolve("ward.csv"), "name\nx\n".getBytes(StandardCharsets.UTF_16));
        assertTrue(refused("ward.csv").startsWith("ward.csv:1: The file is not UTF-8."));
    }

    @Test
    void tablesThatAreNotThereOrNotYoursAreRefusedBeforeAnythingIsRead() {
        project.file("/in/ward.csv", "name\nEast\n");
        assertTrue(refused("in/ward.csv", "--table", "wards").startsWith("in/ward.csv: There is no table 'wards'."));
        assertTrue(refused("in/ward.csv", "--table", "migrate_event").contains("is not yours to fill"));
        assertTrue(refused("in/ward.csv", "--table", "sqlite_schema").contains("is not yours to fill"));
        project.execute("CREATE VIEW big AS SELECT * FROM ward WHERE beds > 10");
        assertTrue(refused("in/ward.csv", "--table", "big").contains("There is no table 'big'."));
        for (var nowhere : List.of("nowhere.csv", "in/nowhere")) {
            assertTrue(refused(nowhere).contains("There is no file or folder " + nowhere + "."));
        }
        project.file("/none/x.txt", "");
        assertTrue(refused("none").contains("There is no .csv file in none."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", ".5", "1.", "1e5", "-2E-3", "007"})
    void whatIsANumber(String text) {
        project.file("/patient.csv", "ward_id,name,weight\n1,x," + text + "\n");
        assertEquals(0, project.migrate("load", "patient.csv").exitCode());
        assertEquals(List.of(Double.toString(Double.parseDouble(text))), project.query("SELECT weight FROM patient"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1", "1d", "NaN", "Infinity", "0x1p3", "1e999", ".", "e5", "1-", "1,5", "\u0661", ""})
    void whatIsNoNumber(String text) {
        assertTrue(said("patient.csv", "ward_id,name,weight\n1,x,\"" + text + "\"\n")
                .startsWith("patient.csv:2: weight: '" + text + "' is no number."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29 07:31:45", "2025-06-04 07:31:45.123456789", "2025-01-31 23:59:59",
        "0001-01-01 00:00:00.0", "2025-06-04 07:31"})
    void whatIsATime(String text) {
        project.file("/patient.csv", "ward_id,name,seen\n1,x," + text + "\n");
        assertEquals(0, project.migrate("load", "patient.csv").exitCode());
        assertEquals(List.of(text), project.query("SELECT seen FROM patient"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29 07:31:45", "2025-13-01 07:31:45", "2025-00-10 07:31:45", "2025-06-00 07:31:45",
        "2025-06-04 24:00:00", "2025-06-04 07:60:45", "2025-06-04 07:31:60", "2025-06-04 07:31:45.",
        "2025-06-04 07:31:45.1234567890", "2025-06-04 07:31:4x", "2025-06-04 07:31:45.12x", "2025-06-04x07:31:45",
        "\u06602025-6-04 07:31:45"})
    void whatIsNoTime(String text) {
        assertTrue(said("patient.csv", "ward_id,name,seen\n1,x," + text + "\n")
                .startsWith("patient.csv:2: seen: '" + text + "' is no date and time"));
    }

    @Test
    void aFieldWithoutAnEndIsCalledThat() {
        assertEquals("ward.csv:3: A field of the row that begins here has more than 16,777,216 characters, or its "
                + "quote is not closed.\nHint:  Nothing was loaded.\n",
                said("ward.csv", "name\na\n\"" + "x".repeat(17_000_000)));
    }

    @Test
    void aTriggerThatEndsTheTransactionEndsTheLoad() {
        project.execute("CREATE TRIGGER no AFTER INSERT ON ward WHEN new.name = 'c' "
                + "BEGIN SELECT RAISE(ROLLBACK, 'no c here'); END");
        assertEquals("ward.csv:4: no c here.\nHint:  Nothing was loaded.\n", said("ward.csv", "name\na\nb\nc\nd\n"));
    }

    @Test
    void keysThatLeadNowhereAreNamedInTheEnd() {
        assertEquals("""
                patient, row 2: ward_id = 99 leads to no row of ward (id).
                patient, row 3: mother_id = 77 leads to no row of patient (id).""" + HINT,
                said("patient.csv", "id,ward_id,mother_id,name\n1,1,3,a\n2,99,,b\n3,1,77,c\n"));
    }

    @Test
    void keysThatLedNowhereBeforeAreNotTheLoadsFault() {
        project.execute("INSERT INTO patient (id, ward_id, name) VALUES (1, 55, 'lost')");
        project.file("/patient.csv", "ward_id,name\n2,found\n");
        assertEquals(0, project.migrate("load", "patient.csv").exitCode());
        project.execute("DELETE FROM patient");
    }

    @Test
    void rowsThatOthersReferToAreLookedAtToo() {
        project.execute("CREATE TABLE visit (ward TEXT REFERENCES ward (name)); INSERT INTO visit VALUES ('North')");
        assertTrue(said("ward.csv", "id,name,beds\n1,Norden,1\n", "--on-conflict", "update")
                .startsWith("visit, row 1: ward = 'North' leads to no row of ward (name)."));
        project.execute("CREATE TABLE t (a)");
        project.execute("CREATE TRIGGER far AFTER INSERT ON t BEGIN DELETE FROM ward WHERE id = 1; END");
        assertTrue(said("t.csv", "a\nx\n").startsWith("visit, row 1: "));
    }

    @Test
    void keysAreNotLookedAtWhereTheyAreTurnedOff() {
        project.environment("MIGRATE_FOREIGN_KEYS", "false").file("/patient.csv", "ward_id,name\n99,x\n");
        assertEquals(0, project.migrate("load", "patient.csv").exitCode());
    }
}
