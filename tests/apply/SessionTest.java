package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;

/** What scripts find when they run: foreign keys, the user's journal mode, placeholders. */
class SessionTest {
    @TempDir
    Path folder;

    private Project orphan() {
        return new Project(folder).script("a", "", """
                CREATE TABLE parent (id INTEGER PRIMARY KEY);
                CREATE TABLE child (parent INTEGER REFERENCES parent);
                INSERT INTO child VALUES (7);""", "");
    }

    @Test
    void foreignKeysAreEnforced() {
        var result = orphan().migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("FOREIGN KEY constraint failed"), result.err());
    }

    @Test
    void foreignKeysAreNotEnforcedWhereTheSettingSaysSo() {
        var project = orphan().file("migrate.properties", "foreign-keys = false\n");

        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("7"), project.query("SELECT parent FROM child"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal", "persist"})
    void theJournalModeOfTheFileStays(String mode) {
        var project = Fixtures.threeTables(folder).file("/data/.keep", "");
        project.execute("PRAGMA journal_mode = " + mode);

        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(0, project.migrate("downgrade", "a").exitCode());

        assertEquals(List.of(mode.equals("wal") ? "wal" : "delete"), project.query("PRAGMA journal_mode"));
    }

    @Test
    void whatAScriptSetsIsGoneInTheNext() {
        var project = new Project(folder)
                .script("a", "", "PRAGMA case_sensitive_like = ON; CREATE TEMP TABLE t (n); CREATE TABLE a (n);", "")
                .script("b", "a", "CREATE TEMP TABLE t (n); INSERT INTO a SELECT 1 WHERE 'A' LIKE 'a';", "");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("1"), project.query("SELECT n FROM a"));
    }

    @Test
    void aPlaceholderIsPlainTextUnlessTheSettingSaysSo() {
        var project = new Project(folder).script("a", "", "CREATE TABLE a (n TEXT DEFAULT '${name}');", "");

        assertEquals(0, project.migrate("upgrade", "--set", "name=x").exitCode());
        assertEquals(List.of("'${name}'"), project.query("SELECT dflt_value FROM pragma_table_info('a')"));
    }

    @Test
    void aPlaceholderComesFromTheSettingsOrTheCommandLine() {
        var project = new Project(folder)
                .script("a", "", "CREATE TABLE ${prefix}_a (n TEXT DEFAULT '${name}');", "DROP TABLE ${prefix}_a;")
                .file("repeatable/v.sql", "CREATE VIEW IF NOT EXISTS ${prefix}_v AS SELECT 1 AS one;")
                .file("migrate.properties", "placeholders = true\nplaceholder.prefix = lab\nplaceholder.name = file\n");

        assertEquals(0, project.migrate("upgrade", "--set", "name=option").exitCode());

        assertEquals(List.of("lab_a", "lab_v"), project.query("SELECT name FROM sqlite_schema WHERE name LIKE 'lab%' "
                + "ORDER BY name"));
        assertEquals(List.of("'option'"), project.query("SELECT dflt_value FROM pragma_table_info('lab_a')"));
        assertTrue(project.migrate("upgrade", "--set", "name=another").out().contains("Nothing to do"),
                "another value is no edit");
        assertEquals(0, project.migrate("downgrade", "base").exitCode());
        assertEquals(List.of(), Fixtures.tables(project));
    }

    @Test
    void anUnknownPlaceholderStopsEverythingBeforeAnythingRuns() {
        var project = Fixtures.threeTables(folder).script("d", "c", "CREATE TABLE ${nobody} (n INTEGER);", "")
                .file("migrate.properties", "placeholders = true\n");

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode(), result.err());
        assertTrue(result.err().contains("migrations/d.sql") && result.err().contains("nobody"), result.err());
        assertTrue(Files.notExists(project.database()));
    }
}
