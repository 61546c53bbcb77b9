package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A primary key that is in a UNIQUE too gets another name, also where SQLite's own RENAME COLUMN fails. */
class RenamedKeyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "UNIQUE (#, n), PRIMARY KEY (#))",
        "UNIQUE (n, \"#\" DESC) ON CONFLICT IGNORE, -- the id\n CHECK (# > 0), PRIMARY KEY (# ASC))",
        "PRIMARY KEY (#), UNIQUE (#, n)) WITHOUT ROWID",
        "PRIMARY KEY (#), UNIQUE (n, #), UNIQUE (#)) WITHOUT ROWID, STRICT",
    })
    void itIsRenamedEverywhere(String rest) throws SQLException {
        var schema = List.of("CREATE TABLE p (# INTEGER, n INT, up INT REFERENCES p (#), " + rest,
                "CREATE TABLE c (p INT REFERENCES p (#) ON DELETE CASCADE, id INT)",
                "CREATE INDEX i ON p (n, \"#\") WHERE # > 0",
                "CREATE VIEW v AS SELECT p.#, c.id AS c, 'id' AS word FROM p JOIN c ON c.p = p.\"#\"",
                "CREATE TRIGGER r AFTER UPDATE OF # ON p BEGIN UPDATE c SET id = 7 WHERE p = new.#; END");
        try (var database = Altered.of(folder, String.join(";\n", schema).replace("#", "id") + """
                ;
                INSERT INTO p VALUES (1, 5, NULL), (2, 6, 1);
                INSERT INTO c VALUES (1, 3);
                """)) {
            var changes = database.run("ALTER TABLE p RENAME COLUMN id TO number");

            assertEquals("in place", changes.get(0).way().words());
            assertEquals(schema.stream().map(it -> it.replace("#", "number")).toList(),
                    database.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"));
            assertEquals(List.of("ok"), database.query("PRAGMA integrity_check"));
            assertEquals(List.of(), database.query("PRAGMA foreign_key_check"));
            assertEquals(List.of("1 | 3 | id"), database.query("SELECT * FROM v"));
            database.run("UPDATE p SET number = 1, n = 8 WHERE number = 1");
            assertEquals(List.of("7"), database.query("SELECT id FROM c"));
            database.run("DELETE FROM p");
            assertEquals(List.of("0"), database.query("SELECT count(*) FROM c"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "n"})
    void whatCannotBeForAnotherReasonIsRefused(String column) throws SQLException {
        var schema = "CREATE TABLE p (id INTEGER, n INT, m INT, UNIQUE (id), PRIMARY KEY (id))";
        try (var database = Altered.of(folder, schema)) {
            var refusal = database.refusal("ALTER TABLE p RENAME COLUMN " + column + " TO m");
            assertEquals("SQLite cannot have p so: error in table p after rename: duplicate column name: m.",
                    refusal.getMessage());
        }
    }

    @Test
    void aKeyThatCountsUpIsRenamedToo() throws SQLException {
        var schema = "CREATE TABLE p (n INT, # INTEGER PRIMARY KEY AUTOINCREMENT, UNIQUE (n, # DESC), UNIQUE (#))";
        try (var database = Altered.of(folder, schema.replace("#", "id") + "; INSERT INTO p VALUES (1, 7)")) {
            database.run("ALTER TABLE p RENAME COLUMN id TO number");
            assertEquals(schema.replace("#", "number"), database.text("p"));
            assertEquals(List.of("p | 7"), database.query("SELECT name, seq FROM sqlite_sequence"));
        }
    }
}
