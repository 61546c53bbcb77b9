package tests.adopt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;

/** What the tables of other tools mean, and that nobody writes to them. */
class HistoriesTest {
    private static final String FLYWAY = """
            CREATE TABLE "flyway_schema_history" (installed_rank INT NOT NULL PRIMARY KEY, version VARCHAR(50),
                description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT NULL,
                checksum INT, installed_by VARCHAR(100) NOT NULL,
                installed_on TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
                execution_time INT NOT NULL, success BOOLEAN NOT NULL);""";
    private static final String LIQUIBASE = """
            CREATE TABLE DATABASECHANGELOG (ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255) NOT NULL,
                FILENAME VARCHAR(255) NOT NULL, DATEEXECUTED TEXT NOT NULL, ORDEREXECUTED INT NOT NULL,
                EXECTYPE VARCHAR(10) NOT NULL, MD5SUM VARCHAR(35));
            CREATE TABLE DATABASECHANGELOGLOCK (ID INT NOT NULL PRIMARY KEY, LOCKED BOOLEAN NOT NULL,
                LOCKGRANTED TEXT, LOCKEDBY VARCHAR(255));
            INSERT INTO DATABASECHANGELOGLOCK VALUES (1, 0, NULL, NULL);""";

    @TempDir
    Path folder;
    private Project project;

    /** Three scripts, of which the third changes rows alone; the database is at the third, or at the second. */
    @BeforeEach
    void makeTables() {
        project = new Project(folder)
                .file("V1__first.sql", "CREATE TABLE a (x TEXT);")
                .file("V1.1__second.sql", "CREATE TABLE b (y TEXT);")
                .file("V2__third.sql", "INSERT INTO a VALUES ('third');")
                .file("/data/.keep", "");
        project.execute("CREATE TABLE a (x TEXT); CREATE TABLE b (y TEXT); INSERT INTO a VALUES ('third')");
    }

    private void flyway(int rank, String version, String type, int success) {
        project.execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, "
                + "installed_by, execution_time, success) VALUES (%d, %s, 'd', '%s', 's%d', 'me', 1, %d)"
                .formatted(rank, version == null ? "NULL" : "'" + version + "'", type, rank, success));
    }

    private void liquibase(int order, String id, String author, String type) {
        project.execute("INSERT INTO DATABASECHANGELOG VALUES ('%s', '%s', 'f.xml', 'now', %d, '%s', NULL)"
                .formatted(id, author, order, type));
    }

    private List<String> adopted() {
        var before = Everything.of(project);
        var result = project.migrate("adopt");
        assertEquals(0, result.exitCode(), result.out() + result.err());
        assertEquals(before, Everything.of(project));
        return project.query("SELECT revision, origin FROM migrate_revision ORDER BY event");
    }

    @Test
    void flywaysVersionsAreTheOnesOfItsFiles() {
        project.execute(FLYWAY);
        flyway(3, "2", "SQL", 1);
        flyway(1, "1", "SQL", 1);
        flyway(2, "1.1", "SQL", 1);
        flyway(4, null, "SQL", 1);

        assertEquals(List.of("1|flyway 1", "1.1|flyway 1.1", "2|flyway 2"), adopted());

        assertEquals("Nothing to do. The database is at 2 (head).\n", project.migrate("upgrade").out());
    }

    @Test
    void whatFlywayHasUndoneIsNotApplied() {
        project.execute(FLYWAY);
        flyway(1, "1", "SQL", 1);
        flyway(2, "1.1", "SQL", 1);
        flyway(3, "2", "SQL", 1);
        flyway(4, "2", "UNDO_SQL", 1);

        assertEquals(List.of("1|flyway 1", "1.1|flyway 1.1"), adopted());
    }

    @Test
    void flywaysBaselineIsAllThatIsNotNewer() {
        project.execute(FLYWAY);
        flyway(1, "1.1", "BASELINE", 1);
        flyway(2, "2", "SQL", 1);

        assertEquals(List.of("1|flyway 1.1", "1.1|flyway 1.1", "2|flyway 2"), adopted());
    }

    @Test
    void whatFlywaySaysFailedIsSaidAndNotApplied() {
        project.execute(FLYWAY);
        flyway(1, "1", "SQL", 1);
        flyway(2, "1.1", "SQL", 1);
        flyway(3, "2", "SQL", 0);

        var result = project.migrate("adopt");

        assertTrue(result.err().contains("Flyway says that 2 failed."), result.err());
        assertTrue(result.out().endsWith("The database is at 1.1.\n"), result.out());
    }

    @Test
    void anOldTableOfFlywaysCountsAndOneOfSomebodyElseDoesNot() {
        project.execute(FLYWAY.replace("flyway_schema_history", "schema_version"));
        project.execute("INSERT INTO schema_version (installed_rank, version, description, type, script, "
                + "installed_by, execution_time, success) VALUES (1, '1', '', 'SQL', '', '', 1, 1), "
                + "(2, '1.1', '', 'SQL', '', '', 1, 1)");
        assertEquals(List.of("1|flyway 1", "1.1|flyway 1.1"), adopted());

        project.execute("DROP TABLE schema_version; CREATE TABLE schema_version (n INT); DROP TABLE migrate_revision");
        assertEquals("several_fit", project.migrate("adopt", "--json").errorKind());
    }

    @Test
    void liquibasesChangeSetsAreFoundByIdOrByAuthorAndId() {
        project = new Project(folder.resolve("l"))
                .file("001_x.sql", "CREATE TABLE a (x TEXT);")
                .file("ann-2.sql", "-- revision: ann_2\n-- migrate:up\nCREATE TABLE b (y TEXT);\n")
                .file("bob-2.sql", "-- revision: bob_2\n-- migrate:up\nCREATE TABLE c (z TEXT);\n")
                .file("/data/.keep", "");
        project.execute("CREATE TABLE a (x TEXT); CREATE TABLE b (y TEXT); CREATE TABLE c (z TEXT);" + LIQUIBASE);
        liquibase(3, "2", "Bob", "MARK_RAN");
        liquibase(2, "2", "Ann", "RERAN");
        liquibase(1, "1", "Ann", "EXECUTED");
        liquibase(4, "3", "Ann", "SKIPPED");

        assertEquals(List.of("001|liquibase 1", "ann_2|liquibase Ann-2", "bob_2|liquibase Bob-2"), adopted());
    }

    @Test
    void whileLiquibaseIsAtWorkNothingIsAdopted() {
        project.execute(LIQUIBASE + "UPDATE DATABASECHANGELOGLOCK SET LOCKED = 1, LOCKGRANTED = '2026-01-01', "
                + "LOCKEDBY = 'host (1.2.3.4)'");

        var result = project.migrate("adopt");

        assertEquals(5, result.exitCode());
        assertTrue(result.err().contains("DATABASECHANGELOGLOCK has been locked since 2026-01-01 by host (1.2.3.4)."),
                result.err());
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());
    }

    @Test
    void dbmateListsEachVersion() {
        project.execute("CREATE TABLE schema_migrations (version VARCHAR(128) PRIMARY KEY); "
                + "INSERT INTO schema_migrations VALUES ('01'), ('1_1')");

        assertEquals(List.of("1|dbmate 01", "1.1|dbmate 1_1"), adopted());
    }

    @Test
    void golangMigrateKeepsTheNewestAlone() {
        project.execute("CREATE TABLE schema_migrations (version UINT64, dirty BOOL); "
                + "INSERT INTO schema_migrations VALUES (2, 0)");

        assertEquals(List.of("1|golang-migrate 2", "1.1|golang-migrate 2", "2|golang-migrate 2"), adopted());
    }

    @Test
    void aDirtyVersionOfGolangMigrateIsDoubtAndNoAnswer() {
        project.execute("CREATE TABLE schema_migrations (version UINT64, dirty BOOL); "
                + "INSERT INTO schema_migrations VALUES (2, 1)");

        var result = project.migrate("adopt");

        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("golang-migrate was interrupted in 2 (dirty)."), result.err());
        assertFalse(result.err().contains("is empty"), result.err());
    }

    @Test
    void ofGooseTheNewestRowOfAVersionCounts() {
        project.execute("CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, "
                + "version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP); "
                + "INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (1, 1), (2, 1), (2, 0)");
        project.file("V1.1__second.sql", "-- revision: 11\n-- revises: 1\n-- migrate:up\nCREATE TABLE b (y TEXT);\n");
        project.execute("INSERT INTO goose_db_version (version_id, is_applied) VALUES (11, 1)");

        assertEquals(List.of("1|goose 1", "11|goose 11"), adopted());
    }

    @Test
    void alembicKeepsHeadsAndMeansAllBeforeThem() {
        project.script("left", "2", "CREATE TABLE c (n INT);", "").script("right", "2", "CREATE TABLE d (n INT);", "");
        project.execute("""
                CREATE TABLE c (n INT); CREATE TABLE d (n INT);
                CREATE TABLE Alembic_Version (version_num VARCHAR(32) NOT NULL);
                INSERT INTO Alembic_Version VALUES ('left'), ('right')""");

        assertEquals(5, adopted().size());
        assertEquals(List.of("1|alembic left", "right|alembic right"), project.query(
                "SELECT revision, origin FROM migrate_revision WHERE revision IN ('1', 'right') ORDER BY 1"));
    }

    @Test
    void whatNoScriptAnswersToIsNamed() {
        project.execute("CREATE TABLE schema_migrations (version VARCHAR(128) PRIMARY KEY); "
                + "INSERT INTO schema_migrations VALUES ('1'), ('1.1'), ('2'), ('77')");

        var result = project.migrate("adopt");

        assertEquals(0, result.exitCode());
        assertTrue(result.err().contains("No script of this folder is what dbmate calls 77."), result.err());
    }

    @Test
    void aHistoryWithoutTheBeginningOfTheFolderIsNoAnswerAndTheSchemaIs() {
        project.file("V2__third.sql", "CREATE TABLE c (z TEXT);");
        project.execute("CREATE TABLE c (z TEXT); CREATE TABLE schema_migrations (version VARCHAR(128) PRIMARY KEY); "
                + "INSERT INTO schema_migrations VALUES ('before'), ('1.1'), ('2')");
        project.file("V1.1__second.sql", "CREATE INDEX i ON a (x); CREATE TABLE b (y TEXT);");
        project.execute("CREATE INDEX i ON a (x)");

        assertEquals(List.of("1|recognised", "1.1|dbmate 1.1", "2|dbmate 2"), adopted());
    }

    @Test
    void anIdThatTwoScriptsCouldBeIsNeither() {
        project.file("x.sql", "-- revision: 01\n-- revises: 2\n-- migrate:up\nCREATE TABLE x (n INT);\n");
        project.execute("CREATE TABLE schema_migrations (version VARCHAR(128) PRIMARY KEY); "
                + "INSERT INTO schema_migrations VALUES ('001'), ('1.1'), ('2')");

        assertTrue(project.migrate("adopt", "--dry-run").err().contains("dbmate calls 001."));
    }

    private void squash() {
        for (var file : List.of("V1__first.sql", "V1.1__second.sql", "V2__third.sql")) {
            assertTrue(folder.resolve("migrations").resolve(file).toFile().delete());
        }
        project.file("V3__fourth.sql", "-- revision: 3\n-- revises: 2\n-- migrate:up\nCREATE TABLE c (z TEXT);\n")
                .file("V2__all.sql", "-- revision: all\n-- revises:\n-- replaces: 1, 1.1, 2\n-- migrate:up\n"
                        + "CREATE TABLE a (x TEXT);\nCREATE TABLE b (y TEXT);\nINSERT INTO a VALUES ('third');\n");
    }

    @Test
    void aHistoryThatSaysAllOfASquashMeansTheSquash() {
        squash();
        project.execute("CREATE TABLE schema_migrations (version VARCHAR(128) PRIMARY KEY); "
                + "INSERT INTO schema_migrations VALUES ('01'), ('1.1'), ('2')");

        assertEquals(List.of("all|dbmate 2"), adopted());
    }

    @Test
    void alembicsHeadThatIsTheLastOfASquashMeansTheSquash() {
        squash();
        project.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL); "
                + "INSERT INTO alembic_version VALUES ('2')");

        assertEquals(List.of("all|alembic 2"), adopted());
    }

    @Test
    void aHistoryThatSaysAPartOfASquashIsRefusedAlthoughTheSchemaFits() {
        squash();
        project.execute("DELETE FROM a; CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL); "
                + "INSERT INTO alembic_version VALUES ('1.1')");

        var result = project.migrate("adopt");

        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("alembic_version says 1.1, and that is only a part of what was squashed into "
                + "all (all): 1, 1.1, 2. Nothing was changed."), result.err());
        assertTrue(result.err().contains("`migrate upgrade 2` there"), result.err());
        assertEquals("within_squash", project.migrate("adopt", "--align", "--json").errorKind());
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());

        assertEquals(0, project.migrate("adopt", "--as", "all").exitCode());
        assertEquals(List.of("all|as told"), project.query("SELECT revision, origin FROM migrate_revision"));
    }

    @Test
    void whatStoppedHalfWayAndChangesRowsIsNotGuessedFromItsTables() {
        project.file("V2__third.sql", "CREATE TABLE c (z TEXT);\nINSERT INTO c VALUES ('must be there');\n");
        project.execute("CREATE TABLE c (z TEXT); CREATE TABLE schema_migrations (version UINT64, dirty BOOL); "
                + "INSERT INTO schema_migrations VALUES (2, 1)");

        var result = project.migrate("adopt");

        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("whether what 2 does to rows was done cannot be known."), result.err());
        assertEquals("not_recognised", project.migrate("adopt", "--align", "--json").errorKind());
        assertTrue(project.query("SELECT 1 FROM sqlite_schema WHERE name LIKE 'migrate%'").isEmpty());
        assertEquals("The database is at 2 (head).", project.migrate("adopt", "--as", "2").out().lines()
                .reduce((first, second) -> second).orElseThrow());
    }

    @Test
    void whatFlywayFailedAtAndChangesRowsIsNotGuessedFromItsTables() {
        project.file("V2__third.sql", "CREATE TABLE c (z TEXT);\nINSERT INTO c VALUES ('must be there');\n");
        project.execute("CREATE TABLE c (z TEXT);" + FLYWAY);
        flyway(1, "1", "SQL", 1);
        flyway(2, "1.1", "SQL", 1);
        flyway(3, "2", "SQL", 0);

        assertEquals("not_recognised", project.migrate("adopt", "--json").errorKind());
    }
}
