package tests.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** The first script of a folder, written from what is there. */
class BaselineTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void makeADatabase() {
        project = new Project(folder).file("/data/.keep", "");
        project.execute("""
                CREATE TABLE b (a INTEGER REFERENCES a(id), CHECK (a > 0) /* why */);
                CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, "odd name" TEXT COLLATE NOCASE DEFAULT 'x;y');
                CREATE UNIQUE INDEX i ON a ("odd name" DESC) WHERE id > 3;
                CREATE VIEW v AS SELECT id FROM a;
                CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET id = id; DELETE FROM b; END;
                CREATE TABLE knex_migrations (id INTEGER, name TEXT);
                INSERT INTO a (id) VALUES (5); INSERT INTO b VALUES (5)""");
    }

    @Test
    void itMakesWhatIsThereAndIsRecordedHere() {
        var before = Everything.of(project);

        var result = project.migrate("adopt", "--baseline", "--json");

        assertEquals(0, result.exitCode(), result.out());
        assertEquals(before, Everything.of(project));
        assertEquals(List.of("baseline"), project.query("SELECT origin FROM migrate_revision"));
        var path = result.json().get("path").getAsString();
        assertTrue(path.matches("migrations/\\d{8}_\\d{4}_[0-9a-f]{12}_baseline_the_schema_as_it_was\\.sql"), path);
        assertEquals("Nothing to do.", project.migrate("upgrade").out().substring(0, 14));

        var anew = new Project(folder.resolve("anew"));
        var text = read(path);
        anew.file(Path.of(path).getFileName().toString(), text);
        assertEquals(0, anew.migrate("upgrade").exitCode());
        var schema = before.stream().filter(it -> it.matches("(?s)(table|index|view|trigger)\\|.*")
                && !it.contains("knex_migrations") && !it.contains("sqlite_sequence")).toList();
        var made = Everything.of(anew);
        assertEquals(schema, made.stream().filter(it -> !it.contains("sqlite_sequence")).toList());
        assertEquals(0, anew.migrate("downgrade", "base").exitCode());
        assertEquals(List.of(), Everything.of(anew).stream().filter(it -> !it.contains("sqlite_sequence")).toList());
    }

    @Test
    void itIsShownBeforeItIsWritten() {
        var shown = project.migrate("adopt", "--baseline", "--dry-run");

        assertTrue(shown.out().contains("CHECK (a > 0) /* why */"), shown.out());
        assertFalse(Files.exists(folder.resolve("migrations")));
    }

    @Test
    void aFolderWithScriptsHasAFirstOneAlready() {
        project.script("one", "", "SELECT 1;", "");

        var result = project.migrate("adopt", "--baseline");

        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("migrations has 1 already"), result.err());
    }

    @Test
    void ofADatabaseThatCannotBeRecordedNoScriptIsLeft() throws IOException {
        project.file("migrate.properties", "confirm = true\n");

        assertEquals("not_confirmed", project.migrate("adopt", "--baseline", "--json").errorKind());

        try (var files = Files.list(folder.resolve("migrations"))) {
            assertEquals(List.of("migrate.properties"), files.map(it -> it.getFileName().toString()).toList());
        }
        assertEquals(0, project.migrate("adopt", "--baseline", "--yes").exitCode());
    }

    @Test
    void anEmptyDatabaseHasNone() {
        var empty = new Project(folder.resolve("empty"));

        assertEquals("usage", empty.migrate("adopt", "--baseline", "--json").errorKind());
    }

    private String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
