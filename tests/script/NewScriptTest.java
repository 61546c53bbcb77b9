package tests.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.compile.MigrationCompiler;
import restrack.graph.Graph;
import restrack.graph.NewRevision;
import restrack.graph.Revision;
import restrack.script.NewScript;

class NewScriptTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:05:59.999Z");

    @TempDir
    Path dir;

    private static NewRevision place(String id) {
        var graph = Graph.of(List.of(new Revision("a", List.of(), List.of(), List.of(), "", "")));
        return NewRevision.of(graph, new NewRevision.Request(id, List.of(), false, List.of("lab"), List.of()));
    }

    @Test
    void nameHasTheTimeTheIdAndTheWords() throws IOException {
        var file = new NewScript(place("x"), "Add “must_change” to: user!", NOON).sql(dir, "SELECT 1;", "SELECT 2;");
        assertEquals("20260131_1205_x_add_must_change_to_user.sql", file.getFileName().toString());
        assertEquals("""
                -- revision: x
                -- revises: a
                -- labels: lab
                -- created: 2026-01-31T12:05:59Z
                -- Add “must_change” to: user!

                -- migrate:up
                SELECT 1;

                -- migrate:down
                SELECT 2;
                """, Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({"Hash the passwords, HashThePasswords", "'', Revision", "123 go, Revision123Go", "Größe, Gre",
        "漢字, Revision", "it's, ItS"})
    void javaClassHasANameThatJavaTakes(String message, String name) throws IOException {
        var text = Files.readString(new NewScript(place("x"), message, NOON).java(dir));
        assertTrue(text.contains("class " + name + " implements Migration {"), text);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "!!!, ''", "a/b\\c..d, _a_b_c_d", "ÄRZTE, _ärzte",
        "one two three four five six seven eight nine, _one_two_three_four_five_six_seven_eight"})
    void fileNameIsSafeWhateverTheMessage(String message, String slug) {
        var file = new NewScript(place("x"), message, NOON).sql(dir, "", "");
        assertEquals("20260131_1205_x" + slug + ".sql", file.getFileName().toString());
    }

    @Test
    void fileThatIsThereStays() throws IOException {
        var script = new NewScript(place("x"), "m", NOON);
        var file = script.sql(dir, "", "");
        Files.writeString(file, "mine");
        assertEquals(ErrorKind.FILE_ERROR, assertThrows(MigrateException.class, () -> script.sql(dir, "", "")).kind());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void idThatNoFileNameTakesIsRefused() {
        var error = assertThrows(MigrateException.class, () -> new NewScript(place("a/b"), "m", NOON));
        assertEquals(ErrorKind.ILLEGAL_CHARS, error.kind());
        assertFalse(Files.exists(dir.resolve("20260131_1205_a")));
    }

    @Test
    void messageThatTheHeaderWouldTakeForItsOwnIsRefused() {
        for (var message : List.of("revises: b", "m\n  labels: x", "migrate:down", "Created: users", "Revises: x",
                "revison: x", "m\rcreate: x", "MIGRATE:UP", "Migrate: the users")) {
            var error = assertThrows(MigrateException.class, () -> new NewScript(place("x"), message, NOON), message);
            assertEquals(ErrorKind.USAGE, error.kind());
            var line = message.lines().filter(it -> !it.equals("m")).findFirst().orElseThrow().strip();
            assertTrue(error.getMessage().contains("'" + line + "'"), error.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Note: users", "created users", "  one \r\n\n two: three ", "--", "/* open", "*/", "// x",
        "/usr/bin", "DEPS a:b:1", "''", "path C:\\new", "\"; DROP", "head"})
    void whatIsWrittenIsReadBackAsItWas(String message) {
        for (var java : List.of(false, true)) {
            var script = new NewScript(place("x"), message, NOON);
            var sub = dir.resolve(String.valueOf(java));
            var file = java ? script.java(sub) : script.sql(sub, "SELECT 1;", "SELECT 2;");
            var read = new Folder(sub).file("a.sql", "-- revision: a\n-- revises:\n").read().graph().get("x");
            assertEquals(new Revision("x", List.of("a"), List.of(), List.of("lab"), script.asRevision().message(),
                    "2026-01-31T12:05:59Z"), read, file.toString());
            assertEquals(message.strip().lines().findFirst().orElseThrow().strip(), script.asRevision().message());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"path C:\\users\\new", "\\u000a", "\\\\u", "one\n\\\\\\uXY", "\\u005c\\u", "migration",
        "op", "override", "string", "*/ }", "Größe"})
    void javaScriptCompilesWhateverTheMessage(String message) throws IOException {
        var file = new NewScript(place("x"), message, NOON).java(dir);
        try (var compiler = new MigrationCompiler(dir.resolve("cache"), coordinates -> List.of())) {
            assertTrue(MigrationCompiler.hasWayDown(compiler.load(file, Files.readString(file))));
        }
    }
}
