package tests.adopt.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    @TempDir
    Path folder;
    private Foreign foreign;

    @BeforeEach
    void begin() {
        foreign = new Foreign(folder);
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() throws IOException {
        foreign.file("1_a.up.sql", "CREATE TABLE a (a);");
        var said = foreign.imported("--dry-run");
        assertFalse(Files.exists(folder.resolve("migrations")));
        assertEquals(said, foreign.imported());
        try (var left = Files.list(folder)) {
            assertEquals(List.of("migrations", "old"), left.map(it -> it.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aFolderThatHasScriptsIsLeftAlone() throws IOException {
        foreign.file("1_a.up.sql", "CREATE TABLE a (a);").project().file("x.sql", "SELECT 1;");
        var result = foreign.project().migrate("adopt", "--import", "old", "--json");
        assertEquals("file_error", result.errorKind());
        assertTrue(result.out().contains("x.sql"), result.out());
        assertEquals(List.of("x.sql"), foreign.written());
        assertEquals("file_error", foreign.project().migrate("adopt", "--import", "migrations", "--from", "flyway",
                "--json").errorKind());
        assertEquals("SELECT 1;", Files.readString(folder.resolve("migrations/x.sql")));
    }

    @Test
    void settingsInTheFolderStay() {
        foreign.file("1_a.up.sql", "CREATE TABLE a (a);").project()
                .file("migrate.properties", "url = sqlite:///b.db\n");
        foreign.imported();
        assertEquals(List.of("0001_a.sql", "migrate.properties"), foreign.written());
    }

    @Test
    void nothingIsWrittenWhereOneScriptOfManyCannotBe() {
        foreign.file("1_a.up.sql", "CREATE TABLE a (a);").file("2_b.up.sql", "SELECT 'x;");
        assertEquals("bad_script", foreign.tryImport().errorKind());
        assertFalse(Files.exists(folder.resolve("migrations")));
    }

    @Test
    void nothingIsLeftWhereTheScriptsCannotBePutIntoTheirPlace() {
        foreign.file("V1__a.sql", "SELECT 1;").file("R__v.sql", "SELECT 1;").project().file("repeatable", "");
        assertEquals("file_error", foreign.project().migrate("adopt", "--import", "old", "--json").errorKind());
        assertEquals(List.of("repeatable"), foreign.written());
    }

    @Test
    void aStatementThatIsGoingToBeRefusedIsSaid() {
        foreign.file("1_a.up.sql", "PRAGMA foreign_keys = OFF;\nCREATE TABLE a (a);");
        var notes = Foreign.notes(foreign.imported());
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).startsWith("1_a.up.sql: `PRAGMA foreign_keys = OFF` will be refused: "), notes.get(0));
        assertEquals("forbidden_statement", foreign.project().migrate("upgrade", "--json").errorKind());
    }

    @Test
    void whatIsWrittenForAPersonSaysWhereEverythingIsFrom() {
        foreign.file("V1__a.sql", "CREATE TABLE a (a);").file("V2__b.java", "class V2__b {}");
        var result = foreign.project().migrate("adopt", "--import", "old/");
        assertEquals("""
                created  migrations/0001_a.sql  V1__a.sql   no way down
                created  migrations/0002_b.sql  V2__b.java  has migrate:todo
                Not carried over:
                    V2__b.java: It is a program: write in SQL what it does.
                """, result.out());
        assertTrue(result.err().startsWith("2 scripts of Flyway carried over. Fill in what is marked"), result.err());
    }

    @Test
    void whoseFolderItIsHasToBeClear() {
        foreign.file("1_a.up.sql", "SELECT 1;").file("V1__a.sql", "SELECT 1;");
        var several = foreign.tryImport();
        assertEquals("usage", several.errorKind());
        assertTrue(several.out().contains("Flyway, golang-migrate"), several.out());
        assertEquals("usage", foreign.tryImport("--from", "sqitch").errorKind());
        assertEquals("no_scripts", foreign.tryImport("--from", "liquibase").errorKind());
        assertEquals(List.of("1 <- "), Foreign.chain(foreign.imported("--from", "flyway")));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        var result = foreign.tryImport();
        assertEquals("file_error", result.errorKind());
        assertTrue(result.out().contains("There is no folder old."), result.out());
        assertEquals("usage", foreign.project().migrate("adopt", "--from", "flyway", "--json").errorKind());
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() throws IOException {
        foreign.file("V1__a.sql", "");
        Files.write(folder.resolve("old/V1__a.sql"), new byte[] {'-', '-', ' ', (byte) 0xe9, '\n'});
        var result = foreign.tryImport();
        assertEquals("bad_script", result.errorKind());
        assertTrue(result.out().contains("old/V1__a.sql is not UTF-8"), result.out());
    }

    @Test
    void aMessageThatLooksLikeAHeaderIsStillAMessage() {
        foreign.file("a.sql", "--liquibase formatted sql\n--changeset ada:1\n--comment revises: what was there\n"
                + "SELECT 1;\n");
        var script = foreign.imported().getAsJsonArray("scripts").get(0).getAsJsonObject();
        assertEquals("Message: revises: what was there", script.get("message").getAsString());
    }
}
