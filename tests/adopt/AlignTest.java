package tests.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.adopt.Adoption;
import restrack.adopt.Request;
import restrack.adopt.Verdict;
import restrack.config.Settings;
import tests.Project;

/** A database that is no revision is made one, with its records in one transaction, and with all its rows. */
class AlignTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void writeScripts() {
        project = new Project(folder).script("one", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE, price INTEGER DEFAULT 1);
                CREATE VIEW cheap AS SELECT name FROM item WHERE price < 5;
                CREATE INDEX by_price ON item (price);""", "")
                .script("two", "one", "CREATE TABLE sale (item INTEGER NOT NULL REFERENCES item(id), n INTEGER);", "")
                .file("/data/.keep", "");
    }

    @Test
    void whatDiffersIsChangedAndWhatIsSomebodyElsesStays() {
        project.execute("""
                CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, price INTEGER);
                CREATE TABLE sale (item INTEGER NOT NULL, n INTEGER);
                CREATE TABLE theirs (item INTEGER REFERENCES item(id));
                CREATE TRIGGER theirs_too AFTER INSERT ON item BEGIN DELETE FROM theirs WHERE 0; END;
                INSERT INTO item VALUES (1, 'a', 10), (7, 'b', NULL);
                INSERT INTO sale VALUES (7, 3); INSERT INTO theirs VALUES (1)""");
        var rows = List.of(project.query("SELECT * FROM item"), project.query("SELECT * FROM sale"),
                project.query("SELECT * FROM theirs"));
        assertEquals(3, project.migrate("adopt").exitCode());

        var printed = project.migrate("adopt", "--align", "--as", "two", "--sql");
        assertTrue(printed.out().contains("CREATE INDEX by_price"), printed.out());
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());

        var result = project.migrate("adopt", "--align");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(rows, List.of(project.query("SELECT * FROM item"), project.query("SELECT * FROM sale"),
                project.query("SELECT * FROM theirs")));
        assertEquals(List.of("theirs", "theirs_too"),
                project.query("SELECT name FROM sqlite_schema WHERE name LIKE 'theirs%' ORDER BY 1"));
        assertEquals(List.of("cheap"), project.query("SELECT name FROM sqlite_schema WHERE type = 'view'"));
        project.execute("DROP TABLE migrate_revision; DROP TABLE migrate_event");
        assertEquals("The database is at two (head).", project.migrate("adopt").out().lines().toList().get(2));
    }

    @Test
    void rowsInTheWayAreNamedAndNothingIsChanged() {
        project.execute("""
                CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, price INTEGER DEFAULT 1);
                CREATE INDEX by_price ON item (price); CREATE VIEW cheap AS SELECT name FROM item WHERE price < 5;
                INSERT INTO item VALUES (1, 'same', 10), (7, 'same', NULL)""");
        var before = Everything.of(project);

        for (var option : List.of("--dry-run", "--yes")) {
            var result = project.migrate("adopt", "--align", "--json", option);
            assertEquals("rows_in_the_way", result.errorKind());
            assertEquals("", project.migrate("adopt", "--align", option).out());
            assertTrue(result.out().contains("same"), result.out());
        }

        assertEquals(before, Everything.of(project));
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());
    }

    @Test
    void whatWouldBeLostIsRefusedUntilItIsAllowed() {
        project.execute("""
                CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE, price INTEGER DEFAULT 1,
                    note TEXT);
                CREATE INDEX by_price ON item (price); CREATE VIEW cheap AS SELECT name FROM item WHERE price < 5;
                INSERT INTO item VALUES (1, 'a', 10, 'precious')""");
        var before = Everything.of(project);

        var result = project.migrate("adopt", "--align");

        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("--allow drop-data"), result.err());
        assertEquals(before, Everything.of(project));

        assertEquals(0, project.migrate("adopt", "--align", "--allow", "drop-data").exitCode());
        assertEquals(List.of("1|a|10"), project.query("SELECT * FROM item"));
    }

    @Test
    void aTableOfALaterRevisionGoesOnlyWhenThatIsSaidEvenIfItIsEmpty() {
        project.execute("""
                CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE, price INTEGER DEFAULT 1);
                CREATE VIEW cheap AS SELECT name FROM item WHERE price < 5; CREATE INDEX by_price ON item (price);
                CREATE TABLE sale (n INTEGER)""");

        assertEquals("hazard", project.migrate("adopt", "--align", "--as", "one", "--json").errorKind());
        assertEquals(0, project.migrate("adopt", "--align", "--as", "one", "--allow", "drop-data").exitCode());
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name = 'sale'").isEmpty());
    }

    @Test
    void whatChangesBetweenLookAndLockIsNoticed() {
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, price INTEGER)");
        var settings = Settings.load(Map.of("url", "sqlite:///data/restrack.db"), Map.of(), folder);
        try (var opened = new restrack.apply.Project(settings, holders -> { });
             var adoption = new Adoption(opened, new Request(List.of("one"), true, Set.of()))) {
            var known = (Verdict.Known) adoption.verdict();
            project.execute("ALTER TABLE item ADD COLUMN meanwhile TEXT");
            var before = Everything.of(project);

            try (var database = opened.open()) {
                var error = assertThrows(MigrateException.class, () -> adoption.carryOut(known, database));
                assertEquals(ErrorKind.BUSY, error.kind());
            }
            assertEquals(before, Everything.of(project));
            assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());
        }
    }

    @Test
    void whereTwoAreAsNearAPersonChooses() {
        project.script("data", "one", "UPDATE item SET price = 2;", "");
        project.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL UNIQUE, price INTEGER); "
                + "CREATE VIEW cheap AS SELECT name FROM item WHERE price < 5; CREATE INDEX by_price ON item (price)");

        assertEquals("several_fit", project.migrate("adopt", "--align", "--json").errorKind());
        assertEquals(0, project.migrate("adopt", "--align", "--as", "data").exitCode());
    }
}
