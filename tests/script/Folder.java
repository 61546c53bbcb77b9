package tests.script;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import restrack.MigrateException;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.script.Script;
import restrack.script.ScriptFolder;
import restrack.script.Scripts;
import restrack.sql.Statement;

/** A folder that is filled and read. */
final class Folder {
    private final Path dir;

    Folder(Path dir) {
        this.dir = dir;
    }

    Folder file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Folder file(String name, byte[] bytes) {
        try {
            Files.createDirectories(dir.resolve(name).getParent());
            Files.write(dir.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ScriptFolder asFolder() {
        return new ScriptFolder(dir, Path.of("migrations"), SqliteSyntax.SQLITE);
    }

    Scripts read() {
        return asFolder().read();
    }

    /** {@return the only script} */
    Script only() {
        var scripts = List.copyOf(read().byId().values());
        if (scripts.size() != 1) {
            throw new AssertionError(scripts);
        }
        return scripts.get(0);
    }

    /** {@return the error that reading ends with} */
    MigrateException error() {
        return assertThrows(MigrateException.class, this::read);
    }

    /** {@return each script as {@code id <- parents}, in the order of the folder} */
    List<String> chain() {
        return read().byId().values().stream().map(Script::revision)
                .map(it -> it.id() + " <- " + String.join(", ", it.revises())).toList();
    }

    static List<String> texts(List<Statement> statements) {
        return statements.stream().map(Statement::text).toList();
    }
}
