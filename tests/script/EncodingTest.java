package tests.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.script.SqlScript;

/** Files as editors on other systems leave them. */
class EncodingTest {
    private static final String TEXT = """
            -- revision: a
            -- Größe

            -- migrate:up
            INSERT INTO t VALUES ('ä漢🎉');

            -- migrate:down transaction:false
            DELETE FROM t;
            """;

    @TempDir
    Path dir;
    private Folder folder;

    @BeforeEach
    void open() {
        folder = new Folder(dir);
    }

    private void assertRead() {
        var script = (SqlScript) folder.only();
        assertEquals("a", script.revision().id());
        assertEquals("Größe", script.revision().message());
        assertEquals(List.of("INSERT INTO t VALUES ('ä漢🎉')"),
                Folder.texts(script.up().statements(SqliteSyntax.SQLITE)));
        assertEquals(List.of("DELETE FROM t"),
                Folder.texts(script.down().orElseThrow().statements(SqliteSyntax.SQLITE)));
        assertFalse(script.down().orElseThrow().transactional());
    }

    @Test
    void plain() {
        folder.file("x.sql", TEXT);
        assertRead();
    }

    @Test
    void byteOrderMarkIsNoPartOfTheText() {
        folder.file("x.sql", "\uFEFF" + TEXT);
        assertRead();
    }

    @Test
    void linesMayEndAsOnWindows() {
        folder.file("x.sql", TEXT.replace("\n", "\r\n"));
        assertRead();
        folder.file("x.sql", "\uFEFF" + TEXT.replace("\n", "\r\n"));
        assertRead();
    }

    @Test
    void lastLineNeedsNoEnd() {
        folder.file("x.sql", TEXT.strip());
        assertRead();
    }

    @Test
    void replacementCharacterThatIsMeantIsRead() {
        folder.file("x.sql", "-- a \uFFFD b\nSELECT 1;");
        assertEquals("a \uFFFD b", folder.only().revision().message());
    }

    @Test
    void otherEncodingsAreRefusedByName() {
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            var error = folder.file("x.sql", "-- Größe\nSELECT 1;".getBytes(charset)).error();
            assertEquals(ErrorKind.BAD_SCRIPT, error.kind());
            assertEquals(Path.of("migrations", "x.sql") + " is not UTF-8.", error.getMessage());
        }
    }

    @Test
    void javaIsReadTheSameWay() {
        folder.file("x.java", "\uFEFF// revision: a\r\n// Größe\r\n\r\nclass X implements Migration {\r\n}\r\n");
        assertEquals("a", folder.only().revision().id());
        assertEquals("Größe", folder.only().revision().message());
    }
}
