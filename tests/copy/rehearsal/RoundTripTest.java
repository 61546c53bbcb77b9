package tests.copy.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** Whether the way back leads back is found out, and what is not as it was is named. */
class RoundTripTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void rowsThatAreThere() {
        project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, size INTEGER);
                CREATE INDEX item_name ON item (name);
                INSERT INTO item VALUES (1, 'one', 10), (2, 'two', NULL), (3, 'three', 30);
                CREATE TABLE note (item INTEGER REFERENCES item (id), text TEXT);
                INSERT INTO note (rowid, item, text) VALUES (5, 1, 'x'), (9, 2, 'y');""", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void aWayBackThatLeadsBackHolds() {
        project.script("b", "a", """
                ALTER TABLE item ADD COLUMN weight INTEGER;
                UPDATE item SET weight = 7;
                CREATE TABLE more (id INTEGER PRIMARY KEY);
                INSERT INTO more VALUES (1);""", """
                DROP TABLE more;
                ALTER TABLE item DROP COLUMN weight;""")
                .script("c", "b", "ALTER TABLE item ALTER size TYPE TEXT;",
                        "ALTER TABLE item ALTER size TYPE INTEGER;");

        var result = project.migrate("rehearse", "--allow", "change-data");

        assertEquals(0, result.exitCode(), result.out() + result.err());
        assertTrue(result.out().contains("The way back leads back: schema and data are what they were.\n"),
                result.out());
        assertTrue(result.out().contains("Up again, schema and data are the same as the first time.\n"), result.out());
    }

    @Test
    void anIndexThatTheWayDownForgetsIsNamed() {
        project.script("b", "a", "DROP INDEX item_name;", "SELECT 1;");

        var trip = tripThatDoesNotHold();

        assertEquals(List.of("- index item_name"), schema(trip, "back"));
        assertEquals(List.of(), tables(trip, "back"));
        // Up again, there is no index to drop.
        assertEquals("script_failed", trip.getAsJsonObject("error").get("kind").getAsString());
        var text = project.migrate("rehearse").out();
        assertTrue(text.contains("The way back does not lead back. Other than before:\n    - index item_name: "), text);
        assertTrue(text.contains("The way up fails the second time:\n    migrations/b.sql:7: "), text);
    }

    @Test
    void aTableThatTheWayDownForgetsIsNamed() {
        project.script("b", "a", "CREATE TABLE IF NOT EXISTS more (id INTEGER);", "SELECT 1;");
        assertEquals(List.of("+ table more"), schema(tripThatDoesNotHold(), "back"));
    }

    @Test
    void aValueThatIsLostIsNamedWithItsColumn() {
        project.script("b", "a", "UPDATE item SET size = 0 WHERE size IS NULL;",
                "UPDATE item SET size = NULL WHERE size < 20;");
        var trip = tripThatDoesNotHold();
        assertEquals(List.of("item: values [size] 3 3"), tables(trip, "back"));
        assertEquals(List.of("item: values [size] 3 3"), tables(trip, "repeated"));
    }

    @Test
    void aColumnThatWentAndCameBackEmptyIsADifference() {
        project.script("b", "a", "ALTER TABLE item DROP COLUMN size;", "ALTER TABLE item ADD COLUMN size INTEGER;");
        var result = project.migrate("rehearse", "--allow", "drop-data", "--json");
        assertEquals(3, result.exitCode());
        assertEquals(List.of("item: values [size] 3 3"), tables(trip(result.json()), "back"));
    }

    @Test
    void aValueOfAnotherTypeIsADifference() {
        project.script("b", "a", "UPDATE note SET text = 1 WHERE item = 1;",
                "UPDATE note SET text = CAST('x' AS BLOB) WHERE item = 1;");
        assertEquals(List.of("note: values [text] 2 2"), tables(tripThatDoesNotHold(), "back"));
    }

    @Test
    void aRowidThatChangesIsADifference() {
        project.script("b", "a", "CREATE TABLE old AS SELECT * FROM note; DELETE FROM note WHERE 1;",
                "INSERT INTO note SELECT * FROM old ORDER BY rowid; DROP TABLE old;");
        assertEquals(List.of("note: keys [] 2 2"), tables(tripThatDoesNotHold(), "back"));
        assertTrue(project.migrate("rehearse").out()
                .contains("    ~ rows note: the same values in rows with other row numbers\n"));
    }

    @Test
    void rowsThatChangePlacesAreADifference() {
        project.script("b", "a", "UPDATE item SET name = CASE id WHEN 1 THEN 'two' ELSE 'one' END WHERE id < 3;",
                "SELECT 1;");
        assertEquals(List.of("item: values [name] 3 3"), tables(tripThatDoesNotHold(), "back"));
    }

    @Test
    void whatWasKeptComesBackBothTimes() {
        project.script("b", "a", """
                ALTER TABLE item ADD COLUMN weight INTEGER DEFAULT 1;
                CREATE TABLE more (id INTEGER PRIMARY KEY, v);""", """
                DROP TABLE more;
                ALTER TABLE item DROP COLUMN weight;""");
        assertEquals(0, project.migrate("upgrade").exitCode());
        project.execute("UPDATE item SET weight = 7");
        project.execute("INSERT INTO more VALUES (1, 'x'), (2, 'y')");
        assertEquals(0, project.migrate("downgrade", "a", "--keep-data").exitCode());

        var result = project.migrate("rehearse");

        assertEquals(0, result.exitCode(), result.out() + result.err());
        assertTrue(result.out().contains("    brings back 2 rows of more\n"), result.out());
        assertTrue(result.out().contains("Up again, schema and data are the same as the first time.\n"), result.out());
        assertEquals(2, project.migrate("kept", "--json").json().getAsJsonArray("kept").size());
    }

    @Test
    void whatWasHalfAppliedIsNotTakenBack() {
        project.file("b.sql", """
                -- revision: b
                -- revises: a
                -- migrate:up transaction:false
                CREATE TABLE one (n INTEGER);
                INSERT INTO nowhere VALUES (1);
                -- migrate:down
                DROP TABLE one;
                """);
        assertEquals(1, project.migrate("upgrade").exitCode());
        project.execute("CREATE TABLE nowhere (n INTEGER)");
        project.script("c", "b", "CREATE TABLE c (n INTEGER);", "DROP TABLE c;");

        var result = project.migrate("rehearse");

        assertEquals(0, result.exitCode(), result.out() + result.err());
        assertTrue(result.out().contains("b was half applied when this began, and its way down leads to before that: "
                + "the way back was tried down to it only.\n"), result.out());
        var document = project.migrate("rehearse", "--json").json();
        assertEquals("b", document.get("halfApplied").getAsString());
        assertTrue(document.get("noWayDown").isJsonNull());
        assertEquals("up|b|1", project.query("SELECT direction, revision, done FROM migrate_journal").get(0));
    }

    @Test
    void rowsThatStayBehindAreCounted() {
        project.script("b", "a", "INSERT INTO note VALUES (3, 'z');", "SELECT 1;");
        var trip = tripThatDoesNotHold();
        assertEquals(List.of("note: number [] 2 3"), tables(trip, "back"));
        assertEquals(List.of("note: number [] 3 4"), tables(trip, "repeated"));
    }

    @Test
    void timesMayBeOtherTheSecondTimeAndAreNamed() {
        project.script("b", "a", """
                ALTER TABLE item ADD COLUMN seen TEXT;
                UPDATE item SET seen = hex(randomblob(8));""", "ALTER TABLE item DROP COLUMN seen;");

        var result = project.migrate("rehearse", "--json");

        assertEquals(0, result.exitCode(), result.out());
        assertEquals(List.of("item: values [seen] 3 3"), tables(trip(result.json()), "repeated"));
        assertTrue(project.migrate("rehearse").out().contains("    ~ rows item: other values in seen\n"));
    }

    @Test
    void columnsInAnotherOrderAreToldAndAccepted() {
        project.script("b", "a", "ALTER TABLE note DROP COLUMN item;", """
                ALTER TABLE note ADD COLUMN item INTEGER REFERENCES item (id);
                UPDATE note SET item = rowid / 4;""");
        var result = project.migrate("rehearse", "--allow", "drop-data");
        assertEquals(0, result.exitCode(), result.out());
        assertTrue(result.out().contains("what they were, but for the order of columns:\n    = order note"),
                result.out());
    }

    @Test
    void theRecordsOfMigrationToolsDoNotCount() {
        project.execute("CREATE TABLE alembic_version (version_num TEXT)");
        project.script("b", "a", "INSERT INTO alembic_version VALUES ('b');", "SELECT 1;");
        assertEquals(0, project.migrate("rehearse").exitCode());
    }

    @Test
    void aWayBackThatFailsIsNoRoundTrip() {
        project.script("b", "a", "CREATE TABLE more (id INTEGER);", "DROP TABLE mores;");
        var trip = tripThatDoesNotHold();
        assertTrue(trip.get("back").isJsonNull());
        assertTrue(trip.getAsJsonObject("error").get("message").getAsString().contains("migrations/b.sql:"),
                trip::toString);
        assertTrue(project.migrate("rehearse").out().contains("The way back fails:\n    migrations/b.sql:10: "));
    }

    @Test
    void beforeAScriptWithoutAWayDownNothingIsTakenBack() {
        project.script("b", "a", "CREATE TABLE b (id INTEGER);", "DROP TABLE b;")
                .file("c.sql", "-- revision: c\n-- revises: b\n-- migrate:up\nINSERT INTO note VALUES (3, 'c');\n")
                .script("d", "c", "CREATE TABLE d (id INTEGER);", "DROP TABLE d;");

        var result = project.migrate("rehearse", "--json");

        assertEquals(0, result.exitCode(), result.out());
        assertEquals("c", result.json().get("noWayDown").getAsString());
        assertEquals(1, trip(result.json()).getAsJsonArray("down").size());
        assertTrue(trip(result.json()).get("holds").getAsBoolean());
        assertTrue(project.migrate("rehearse").out()
                .contains("c has no way down: the way back was tried down to it only.\n"));
        var first = project.migrate("rehearse", "c");
        assertEquals(0, first.exitCode());
        assertTrue(first.out().contains("c has no way down: no way back was tried.\n"), first.out());
    }

    @Test
    void theWayBackCanBeLeftOut() {
        project.script("b", "a", "DROP INDEX item_name;", "SELECT 1;");
        var result = project.migrate("rehearse", "--no-down", "--json");
        assertEquals(0, result.exitCode(), result.out());
        assertTrue(result.json().get("roundTrip").isJsonNull());
    }

    @Test
    void whatRepeatableScriptsMakeNeedNotBeTakenBack() {
        project.script("b", "a", "ALTER TABLE item ADD COLUMN weight INTEGER;", "ALTER TABLE item DROP COLUMN weight;")
                .file("repeatable/names.sql", """
                        DROP VIEW IF EXISTS names;
                        CREATE VIEW names AS SELECT name FROM item;
                        INSERT INTO note VALUES (1, 'seen');""");
        var result = project.migrate("rehearse", "--json");
        assertEquals(0, result.exitCode(), result.out());
        assertEquals(2, result.json().getAsJsonArray("up").size());
    }

    @Test
    void aViewOfARepeatableScriptMayStandInTheWayOfTheWayBack() {
        project.script("b", "a", "ALTER TABLE item ADD COLUMN weight INTEGER;", "ALTER TABLE item DROP COLUMN weight;")
                .file("repeatable/weights.sql", "CREATE VIEW weights AS SELECT weight FROM item;");
        assertTrue(tripThatDoesNotHold().getAsJsonObject("error").get("message").getAsString().contains("weights"));
    }

    private JsonObject tripThatDoesNotHold() {
        var result = project.migrate("rehearse", "--json");
        assertEquals(3, result.exitCode(), result.out());
        assertFalse(result.json().get("holds").getAsBoolean());
        assertFalse(trip(result.json()).get("holds").getAsBoolean());
        return trip(result.json());
    }

    private static JsonObject trip(JsonObject report) {
        return report.getAsJsonObject("roundTrip");
    }

    private static List<String> schema(JsonObject trip, String end) {
        return trip.getAsJsonObject(end).getAsJsonArray("schema").asList().stream().map(it -> it.getAsJsonObject())
                .map(it -> it.get("sign").getAsString() + " " + it.get("subject").getAsString() + " "
                        + it.get("object").getAsString()).toList();
    }

    private static List<String> tables(JsonObject trip, String end) {
        return trip.getAsJsonObject(end).getAsJsonArray("tables").asList().stream().map(it -> it.getAsJsonObject())
                .map(it -> it.get("table").getAsString() + ": " + it.get("differs").getAsString() + " "
                        + it.get("columns").toString().replace("\"", "") + " " + it.get("rowsBefore") + " "
                        + it.get("rowsAfter")).toList();
    }
}
