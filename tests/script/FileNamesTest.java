package tests.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;

/** What the name of a file says of a script that has no header, and the order of the names. */
class FileNamesTest {
    @TempDir
    Path dir;
    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(dir);
    }

    @ParameterizedTest
    @CsvSource({"0007_x.sql, 0007, x", "0007_add_a_column.sql, 0007, add a column", "7.sql, 7, ''",
        "init.sql, init, ''", "V7__x.sql, 7, x", "v1.2__add_a.sql, 1.2, add a", "V1_2__x.sql, 1.2, x", "V__x.sql, V, x",
        "x_.sql, x, ''", "20250101_1200_x.sql, 20250101, 1200 x", "a.b.sql, a.b, ''", "Ärzte_x.sql, Ärzte, x"})
    void idIsTheLeadingPart(String name, String id, String message) {
        var revision = folder.file(name, "SELECT 1;").only().revision();
        assertEquals(id, revision.id());
        assertEquals(message, revision.message());
    }

    @ParameterizedTest
    @CsvSource({"20250101_1200_abc_add_x.sql, add x", "20250101_1200_abc.sql, ''", "abc_add_x.sql, add x",
        "whatever_add_x.sql, add x", "whatever.sql, ''"})
    void wordsOfANameStandForAMissingMessage(String name, String message) {
        var revision = folder.file(name, "-- revision: abc\nSELECT 1;").only().revision();
        assertEquals("abc", revision.id());
        assertEquals(message, revision.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-01_x.sql", "a+b_x.sql", "a@b_x.sql", "a b_x.sql", "head_x.sql", "base.sql"})
    void forbiddenIdIsAnErrorThatNamesIt(String name) {
        var error = folder.file(name, "SELECT 1;").error();
        assertEquals(ErrorKind.ILLEGAL_CHARS, error.kind());
        var id = name.substring(0, name.indexOf(name.contains("_") ? '_' : '.'));
        assertTrue(error.getMessage().contains("'" + id + "'"), error.getMessage());
        assertTrue(error.getMessage().startsWith(Path.of("migrations", name) + ": "), error.getMessage());
        assertTrue(error.hint().contains("`-- revision: …`, or rename it"), error.hint());
    }

    @Test
    void forbiddenIdOfAJavaFileIsToldInItsComments() {
        var error = folder.file("a-b.java", "class A implements Migration {\n}\n").error();
        assertTrue(error.hint().contains("`// revision: …`, or rename it"), error.hint());
    }

    @Test
    void forbiddenIdOfAHeaderIsNotBlamedOnTheName() {
        var error = folder.file("1_a.sql", "-- revision: a-b\nSELECT 1;").error();
        assertEquals(ErrorKind.ILLEGAL_CHARS, error.kind());
        assertTrue(error.getMessage().startsWith(Path.of("migrations", "1_a.sql") + ": The revision id 'a-b' "),
                error.getMessage());
        assertFalse(error.hint().contains("rename"), error.hint());
    }

    @Test
    void headerSavesAFileWhoseNameGivesNoId() {
        assertEquals("a", folder.file("2025-01-01-x.sql", "-- revision: a\nSELECT 1;").only().revision().id());
    }

    @Test
    void twoScriptsWithOneIdAreAnErrorThatNamesBoth() {
        var error = folder.file("1_a.sql", "SELECT 1;").file("1_b.sql", "SELECT 1;").error();
        assertEquals(ErrorKind.DUPLICATE_ID, error.kind());
        assertTrue(error.getMessage().contains("1_a.sql"), error.getMessage());
        assertTrue(error.getMessage().contains("1_b.sql"), error.getMessage());
    }

    @Test
    void clashOfANameWithAHeaderIsOneToo() {
        assertEquals(ErrorKind.DUPLICATE_ID, folder.file("V7__a.sql", "SELECT 1;")
                .file("x.sql", "-- revision: 7\nSELECT 1;").error().kind());
    }

    @Test
    void numbersCountAsNumbers() {
        for (var name : List.of("V10__d", "V9__c", "V1__a", "V1_1__b", "V100__e")) {
            folder.file(name + ".sql", "SELECT 1;");
        }
        assertEquals(List.of("1 <- ", "1.1 <- 1", "9 <- 1.1", "10 <- 9", "100 <- 10"), folder.chain());
    }

    @Test
    void versionComesBeforeItsPointVersions() {
        for (var name : List.of("V1.2__c", "V2__d", "V1__a", "V1.1__b")) {
            folder.file(name + ".sql", "SELECT 1;");
        }
        assertEquals(List.of("1 <- ", "1.1 <- 1", "1.2 <- 1.1", "2 <- 1.2"), folder.chain());
    }

    @Test
    void zerosInFrontDoNotCount() {
        for (var name : List.of("010_c", "9_b", "0008_a", "11_d")) {
            folder.file(name + ".sql", "SELECT 1;");
        }
        assertEquals(List.of("0008 <- ", "9 <- 0008", "010 <- 9", "11 <- 010"), folder.chain());
    }

    @Test
    void numbersMayBeLongerThanAnyMachineWord() {
        var nines = "9".repeat(40);
        folder.file("1" + "0".repeat(40) + "_b.sql", "SELECT 1;").file(nines + "_a.sql", "SELECT 1;");
        assertEquals(nines + " <- ", folder.chain().get(0));
    }

    @Test
    void plainFolderIsAChain() {
        folder.file("001_init.sql", "SELECT 1;").file("002_more.sql", "SELECT 1;").file("003_most.sql", "SELECT 1;");
        assertEquals(List.of("001 <- ", "002 <- 001", "003 <- 002"), folder.chain());
    }

    @Test
    void headerDecidesWhereThereIsOne() {
        folder.file("001_a.sql", "SELECT 1;").file("002_b.sql", "-- revises: 001\nSELECT 1;")
                .file("003_c.sql", "-- revises: 001\nSELECT 1;").file("004_d.sql", "-- revises: 002, 003\nSELECT 1;");
        assertEquals(List.of("001 <- ", "002 <- 001", "003 <- 001", "004 <- 002, 003"), folder.chain());
    }

    @Test
    void otherFilesAndFoldersArePassedOver() {
        folder.file("1.sql", "SELECT 1;").file("README.md", "x").file(".2.sql", "SELECT").file("3.sql~", "SELECT 1;")
                .file("sub/4.sql", "SELECT 1;").file("repeatable/v.sql", "SELECT 1;").file("migrate.properties", "");
        assertEquals(List.of("1 <- "), folder.chain());
    }

    @Test
    void repeatableScriptsAreInNaturalOrder() {
        folder.file("repeatable/v10.sql", "SELECT 1;").file("repeatable/v9.sql", "SELECT 1;")
                .file("repeatable/note.txt", "x");
        assertEquals(List.of("v9.sql", "v10.sql"),
                folder.asFolder().repeatables().stream().map(it -> it.name()).toList());
    }

    @Test
    void noFolderIsAnError() {
        assertEquals(ErrorKind.NO_SCRIPTS, new Folder(dir.resolve("nowhere")).error().kind());
    }

    @Test
    void emptyFolderHasNoScripts() {
        assertEquals(List.of(), folder.chain());
    }
}
