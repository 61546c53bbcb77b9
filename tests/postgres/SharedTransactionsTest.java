package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.database.postgres.PostgresDialect;
import restrack.sql.Statements;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Scripts that only make new things share a transaction, and nobody can tell from the outcome. */
class SharedTransactionsTest {
    private static final PostgresDialect DIALECT = new PostgresDialect();

    @TempDir
    Path folder;

    private static boolean mayShare(String script) {
        return DIALECT.rules().mayShareTransaction(Statements.of(script, DIALECT.syntax()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TABLE ward (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, hospital int REFERENCES hospital)",
        "CREATE TABLE IF NOT EXISTS ward (id int); COMMENT ON TABLE ward IS 'AS SELECT'",
        "CREATE TABLE lab.ward (id int); CREATE UNIQUE INDEX IF NOT EXISTS i ON lab.ward (lower(id::text))",
        "CREATE TABLE ward (id int); ALTER TABLE ONLY ward ADD CONSTRAINT k FOREIGN KEY (id) REFERENCES hospital",
        "CREATE TYPE mood AS ENUM ('good'); CREATE DOMAIN d AS text; CREATE SEQUENCE s; CREATE SCHEMA lab",
        "CREATE VIEW wards AS SELECT * FROM ward",
    })
    void whatMakesNewThingsShares(String script) {
        assertEquals(true, mayShare(script));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // They may take long, and what was made before them would be locked for as long.
        "CREATE INDEX i ON ward (id)", "CREATE TABLE ward AS SELECT 1", "CREATE TABLE ward AS TABLE other",
        "CREATE TABLE ward AS VALUES (1)", "CREATE TABLE ward AS EXECUTE q", "ALTER TABLE ward ADD COLUMN x int",
        "CREATE TABLE IF NOT EXISTS ward (id int); CREATE INDEX i ON ward (id)",
        "CREATE TABLE ward (id int); CREATE INDEX i ON lab.ward (id)",
        "CREATE TABLE ward (id int) PARTITION BY LIST (id); ALTER TABLE ward ATTACH PARTITION old DEFAULT",
        "CREATE TABLE part PARTITION OF ward DEFAULT", "CREATE TABLE ward (LIKE other)",
        "CREATE TABLE ward () INHERITS (other)", "CREATE MATERIALIZED VIEW v AS SELECT 1",
        // What they take out of a sequence is not put back with them.
        "INSERT INTO ward VALUES (1)", "SELECT f()",
        // They stay in the session, or replace what somebody uses.
        "CREATE TEMP TABLE ward (id int)", "SET search_path = lab", "CREATE OR REPLACE VIEW v AS SELECT 1",
        "CREATE SCHEMA lab CREATE TABLE ward AS SELECT 1", "DROP TABLE ward",
        "CREATE TABLE ward (id int); INSERT INTO ward VALUES (1)",
    })
    void whatMayTakeLongOrCannotBeTakenBackStandsAlone(String script) {
        assertEquals(false, mayShare(script));
    }

    @Test
    void neighboursShareOneTransactionAndSequencesHaveNoGaps() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            project.script("a", "", "CREATE TABLE ward (id serial PRIMARY KEY, name text);", "");
            project.script("b", "a", "CREATE TABLE bed (id int); CREATE INDEX i ON bed (id);", "");
            project.script("c", "b", "INSERT INTO ward (name) VALUES ('West');", "");
            project.script("d", "c", "CREATE TABLE ward_bed (ward int REFERENCES ward);", "");
            project.script("e", "d", "CREATE TABLE bed (oops int);", "");

            assertEquals(1, project.migrate("upgrade").exitCode());

            assertEquals(List.of("a", "b", "c", "d"),
                    project.query("SELECT revision FROM migrate_revision ORDER BY event"));
            assertEquals(List.of("a,b", "c", "d"), project.query("""
                    SELECT string_agg(revision, ',' ORDER BY event) FROM migrate_revision
                    GROUP BY xmin::text ORDER BY min(event)"""));
            project.script("e", "d", "INSERT INTO ward (name) VALUES ('East');", "");
            assertEquals(0, project.migrate("upgrade").exitCode());
            assertEquals(List.of("1|West", "2|East"), project.query("SELECT * FROM ward ORDER BY id"));
        }
    }

    private Project fourNewTables(TestDatabase database) {
        var project = new Project(folder).on(database);
        project.script("a", "", "CREATE TABLE a (id int);", "");
        project.script("b", "a", "CREATE TABLE b (id int);", "");
        project.script("c", "b", "CREATE TABLE c (hospital int REFERENCES hospital);", "");
        project.script("d", "c", "CREATE TABLE d (id int);", "");
        database.execute("CREATE TABLE hospital (id int PRIMARY KEY)");
        return project;
    }

    @Test
    void scriptsBeforeOneThatHasToWaitAreAppliedWhateverComesOfIt() throws SQLException {
        try (var database = Server.POSTGRES.database(); var other = database.open();
             var statement = other.createStatement()) {
            var project = fourNewTables(database);
            other.setAutoCommit(false);
            statement.execute("INSERT INTO hospital VALUES (1)");

            var busy = project.migrate("upgrade", "--lock-timeout", "300ms");

            assertEquals(5, busy.exitCode());
            assertTrue(busy.err().contains("c.sql:7: a lock was not to be had"), busy.err());
            assertEquals(List.of("a", "b"), project.query("SELECT revision FROM migrate_revision ORDER BY event"));
            other.rollback();
            assertEquals(0, project.migrate("upgrade").exitCode());
        }
    }

    @Test
    void aConnectionLostInTheCommitOfSeveralIsToldWithAllOfThem() {
        try (var database = Server.POSTGRES.database()) {
            var project = fourNewTables(database);
            assertEquals(0, project.migrate("upgrade", "a").exitCode());
            database.execute("""
                    CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS
                    $$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END$$""", """
                    CREATE TRIGGER leave BEFORE INSERT ON migrate_event FOR EACH ROW WHEN (NEW.subject = 'd')
                    EXECUTE FUNCTION leave()""");

            var lost = project.migrate("upgrade");

            assertEquals(1, lost.exitCode());
            assertTrue(lost.err().contains("b.sql, "), lost.err());
            assertTrue(lost.err().contains("d.sql: The connection was lost while the transaction was being committed, "
                    + "and it has been rolled back."), lost.err());
            assertEquals(List.of("a"), project.query("SELECT revision FROM migrate_revision"));
        }
    }
}
