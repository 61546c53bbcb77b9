package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;
import tests.Result;

/** {@code revision}, {@code revision merge} and {@code revision edit}. */
class RevisionTest {
    @TempDir
    Path folder;

    private List<String> scripts() {
        if (!Files.isDirectory(folder.resolve("migrations"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Result result) {
        assertEquals(0, result.exitCode(), result.err());
        try {
            return Files.readString(folder.resolve(result.out().strip()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void newScriptFollowsTheHeadAndSaysWhereItIs() {
        var project = Projects.chain(folder);
        var result = project.revision("-m", "Add a column");
        assertTrue(result.out().matches("migrations/\\d{8}_\\d{4}_[0-9a-f]{12}_add_a_column\\.sql\n"), result.out());
        assertTrue(text(result).matches("""
                -- revision: [0-9a-f]{12}
                -- revises: three
                -- created: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ
                -- Add a column

                -- migrate:up


                -- migrate:down

                """), text(result));
        assertTrue(result.err().contains("`migrate upgrade`"), result.err());
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void firstScriptMakesTheFolderAndABase() {
        var result = new Project(folder).revision("-m", "First");
        assertTrue(text(result).contains("\n-- revises:\n"), text(result));
    }

    @Test
    void javaScriptHasAClassNamedAfterItsMessage() {
        var project = new Project(folder);
        var result = project.revision("-m", "Hash the passwords", "--java");
        assertTrue(result.out().endsWith("_hash_the_passwords.java\n"), result.out());
        assertTrue(text(result).contains("\nclass HashThePasswords implements Migration {\n"), text(result));
        assertEquals("head", project.migrate("heads").out().replaceAll("\\w+ \\((.*)\\)\n", "$1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"quoted\" \\ and 'more'", "Größe für Ärzte 漢字 🎉", "merge", "edit", "-x", "a; DROP b",
        "${x} $(y) `z` %s %n", "../../up", "-- migrate is nice"})
    void anyMessageReadsBackAsItWas(String message) {
        var project = new Project(folder);
        assertEquals(0, project.revision("-m", message, "--rev-id", "one").exitCode());
        var heads = project.migrate("heads", "--json").json().getAsJsonArray("revisions");
        assertEquals(message, heads.get(0).getAsJsonObject().get("message").getAsString());
        assertEquals(1, scripts().size());
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void longMessageMakesAShortFileName() {
        var project = new Project(folder);
        var message = "many words ".repeat(500).strip();
        assertEquals(0, project.revision("-m", message).exitCode());
        assertTrue(scripts().get(0).length() < 100, scripts().get(0));
        assertEquals(message, project.migrate("heads", "--json").json().getAsJsonArray("revisions").get(0)
                .getAsJsonObject().get("message").getAsString());
    }

    @Test
    void furtherLinesOfAMessageStandInTheHeader() {
        var result = new Project(folder).revision("-m", "First line\n\nand more");
        assertTrue(text(result).contains("\n-- First line\n--\n-- and more\n\n-- migrate:up\n"), text(result));
        assertTrue(result.out().endsWith("_first_line.sql\n"), result.out());
    }

    @Test
    void scriptWithoutAMessageHasNone() {
        var project = new Project(folder);
        project.revision("--rev-id", "one");
        assertTrue(scripts().get(0).endsWith("_one.sql"), scripts().get(0));
        assertEquals("<base> -> one (head)\n", project.migrate("history").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"revises: x", "words\nmigrate:up", "revision: 1", "migrate:down"})
    void messageThatTheHeaderWouldTakeForItsOwnIsRefused(String message) {
        var result = new Project(folder).revision("-m", message, "--json");
        assertEquals("usage", result.errorKind());
        assertEquals(List.of(), scripts());
    }

    @ParameterizedTest
    @CsvSource({"a@b, illegal_chars", "a-b, illegal_chars", "a+b, illegal_chars", "a:b, illegal_chars",
        "a b, illegal_chars", "'a,b', illegal_chars", "'', illegal_chars", "head, illegal_chars", "base, illegal_chars",
        "../x, illegal_chars", "a/b, illegal_chars", "a\\b, illegal_chars", "three, duplicate_id"})
    void badIdIsRefusedBeforeAnythingIsWritten(String id, String kind) {
        var project = Projects.chain(folder);
        var before = scripts();
        var result = project.revision("-m", "x", "--rev-id", id, "--json");
        assertEquals(kind, result.errorKind());
        assertEquals(1, result.exitCode());
        assertEquals(before, scripts());
    }

    @Test
    void scriptsFollowTheHeadThatIsNamed() {
        var project = Projects.fork(folder);
        assertEquals("multiple_heads", project.revision("-m", "x", "--json").errorKind());
        assertTrue(text(project.revision("-m", "x", "--head", "left")).contains("-- revises: left\n"));
        assertEquals("not_a_head", project.revision("-m", "y", "--head", "root", "--json").errorKind());
        var spliced = text(project.revision("-m", "y", "--head", "root", "--splice", "--branch-label", "lab",
                "--depends-on", "right"));
        assertTrue(spliced.contains("-- revises: root\n-- depends-on: right\n-- labels: lab\n"), spliced);
        assertTrue(text(project.revision("-m", "z", "--head", "lab@head")).contains("-- revises: "));
        assertTrue(text(project.revision("-m", "new base", "--head", "base")).contains("-- revises:\n"));
        assertEquals("label_clash", project.revision("-m", "w", "--head", "right", "--branch-label", "lab", "--json")
                .errorKind());
    }

    @Test
    void mergeJoinsHeads() {
        var project = Projects.fork(folder);
        var merge = project.revision("merge", "heads");
        assertTrue(merge.out().endsWith("_merge_left_and_right.sql\n"), merge.out());
        assertTrue(text(merge).contains("-- revises: left, right\n"), text(merge));
        assertEquals(1, project.migrate("heads").out().lines().count());
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void editOpensTheEditorOnTheScript() throws IOException {
        var seen = folder.resolve("seen.txt");
        var editor = folder.resolve("editor.sh");
        Files.writeString(editor, "#!/bin/sh\necho \"$1 $(cat \"$2\" | head -1)\" > '" + seen + "'\n");
        assertTrue(editor.toFile().setExecutable(true));
        var project = Projects.chain(folder).environment("EDITOR", editor + " --wait");
        assertEquals(0, project.revision("edit", "head").exitCode());
        assertEquals("--wait -- revision: three\n", Files.readString(seen));
    }

    @Test
    void editWithoutAnEditorSaysWhereTheScriptIs() {
        var project = Projects.chain(folder);
        var none = project.revision("edit", "two");
        assertEquals(2, none.exitCode());
        assertTrue(none.err().contains("two.sql"), none.err());
        project.environment("VISUAL", "no-such-editor-here");
        assertEquals("file_error", project.revision("edit", "two", "--json").errorKind());
    }
}
