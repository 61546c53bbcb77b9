package tests.wanted.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.SqliteDialect;
import restrack.wanted.Piece;
import restrack.wanted.entity.Entities;
import restrack.wanted.entity.EntityModel;
import restrack.wanted.entity.EntityOptions;
import restrack.wanted.entity.Naming;

/** Sources of models in a folder, and what is made of them. */
final class Sources {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private Naming naming = Naming.AS_WRITTEN;
    private Set<String> ignored = Set.of();

    Sources(Path folder) {
        this.folder = folder;
    }

    Sources file(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            files.add(Path.of(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Sources named(Naming how) {
        naming = how;
        return this;
    }

    Sources ignoring(String... annotations) {
        ignored = Set.of(annotations);
        return this;
    }

    /** Adds a folder or jar that the sources use. */
    Sources using(String name) {
        classPath.add(Path.of(name));
        return this;
    }

    EntityOptions options() {
        return new EntityOptions(naming, ignored, classPath, folder);
    }

    /** {@return the files, relative to the folder} */
    List<Path> files() {
        return files;
    }

    EntityModel read() {
        return Entities.ofSources(files, options(), new SqliteDialect());
    }

    /** {@return the statements, which have run in a database} */
    String ddl() {
        return ddl(read());
    }

    /** {@return the statements of a model, which have run in a database} */
    static String ddl(EntityModel model) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement()) {
            for (var piece : model.pieces()) {
                try {
                    statement.execute(piece.statement().text());
                } catch (SQLException e) {
                    fail(piece.statement().text(), e);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return model.pieces().stream().map(Piece::statement).map(it -> it.text() + ";\n")
                .collect(Collectors.joining());
    }

    /** {@return what is wrong with the models, and what to do about it} */
    String error() {
        return error(ErrorKind.BAD_MODEL);
    }

    String error(ErrorKind kind) {
        var error = assertThrows(MigrateException.class, this::read);
        assertEquals(kind, error.kind(), error.getMessage());
        return error.getMessage() + "\n" + error.hint();
    }
}
