package tests.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.script.Section;
import restrack.script.SqlScript;
import restrack.script.Todo;

/** What a person still has to write into a script. */
class TodoTest {
    @TempDir
    Path dir;

    private SqlScript script(String text) {
        return (SqlScript) new Folder(dir).file("x.sql", text).only();
    }

    private static List<Todo> todos(Section section) {
        return section.todos(SqliteSyntax.SQLITE);
    }

    @Test
    void eachWayHasItsOwn() {
        var script = script("""
                -- Words
                -- migrate:up
                SELECT 1;
                  -- migrate:todo Which clinic?
                --migrate:todo
                -- migrate:down
                SELECT 2; -- migrate:todo not at the beginning of its line
                -- migrate:todo\tThe way back.
                """);
        assertEquals(List.of(new Todo(4, "Which clinic?"), new Todo(5, "")), todos(script.up()));
        assertEquals(List.of(new Todo(8, "The way back.")), todos(script.down().orElseThrow()));
        assertEquals(1, script.up().statements(SqliteSyntax.SQLITE).size());
    }

    @Test
    void withoutMarkersItBelongsToTheWayUp() {
        var script = script("-- Words\n-- migrate:todo Fill in\nSELECT 1;\n");
        assertEquals(List.of(new Todo(2, "Fill in")), todos(script.up()));
        assertEquals("Words", script.revision().message());
    }

    @Test
    void itIsNoStatementAndNoString() {
        assertEquals(List.of(), todos(script("""
                -- migrate:up
                INSERT INTO t VALUES ('
                -- migrate:todo x');
                /*
                -- migrate:todo x */
                """).up()));
    }

    @Test
    void removingItIsNoEdit() {
        var text = "-- migrate:up\nSELECT 1;\n-- migrate:todo Fill in\n";
        var before = script(text).checksum();
        assertEquals(before, script("-- migrate:up\nSELECT 1;\n").checksum());
        assertNotEquals(before, script("-- migrate:up\nSELECT 2;\n").checksum());
    }

    @Test
    void beforeTheFirstMarkerItIsAnError() {
        var error = new Folder(dir).file("x.sql", "-- migrate:todo x\n-- migrate:up\nSELECT 1;\n").error();
        assertEquals(ErrorKind.BAD_SCRIPT, error.kind());
        assertEquals("migrations/x.sql:1: a '-- migrate:todo' stands before the first marker.", error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- migrate:TODO x", "-- Migrate:todo x", "-- migrate:todos x", "-- migrate:todo: x"})
    void whatIsNearlyOneIsAnError(String line) {
        var error = new Folder(dir).file("x.sql", "-- migrate:up\n" + line + "\n").error();
        assertTrue(error.getMessage().startsWith("migrations/x.sql:2: '" + line + "' is no marker"),
                error.getMessage());
        assertTrue(error.hint().contains("'-- migrate:todo'"), error.hint());
    }
}
