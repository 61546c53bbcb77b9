package tests.adopt.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tests.Project;
import tests.Result;

/** A project with a folder {@code old} of another tool, which is imported. */
final class Foreign {
    private final Project project;

    Foreign(Path folder) {
        project = new Project(folder);
    }

    Project project() {
        return project;
    }

    /** Writes a file of the other tool. */
    Foreign file(String name, String text) {
        project.file("/old/" + name, text);
        return this;
    }

    /** Imports, which has to work. */
    JsonObject imported(String... options) {
        var result = tryImport(options);
        assertEquals(0, result.exitCode(), result.out());
        return result.json();
    }

    /** Tries to import; nothing may be there afterwards if it fails. */
    Result tryImport(String... options) {
        var arguments = new ArrayList<>(List.of("adopt", "--import", "old", "--json"));
        arguments.addAll(List.of(options));
        var result = project.migrate(arguments.toArray(String[]::new));
        if (result.exitCode() != 0) {
            assertEquals(List.of(), written());
        }
        return result;
    }

    /** {@return the files that were written, in order} */
    List<String> written() {
        var folder = project.folder().resolve("migrations");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(it -> folder.relativize(it).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text of a script that was written} */
    String script(String name) {
        try {
            return Files.readString(project.folder().resolve("migrations").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the notes of an answer, {@code file: message}} */
    static List<String> notes(JsonObject imported) {
        var notes = new ArrayList<String>();
        for (JsonElement note : imported.getAsJsonArray("notes")) {
            notes.add(note.getAsJsonObject().get("file").getAsString() + ": "
                    + note.getAsJsonObject().get("message").getAsString());
        }
        return notes;
    }

    /** {@return the scripts of an answer, {@code id <- parents}} */
    static List<String> chain(JsonObject imported) {
        var chain = new ArrayList<String>();
        for (JsonElement script : imported.getAsJsonArray("scripts")) {
            var fields = script.getAsJsonObject();
            if (fields.has("revision")) {
                var parents = new ArrayList<String>();
                fields.getAsJsonArray("revises").forEach(it -> parents.add(it.getAsString()));
                chain.add(fields.get("revision").getAsString() + " <- " + String.join(", ", parents));
            }
        }
        return chain;
    }

    /** Upgrades, goes all the way back, and upgrades again. {@return the schema, which is the same both times} */
    List<String> upAndDownAndUp() {
        run("upgrade", "heads");
        var schema = schema();
        assertTrue(!schema.isEmpty());
        run("downgrade", "base", "--allow", "drop-data");
        assertEquals(List.of(), schema().stream().filter(it -> it.startsWith("table")).toList());
        run("upgrade", "heads");
        assertEquals(schema, schema());
        return schema;
    }

    private void run(String... arguments) {
        var result = project.migrate(arguments);
        assertEquals(0, result.exitCode(), result.err());
    }

    /** {@return kind and name of everything in the database that is no record} */
    List<String> schema() {
        return project.query("SELECT type || ' ' || name FROM sqlite_schema WHERE tbl_name NOT LIKE 'migrate~_%' "
                + "ESCAPE '~' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY 1");
    }
}
