package tests.copy.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** What runs on the clone is what an upgrade would run, with the same refusals. */
class RehearsalTest {
    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void rowsThatAreThere() {
        project = new Project(folder).script("a", "", """
                CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
                INSERT INTO item VALUES (1, 'one'), (2, 'two');
                CREATE TABLE log (text TEXT);
                CREATE TRIGGER item_log AFTER UPDATE ON item BEGIN INSERT INTO log VALUES (new.name); END;""", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void rowsThatTriggersWriteCountAndRecordsDoNot() {
        project.script("b", "a", "UPDATE item SET name = 'x';", "")
                .file("c.sql", """
                        -- revision: c
                        -- revises: b
                        -- migrate:up transaction:false
                        INSERT INTO log VALUES ('1');
                        INSERT INTO log VALUES ('2');
                        VACUUM;""")
                .file("d.java", """
                        // revision: d
                        // revises: c
                        class Fill implements Migration {
                            public void up(Op op) {
                                op.execute("INSERT INTO log VALUES (?)", "java");
                            }
                        }
                        """)
                .file("repeatable/names.sql", "DELETE FROM log WHERE text = '1';");

        var result = project.migrate("rehearse", "--json");

        assertEquals(0, result.exitCode(), result.out());
        assertEquals(List.of("b 4", "c 2", "d 1", "names.sql 1"), result.json().getAsJsonArray("up").asList().stream()
                .map(it -> it.getAsJsonObject().get("revision").getAsString() + " " + it.getAsJsonObject().get("rows"))
                .toList());
        assertEquals(List.of("0"), project.query("SELECT count(*) FROM log"));
    }

    @Test
    void aHazardThatIsNotAllowedIsNamedAndTheRestIsRehearsedAllTheSame() {
        project.script("b", "a", "INSERT INTO log VALUES ('x');", "")
                // Refused when its turn comes: there was no row before.
                .script("c", "b", "DROP TABLE log; DROP TRIGGER item_log;", "")
                .script("d", "c", "CREATE TABLE d (n INTEGER);", "");

        var result = project.migrate("rehearse", "--json", "--no-down");

        assertEquals(3, result.exitCode(), result.out());
        var up = result.json().getAsJsonArray("up").asList();
        assertEquals(3, up.size());
        var refused = up.get(1).getAsJsonObject().getAsJsonArray("refused").get(0).getAsJsonObject();
        assertEquals("hazard", refused.get("kind").getAsString());
        assertTrue(refused.get("hint").getAsString().contains("--allow drop-data"));
        assertTrue(project.migrate("rehearse", "--no-down").out()
                .contains("An upgrade would be refused, unless it is allowed:\n    migrations/c.sql:7: "));
        assertEquals(0, project.migrate("rehearse", "--no-down", "--allow", "drop-data").exitCode());
    }

    @Test
    void whatNobodyCanAllowIsRefusedAsAnUpgradeWouldRefuseIt() {
        project.script("b", "a", "ALTER TABLE item ADD CHECK (name <> 'two');", "");
        var rehearsed = project.migrate("rehearse");
        var upgraded = project.migrate("upgrade");
        assertEquals(4, rehearsed.exitCode());
        assertEquals(upgraded.exitCode(), rehearsed.exitCode());
        assertEquals(upgraded.err(), rehearsed.err());
    }

    @Test
    void aScriptThatFailsIsToldAsAnUpgradeTellsIt() {
        project.script("b", "a", "UPDATE item SET name = 'b';", "")
                .script("c", "b", "INSERT INTO item VALUES (1, 'again');", "");

        var result = project.migrate("rehearse");

        assertEquals(1, result.exitCode());
        assertTrue(result.out().contains("Message of b"), result.out());
        var said = result.err().lines().toList();
        var upgraded = project.migrate("upgrade").err().lines().toList();
        assertEquals(upgraded.subList(0, 3), said.subList(0, 3));
        assertTrue(said.get(3).endsWith("This was a clone: the database itself was not touched."), result.err());
    }

    @Test
    void aScriptThatFailsIsAnErrorInJsonWithWhatRanBeforeIt() {
        project.script("b", "a", "UPDATE item SET name = 'b';", "")
                .script("c", "b", "INSERT INTO nope VALUES (1);", "");
        var result = project.migrate("rehearse", "--json");
        assertEquals(1, result.exitCode());
        assertEquals("script_failed", result.errorKind());
        assertEquals(1, result.json().getAsJsonArray("up").size());
        assertEquals(List.of("1"), project.query("SELECT count(*) FROM migrate_revision"));
    }

    @Test
    void anEditedScriptIsRefused() {
        project.script("b", "a", "CREATE TABLE b (n INTEGER);", "").script("a", "", "CREATE TABLE a (n INTEGER);", "");
        assertEquals("edited", project.migrate("rehearse", "--json").errorKind());
    }

    @Test
    void withNothingToDoNothingIsCloned() {
        var result = project.migrate("rehearse");
        assertEquals(0, result.exitCode());
        assertEquals("Nothing to do. The database is at a (head).\n", result.out());
        assertEquals(0, project.migrate("rehearse", "--json").json().getAsJsonArray("up").size());
    }

    @Test
    void aTargetCanBeSaid() {
        project.script("b", "a", "CREATE TABLE b (n INTEGER);", "DROP TABLE b;")
                .script("c", "b", "CREATE TABLE c (n INTEGER);", "DROP TABLE c;");
        assertEquals(1, project.migrate("rehearse", "+1", "--json").json().getAsJsonArray("up").size());
        assertEquals("unknown_revision", project.migrate("rehearse", "nope", "--json").errorKind());
        assertEquals("usage", project.migrate("rehearse", "--allow", "nope", "--json").errorKind());
    }
}
