package tests.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import restrack.MigrateException;
import restrack.graph.Revision;

/** What the comment lines at the top of a script say. */
class HeaderTest {
    @TempDir
    Path dir;
    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(dir);
    }

    private Revision revision(String name, String text) {
        return folder.file(name, text).only().revision();
    }

    @Test
    void everyKeyIsRead() {
        folder.file("a.sql", "-- revision: a\n-- revises:\n").file("b.sql", "-- revision: b\n-- revises:\n")
                .file("c.sql", "-- revision: c\n-- revises:\n").file("d.sql", """
                -- revision: d
                -- revises: a, b
                -- depends-on: c
                -- labels: lab, night
                -- created: 2025-06-04T07:31:45Z
                -- Join the two
                -- and more words

                -- migrate:up
                SELECT 1;
                """);
        assertEquals(new Revision("d", List.of("a", "b"), List.of("c"), List.of("lab", "night"), "Join the two",
                "2025-06-04T07:31:45Z"), folder.read().graph().get("d"));
    }

    @Test
    void everyKeyIsOptional() {
        assertEquals(new Revision("x", List.of(), List.of(), List.of(), "", ""), revision("x.sql", "SELECT 1;"));
    }

    @Test
    void emptyFileIsAScript() {
        assertEquals("x", revision("x.sql", "").id());
    }

    @Test
    void revisesLeftEmptyIsABase() {
        folder.file("1.sql", "SELECT 1;").file("2.sql", "-- revises:\nSELECT 2;").file("3.sql", "SELECT 3;");
        assertEquals(List.of("1 <- ", "2 <- ", "3 <- 2"), folder.chain());
    }

    @Test
    void headerMayStandBelowABlockComment() {
        var revision = revision("x.sql", """
                /* Copyright: somebody
                   revision: not this */

                /* one more */
                -- revision: a
                -- Message
                SELECT 1;
                """);
        assertEquals("a", revision.id());
        assertEquals("Message", revision.message());
    }

    @Test
    void headerEndsAtTheFirstStatement() {
        var revision = revision("x.sql", "SELECT 1;\n-- revision: a\n-- Message\n");
        assertEquals("x", revision.id());
        assertEquals("", revision.message());
    }

    @Test
    void headerEndsAtTheFirstMarker() {
        var revision = revision("x.sql", "-- migrate:up\n-- revision: a\n-- Message\nSELECT 1;\n");
        assertEquals("x", revision.id());
        assertEquals("", revision.message());
    }

    @Test
    void messageMayHoldAColon() {
        assertEquals("Note: this is slow", revision("x.sql", "-- Note: this is slow\nSELECT 1;").message());
    }

    @Test
    void spaceDoesNotCount() {
        var revision = revision("x.sql", "\n  --revision:a  \n--   labels:  l1 ,l2 , \nSELECT 1;");
        assertEquals("a", revision.id());
        assertEquals(List.of("l1", "l2"), revision.labels());
    }

    @ParameterizedTest
    @CsvSource({"Revision, revision", "revison, revision", "revsion, revision", "revisions, revision",
        "revise, revises", "REVISES, revises", "depend-on, depends-on", "depends_on, depends-on",
        "label, labels", "create, created"})
    void misspeltKeyIsAnErrorThatSaysWhatIsMeant(String written, String meant) {
        var error = folder.file("x.sql", "-- Words\n-- " + written + ": a\nSELECT 1;").error();
        assertEquals(ErrorKind.BAD_SCRIPT, error.kind());
        assertTrue(error.getMessage().startsWith(Path.of("migrations", "x.sql") + ":2: "), error.getMessage());
        assertTrue(error.hint().contains("'" + meant + ":'"), error.hint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "reversed", "re", "recreated", "Note", "note to self", "https"})
    void otherWordsBeforeAColonAreWords(String word) {
        assertEquals(word + ": a", revision("x.sql", "-- " + word + ": a\nSELECT 1;").message());
    }

    @Test
    void keyThatStandsTwiceIsAnError() {
        var error = folder.file("x.sql", "-- revision: a\n-- revision: b\n").error();
        assertEquals(ErrorKind.BAD_SCRIPT, error.kind());
        assertTrue(error.getMessage().contains("x.sql:2: "), error.getMessage());
        assertTrue(error.getMessage().contains("'revision' twice"), error.getMessage());
    }

    @Test
    void javaHasItsHeaderInLineComments() {
        var script = folder.file("Hash.java", """
                ///usr/bin/env jbang "$0" "$@" ; exit $?
                //DEPS at.favre.lib:bcrypt:0.10.2
                //JAVA 17+
                // revision: 7f0c2d19be34
                // revises:
                // Hash the passwords

                import java.util.List;
                // revision: not this

                class Hash implements Migration {
                }
                """).only();
        assertEquals("java", script.kind());
        assertEquals("7f0c2d19be34", script.revision().id());
        assertEquals("Hash the passwords", script.revision().message());
    }

    @Test
    void javaWithoutAHeaderTakesItsPlaceByName() {
        folder.file("0001_a.sql", "SELECT 1;").file("0002_b.java", "class B implements Migration {\n}\n")
                .file("0003_c.sql", "SELECT 1;");
        assertEquals(List.of("0001 <- ", "0002 <- 0001", "0003 <- 0002"), folder.chain());
    }

    @Test
    void parentThatNoScriptHasIsAnError() {
        var scripts = folder.file("x.sql", "-- revises: nowhere\nSELECT 1;").read();
        var error = assertThrows(MigrateException.class, scripts::graph);
        assertEquals(ErrorKind.UNKNOWN_PARENT, error.kind());
        assertTrue(error.getMessage().contains("x.sql revises nowhere"), error.getMessage());
    }
}
