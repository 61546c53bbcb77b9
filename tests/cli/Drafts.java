package tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tests.Project;
import tests.Result;

/** A project with models, and the scripts that are drafted in it. */
final class Drafts {
    /** The table that there is; its text is the model of no difference. */
    static final String PERSON = "CREATE TABLE person (id INTEGER PRIMARY KEY, mail VARCHAR(100), fax TEXT);";
    private static final Pattern QUERY = Pattern.compile("(?m)^-- {5}(SELECT .*)$");

    private final Project project;

    private Drafts(Project project) {
        this.project = project;
    }

    static Drafts of(Project project) {
        return new Drafts(project);
    }

    /** {@return a database with a table of two rows, and models of these words} */
    static Drafts person(Path folder, String models) {
        var project = new Project(folder).script("one", "", PERSON, "DROP TABLE person;")
                .file("/models/models.sql", models);
        assertEquals(0, project.migrate("upgrade").exitCode());
        project.execute("INSERT INTO person VALUES (1, 'ada@example.org', '01'), (2, 'bob@example.org', NULL)");
        return new Drafts(project);
    }

    Project project() {
        return project;
    }

    Path folder() {
        return project.folder();
    }

    Result draft(String... options) {
        var arguments = Stream.concat(Stream.of("--autogenerate", "-m", "Draft"), Stream.of(options));
        return project.revision(arguments.toArray(String[]::new));
    }

    /** {@return the file that a command has written} */
    Path file(Result result) {
        assertEquals(0, result.exitCode(), result.err());
        return folder().resolve(result.out().strip());
    }

    /** {@return what a command has written} */
    String text(Result result) {
        return read(file(result));
    }

    /** {@return the names of the scripts} */
    List<String> scripts() {
        try (Stream<Path> files = Files.list(folder().resolve("migrations"))) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the script of that id} */
    Path script(String id) {
        return folder().resolve("migrations").resolve(scripts().stream().filter(it -> it.contains("_" + id)).findFirst()
                .orElseThrow());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the rows of the query that stands in a draft} */
    List<String> shown(String text) {
        var query = QUERY.matcher(text);
        if (!query.find()) {
            throw new AssertionError("There is no query in " + text);
        }
        return project.query(query.group(1));
    }

    void assertRefused(int code, String kind, String... options) {
        var before = scripts();
        assertEquals(code, draft(options).exitCode());
        var json = draft(Stream.concat(Stream.of(options), Stream.of("--json")).toArray(String[]::new));
        assertEquals(code, json.exitCode());
        assertEquals(kind, json.errorKind());
        assertEquals(before, scripts());
    }

    void assertNothingLeft() {
        var check = project.migrate("check");
        assertEquals("Nothing found.\n", check.out(), check.err());
    }
}
