package tests.alter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The torture set: a file a schema, with its rows; its first line says what is unusual about it. */
final class Torture {
    private static final Path FOLDER = Path.of("tests", "alter", "torture");

    private Torture() {
    }

    /** {@return the names of all schemas, in order} */
    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(it -> it.getFileName().toString().replace(".sql", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the text of a schema} */
    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a database of a schema. */
    static void build(String name, Path file) throws SQLException {
        try (var connection = Connections.open(file); var statement = connection.createStatement()) {
            // It runs all statements of a text, where execute() stops behind the first.
            statement.executeUpdate(text(name));
        }
    }
}
