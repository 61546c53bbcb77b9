package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code revision --autogenerate} where something may have been renamed. */
class RenamesTest {
    @TempDir
    Path folder;

    @Test
    void whatCouldHaveBeenRenamedIsNeitherDroppedNorAddedSilently() {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("mail VARCHAR(100)", "email VARCHAR(100)"));

        var result = drafts.draft();

        assertEquals("""
                Error: What goes could be what comes under another name. As drop and add, its data would be lost:
                    person.mail -> person.email (same type, same place, all of 2 values fit)
                Hint:  Say which: `--rename person.mail:email` keeps the data (or write `-- renamed: mail -> email` in \
                the SQL model, @Renamed("mail") on the Java model), `--drop person.mail` lets it go.
                """, result.err());
        drafts.assertRefused(4, "rename_or_drop");
    }

    @Test
    void aRenamedColumnKeepsItsValues() {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("mail VARCHAR(100)", "email VARCHAR(320)"));

        var text = drafts.text(drafts.draft("--rename", "person.mail:email"));

        assertTrue(text.contains("RENAME COLUMN mail TO email"), text);
        assertEquals(0, drafts.project().migrate("upgrade").exitCode());
        assertEquals(List.of("ada@example.org", "bob@example.org"), drafts.project().query("SELECT email FROM person"));
        drafts.assertNothingLeft();
        assertEquals(0, drafts.project().migrate("downgrade", "-1").exitCode());
        assertEquals(List.of("ada@example.org", "bob@example.org"), drafts.project().query("SELECT mail FROM person"));
    }

    @Test
    void aRenamedTableKeepsItsRows() {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("person", "people"));
        assertTrue(drafts.draft().err().contains("    person -> people (the same columns, with rows)\n"));

        drafts.draft("--rename", "person:people");

        assertEquals(0, drafts.project().migrate("upgrade").exitCode());
        assertEquals(List.of("2"), drafts.project().query("SELECT count(*) FROM people"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email VARCHAR(100), -- renamed: mail\n", "email VARCHAR(100), -- renamed: mail -> email\n",
            "\n/* renamed: \"mail\" -> email */ email VARCHAR(100),"})
    void aModelCanSayWhatWasRenamed(String column) {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("mail VARCHAR(100),", "\n" + column));
        var text = drafts.text(drafts.draft());
        assertTrue(text.contains("ALTER TABLE person RENAME COLUMN mail TO email;"), text);
        assertEquals(0, drafts.project().migrate("upgrade").exitCode());
        assertEquals(0, drafts.draft().exitCode(), "what was done long ago is of no effect");
    }

    @Test
    void aJavaModelCanSayWhatWasRenamed() throws IOException {
        var drafts = Drafts.person(folder, "");
        Files.delete(folder.resolve("models/models.sql"));
        drafts.project().file("/models/Human.java", """
                @Entity
                @Renamed("person")
                record Human(@Id @GeneratedValue Integer id, @Column(length = 100) @Renamed("mail") String email,
                        @Column(columnDefinition = "TEXT") String fax) {
                }
                """);

        assertTrue(drafts.text(drafts.draft()).contains("RENAME TO Human"));

        assertEquals(0, drafts.project().migrate("upgrade").exitCode());
        assertEquals(List.of("01|ada@example.org", "null|bob@example.org"),
                drafts.project().query("SELECT fax, email FROM Human"));
    }

    @Test
    void whatIsSaidToGoIsDroppedWithAWarning() {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("mail VARCHAR(100)", "email VARCHAR(100)"));

        var text = drafts.text(drafts.draft("--drop", "Person.Mail"));

        assertTrue(text.contains("-- Hazard drop-data: 2 rows of person would lose what they have for mail. "
                + "`migrate upgrade --allow drop-data` accepts it.\n"), text);
                assertEquals(2, drafts.shown(text).size());
        var refused = drafts.project().migrate("upgrade", "--json");
        assertEquals(4, refused.exitCode());
        assertEquals("hazard", refused.errorKind());
        assertEquals(0, drafts.project().migrate("upgrade", "--allow", "drop-data").exitCode());
        drafts.assertNothingLeft();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person.mail        | does not say what was renamed
            person.:email      | does not say what was renamed
            person.mail:       | does not say what was renamed
            person.post:email  | the database has no post there
            person.mail:letter | the models have no letter there
            nobody.mail:email  | the database has no mail
            nobody:people      | the database has no nobody there
            """)
    void aRenameThatIsNoneIsWrongUsage(String rename, String words) {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("mail VARCHAR(100)", "email VARCHAR(100)"));
        var result = drafts.draft("--rename", rename);
        assertEquals(2, result.exitCode(), result.err());
        assertTrue(result.err().contains("--rename " + rename) && result.err().contains(words), result.err());
        drafts.assertRefused(2, "usage", "--rename", rename);
    }

    @Test
    void onATerminalItAsks() {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("mail VARCHAR(100)", "email VARCHAR(100)"));

        var no = OnTerminal.revision(drafts.project(), "n", "--autogenerate", "--rev-id", "no");
        assertEquals(0, no.exitCode(), no.out());
        assertTrue(no.out().contains("Renamed: person.mail -> person.email (same type, same place, all of 2 values "
                + "fit)? With `n` its data goes. [y/n]"), no.out());
        assertTrue(Drafts.read(drafts.script("no")).contains("DROP COLUMN mail"), Drafts.read(drafts.script("no")));
        assertTrue(drafts.script("no").toFile().delete());

        var yes = OnTerminal.revision(drafts.project(), "what\ny", "--autogenerate", "--rev-id", "yes");
        assertTrue(yes.out().contains("Please answer y or n:"), yes.out());
        var text = Drafts.read(drafts.script("yes"));
        assertTrue(text.contains("ALTER TABLE person RENAME COLUMN mail TO email;"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"person.post", "person.fax", "person", "nobody", "nobody.mail"})
    void whatDoesNotGoCannotBeSaidToGo(String dropped) {
        var drafts = Drafts.person(folder, Drafts.PERSON.replace("mail VARCHAR(100)", "email VARCHAR(100)"));
        var result = drafts.draft("--drop", dropped);
        assertTrue(result.err().startsWith("Error: --drop " + dropped + ": nothing of that name goes."), result.err());
        drafts.assertRefused(2, "usage", "--drop", dropped);
    }
}
