package tests.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** What stands of a script that fails where the database cannot undo it, and how it goes on. */
class HalfAppliedTest {
    private static final String FIVE = """
            CREATE TABLE ward (id INTEGER PRIMARY KEY, name VARCHAR(50));
            INSERT INTO ward VALUES (1, 'West');
            ALTER TABLE ward ADD COLUMN beds %s;
            UPDATE ward SET beds = coalesce(beds, 0) + 12;
            CREATE INDEX by_beds ON ward (beds);
            """;

    @TempDir
    Path folder;
    private TestDatabase database;
    private Project project;

    @BeforeEach
    void start() {
        database = Server.MARIADB.database();
        project = new Project(folder).on(database);
    }

    @AfterEach
    void drop() {
        if (database != null) {
            database.close();
        }
    }

    private List<String> journal() {
        return database.query("SELECT revision, direction, done, trace IS NULL FROM migrate_journal");
    }

    @Test
    void whatWasBeforeTheFailureStandsAndTheNextRunGoesOnThere() {
        project.script("a", "", FIVE.formatted("NOTYPE"), "DROP TABLE ward;");

        var failed = project.migrate("upgrade");

        assertEquals(1, failed.exitCode());
        assertTrue(failed.err().contains("2 of its 5 statements stand"), failed.err());
        assertEquals(List.of("1|West"), database.query("SELECT * FROM ward"));
        assertEquals(List.of("a|up|2|1"), journal());
        assertTrue(project.migrate("status").out().contains("half applied  a"));
        assertTrue(project.migrate("current", "--json").out().contains("\"halfApplied\":[\"a\"]"),
                project.migrate("current", "--json").out());
        assertEquals(3, project.migrate("check").exitCode());
        assertEquals(4, project.migrate("stamp", "base").exitCode());

        project.script("a", "", FIVE.formatted("INTEGER"), "DROP TABLE ward;");
        var mended = project.migrate("upgrade");

        assertEquals(0, mended.exitCode(), mended.err());
        assertEquals(List.of("1|West|12"), database.query("SELECT * FROM ward"));
        assertEquals(List.of(), journal());
        assertEquals("a (head)\n", project.migrate("current").out());
        assertEquals(0, project.migrate("check").exitCode());
    }

    @Test
    void aScriptThatFailsAtItsFirstStatementHasLeftNothing() {
        project.script("a", "", "CREATE TABLE ward (id NOTYPE);", "");
        var failed = project.migrate("upgrade");
        assertEquals(1, failed.exitCode());
        assertTrue(failed.err().contains("Nothing of this script stands."), failed.err());
        assertEquals(List.of(), journal());
        assertTrue(project.migrate("status").out().contains("pending  a"), project.migrate("status").out());
    }

    @Test
    void theWayDownGoesOnToo() {
        project.script("a", "", FIVE.formatted("INTEGER"), """
                DROP INDEX by_beds ON ward;
                DELETE FROM ward WHERE id = 1;
                ALTER TABLE ward DROP COLUMN nothing;
                DROP TABLE ward;
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(1, project.migrate("downgrade", "base", "--allow", "drop-data").exitCode());
        assertEquals(List.of("a|down|2|1"), journal());
        assertEquals(4, project.migrate("upgrade").exitCode());

        database.execute("ALTER TABLE ward ADD COLUMN nothing INTEGER");
        var down = project.migrate("downgrade", "base", "--allow", "drop-data");
        assertEquals(0, down.exitCode(), down.err());
        assertEquals(List.of(), database.query("SHOW TABLES LIKE 'ward'"));
        assertEquals(List.of(), journal());
    }

    @Test
    void anEditOfWhatIsDoneIsRefused() {
        project.script("a", "", FIVE.formatted("NOTYPE"), "");
        project.migrate("upgrade");
        project.script("a", "", FIVE.formatted("INTEGER").replace("'West'", "'East'"), "");
        var refused = project.migrate("upgrade", "--json");
        assertEquals(4, refused.exitCode());
        assertEquals("half_applied", refused.errorKind());
        assertEquals(List.of("1|West"), database.query("SELECT * FROM ward"));
    }

    @Test
    void dataAloneIsOneTransaction() {
        project.script("a", "", "CREATE TABLE ward (id INTEGER PRIMARY KEY);", "");
        project.script("b", "a", "INSERT INTO ward VALUES (1);\nINSERT INTO ward VALUES (1);", "");
        assertEquals(1, project.migrate("upgrade").exitCode());
        assertEquals(List.of(), database.query("SELECT * FROM ward"));
        assertEquals(List.of(), journal());
    }

    @Test
    void aSessionStatementIsSaidAgain() {
        project.script("a", "", """
                CREATE TABLE ward (id INTEGER PRIMARY KEY);
                CREATE TABLE bed (id INTEGER PRIMARY KEY, ward INTEGER, FOREIGN KEY (ward) REFERENCES ward (id));
                """, "");
        assertEquals(0, project.migrate("upgrade").exitCode());
        var step = """
                -- revision: b
                -- revises: a
                -- Orphans

                -- migrate:up transaction:false
                SET foreign_key_checks = 0;
                ALTER TABLE bed ADD COLUMN n %s;
                INSERT INTO bed (id, ward) VALUES (1, 99);
                """;
        project.file("b.sql", step.formatted("NOTYPE"));
        assertEquals(1, project.migrate("upgrade").exitCode());
        project.file("b.sql", step.formatted("INTEGER"));
        // What a session statement is, the dialect knows; the row goes in only if it was said again.
        var second = project.migrate("upgrade");
        assertEquals(0, second.exitCode(), second.err());
        assertEquals(List.of("1|99"), database.query("SELECT id, ward FROM bed"));
    }

    @Test
    void javaThatChangesTheSchemaAndFailsIsHalfApplied() {
        project.file("a.java", """
                // revision: a
                // revises:
                // A table and a mistake
                class A implements Migration {
                    public void up(Op op) {
                        op.execute("CREATE TABLE ward (id INTEGER PRIMARY KEY)");
                        op.execute("INSERT INTO nowhere VALUES (1)");
                    }
                }
                """);
        var failed = project.migrate("upgrade");
        assertEquals(1, failed.exitCode());
        assertTrue(failed.err().contains("committed a part of it by itself"), failed.err());
        assertEquals(1, database.query("SHOW TABLES LIKE 'ward'").size());
        var refused = project.migrate("upgrade", "--json");
        assertEquals(4, refused.exitCode(), refused.out());
        assertEquals("half_applied", refused.errorKind());

        database.execute("DROP TABLE ward");
        assertEquals(0, project.migrate("repair", "a", "--as", "pending", "--reason", "dropped by hand").exitCode());
        assertEquals(List.of(), journal());
    }

    @Test
    void javaThatChangesTheSchemaIsRecorded() {
        project.file("a.java", """
                // revision: a
                // revises:
                // A table and a row
                class A implements Migration {
                    public void up(Op op) {
                        op.execute("CREATE TABLE ward (id INTEGER PRIMARY KEY)");
                        op.execute("INSERT INTO ward VALUES (1)");
                        op.handle().execute("ALTER TABLE ward ADD COLUMN n INTEGER");
                    }
                }
                """);
        var result = project.migrate("upgrade");
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("1|null"), database.query("SELECT * FROM ward"));
        assertEquals(List.of("a|1"), database.query("SELECT revision, event FROM migrate_revision"));
        assertEquals(List.of(), journal());
    }

    @Test
    void severalThingsAreDroppedOneByOne() {
        project.script("a", "", "CREATE TABLE ward (id INTEGER PRIMARY KEY);\nCREATE TABLE bed (id INTEGER);", "");
        project.script("b", "a", "DROP TABLE ward, nothing, bed;", "");
        assertEquals(0, project.migrate("upgrade", "a").exitCode());
        assertEquals(1, project.migrate("upgrade").exitCode());
        assertEquals(1, database.query("SHOW TABLES LIKE 'bed'").size());
        assertEquals(List.of("b|up|1|1"), journal());
        database.execute("CREATE TABLE nothing (id INTEGER)");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of(), database.query("SHOW TABLES LIKE 'bed'"));
    }

    @Test
    void rowsOfTablesWithoutTransactionsNeedTheMark() {
        project.script("a", "", "CREATE TABLE staging (id INTEGER) ENGINE = MyISAM;", "");
        project.script("b", "a", "INSERT INTO staging VALUES (1);", "");
        assertEquals(0, project.migrate("upgrade", "a").exitCode());
        var refused = project.migrate("upgrade", "--json");
        assertEquals("forbidden_statement", refused.errorKind());
        assertEquals(List.of(), database.query("SELECT * FROM staging"));
        project.script("b", "a", "-- migrate:repeatable\nINSERT INTO staging VALUES (1);", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("1"), database.query("SELECT * FROM staging"));
    }

    @Test
    void aTableThatLosesItsTransactionsIsNoticed() {
        project.script("a", "", "CREATE TABLE staging (id INTEGER);", "");
        project.script("b", "a", "INSERT INTO staging VALUES (1);", "");
        project.script("c", "b", "ALTER TABLE staging ENGINE = MyISAM;", "");
        project.script("d", "c", "INSERT INTO staging VALUES (2);", "");

        assertEquals("forbidden_statement", project.migrate("upgrade", "--json").errorKind());

        assertEquals(List.of("1"), database.query("SELECT * FROM staging"));
    }

    @Test
    void aTableOfThatNameInAnotherDatabaseIsAnotherOne() {
        try (var other = Server.MARIADB.database()) {
            other.execute("CREATE TABLE staging (id INTEGER) ENGINE = MyISAM", "CREATE TABLE bed (id INTEGER)");
            project.script("a", "", "CREATE TABLE staging (id INTEGER); CREATE TABLE bed (id INTEGER);", "");
            project.script("b", "a", "INSERT INTO staging VALUES (1); UPDATE bed SET id = 2;", "");
            assertEquals(0, project.migrate("upgrade").exitCode());

            project.script("c", "b", "INSERT INTO staging VALUES (2); INSERT INTO %1$s.bed VALUES (1); "
                    .formatted(other.name()) + "INSERT INTO %1$s.staging VALUES (1);".formatted(other.name()), "");
            assertEquals("forbidden_statement", project.migrate("upgrade", "--json").errorKind());
            assertEquals(List.of("1"), database.query("SELECT * FROM staging"));
        }
    }

    @Test
    void javaThatOnlyChangesRowsIsRolledBack() {
        project.script("a", "", "CREATE TABLE ward (id INTEGER PRIMARY KEY);", "");
        project.file("b.java", """
                // revision: b
                // revises: a
                // Rows and a mistake
                class B implements Migration {
                    public void up(Op op) {
                        op.execute("INSERT INTO ward VALUES (1)");
                        op.execute("INSERT INTO nowhere VALUES (1)");
                    }
                }
                """);
        var failed = project.migrate("upgrade");
        assertEquals(1, failed.exitCode());
        assertFalse(failed.err().contains("by itself"), failed.err());
        assertEquals(List.of(), database.query("SELECT * FROM ward"));
        assertEquals(List.of(), journal());
    }

    @Test
    void repeatableScriptsRunAgainUntilTheirRecord() {
        project.script("a", "", "CREATE TABLE ward (id INTEGER PRIMARY KEY);", "");
        project.file("repeatable/views.sql", """
                CREATE OR REPLACE VIEW one AS SELECT id FROM ward;
                CREATE OR REPLACE VIEW two AS SELECT nothing FROM ward;
                """);
        assertEquals(1, project.migrate("upgrade").exitCode());
        project.file("repeatable/views.sql", """
                CREATE OR REPLACE VIEW one AS SELECT id FROM ward;
                CREATE OR REPLACE VIEW two AS SELECT id FROM one;
                """);
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("views.sql"), database.query("SELECT name FROM migrate_repeatable"));
        assertTrue(project.migrate("upgrade").out().contains("Nothing to do"));
    }
}
