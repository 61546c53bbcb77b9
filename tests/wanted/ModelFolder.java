package tests.wanted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.config.Settings;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Dialect;
import restrack.database.sqlite.SqliteDialect;
import restrack.schema.Definition;
import restrack.schema.Subject;
import restrack.wanted.ModelSettings;
import restrack.wanted.Models;
import restrack.wanted.Piece;
import restrack.wanted.Wanted;
import restrack.wanted.WantedDatabase;

/** A folder with models, read as the commands read it. */
final class ModelFolder {
    static final Dialect DIALECT = new SqliteDialect();

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    ModelFolder file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ModelFolder file(String name, byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ModelFolder setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** {@return where is kept what Java sources say} */
    Path cache() {
        return folder.resolve(".cache/models");
    }

    Optional<Wanted> readIfAny() {
        return Models.read(ModelSettings.of(Settings.load(settings, Map.of(), folder)), DIALECT, cache());
    }

    Wanted read() {
        return readIfAny().orElseThrow();
    }

    /** {@return where each piece was written} */
    List<String> places() {
        return read().pieces().stream().map(Piece::where).toList();
    }

    /** {@return something of the database that the models make} */
    <T> T built(Function<Database, T> question) {
        try (var scratch = DIALECT.scratch(DatabaseUrl.parse("sqlite://", Path.of("")),
                new Access(Duration.ofSeconds(1), true, holders -> { }))) {
            WantedDatabase.build(read(), scratch);
            return question.apply(scratch);
        }
    }

    /** {@return everything that is known by its statement, without some of it} */
    static Set<Subject> definitions(Subject... without) {
        return Stream.of(Definition.Kind.values()).map(it -> Subject.valueOf(it.name()))
                .filter(it -> !List.of(without).contains(it)).collect(Collectors.toSet());
    }

    /** {@return the names of the tables that the models make} */
    List<String> tables() {
        return built(it -> names(it, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
    }

    /** {@return the first column of a query} */
    static List<String> names(Database database, String query) {
        var names = new ArrayList<String>();
        try (var statement = database.connection().createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    /** {@return what is wrong with the models, in the words of the error} */
    String error() {
        return refusal().getMessage();
    }

    /** {@return what is wrong with the models} */
    MigrateException refusal() {
        var error = assertThrows(MigrateException.class, () -> built(it -> it));
        assertEquals(ErrorKind.BAD_MODEL, error.kind(), error.getMessage());
        return error;
    }
}
