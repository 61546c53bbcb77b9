package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.database.postgres.ServerKind;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Scripts on PostgreSQL: what they may say, what stands of one that fails, and how that is told. */
class ScriptsTest {
    @TempDir
    Path folder;
    TestDatabase database;
    Project project;

    @BeforeEach
    void open() {
        database = Server.POSTGRES.database();
        project = new Project(folder).on(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aScriptThatFailsLeavesNothing() {
        project.script("a", "", """
                CREATE TABLE ward (id integer PRIMARY KEY);
                INSERT INTO ward VALUES (1);
                SELECT id,
                    beds
                FROM ward;""", "");

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains(
                "migrations/a.sql:9: column \"beds\" does not exist (line 10)."), result.err());
        assertTrue(result.err().contains("Nothing of this script was kept."), result.err());
        assertEquals(List.of(), project.query(
                "SELECT relname FROM pg_class WHERE relname IN ('ward', 'migrate_event')"));
    }

    @Test
    void whatTheServerAdvisesIsSaidBesideWhatStandsAndNotWhereItWouldLoseSomething() {
        database.execute("CREATE TABLE ward (at timestamp)", "CREATE VIEW wards AS SELECT * FROM ward");
        project.script("a", "", "UPDATE ward SET at = 'x'::varchar;", "");

        var cast = project.migrate("upgrade").err();

        assertTrue(cast.contains("You will need to rewrite or cast the expression.\n"), cast);
        assertTrue(cast.contains("Nothing of this script was kept."), cast);
        project.script("a", "", "DROP TABLE ward;", "");
        var drop = project.migrate("upgrade").err();
        assertTrue(drop.contains("(view wards depends on table ward)") && !drop.contains("CASCADE"), drop);
        assertTrue(drop.contains("Nothing of this script was kept."), drop);
    }

    @Test
    void valuesOfRowsAreNotInTheMessage() {
        project.script("a", "", """
                CREATE TABLE patient (number text PRIMARY KEY);
                INSERT INTO patient VALUES ('secret-4711');
                INSERT INTO patient VALUES ('secret-4711');""", "");

        var result = project.migrate("upgrade", "-v");

        assertTrue(result.err().contains("Key (number) already exists"), result.err());
        // The statement is the script's own, and shown; the row is in the server's answer only.
        assertFalse(result.err().contains("=(secret-4711)"), result.err());
    }

    @Test
    void bodiesRunAsTheyStand() {
        project.script("a", "", """
                CREATE TABLE log (said text);
                CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $body$
                BEGIN
                    INSERT INTO log VALUES (E'it\\'s; ' || TG_NAME || $$ ? $$);
                    RETURN NEW;
                END;
                $body$;
                CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT n * 2; END;
                CREATE TABLE ward (id integer);
                CREATE TRIGGER noted AFTER INSERT ON ward FOR EACH ROW EXECUTE FUNCTION note();
                INSERT INTO ward SELECT twice(4);
                INSERT INTO log SELECT '{"a": 1}'::jsonb ? 'a';""", "");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("it's; noted ? ", "true"), project.query("SELECT said FROM log"));
        assertEquals(List.of("8"), project.query("SELECT id FROM ward"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "ABORT", "VACUUM ward", "CREATE INDEX CONCURRENTLY i ON ward (id)",
        "CREATE UNIQUE INDEX CONCURRENTLY i ON ward (id)", "DROP INDEX CONCURRENTLY i", "REINDEX INDEX CONCURRENTLY i",
        "CREATE DATABASE other", "ALTER SYSTEM SET work_mem = '1MB'", "ALTER TABLE a DETACH PARTITION b CONCURRENTLY"})
    void whatCannotBeInATransactionIsRefusedBeforeAnythingRuns(String statement) {
        project.script("a", "", "CREATE TABLE ward (id integer);\n" + statement + ";", "");

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("transaction:false"), result.err());
        assertEquals(List.of(), project.query("SELECT relname FROM pg_class WHERE relname = 'ward'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY ward FROM stdin", "PREPARE TRANSACTION 'x'", "SET datestyle = German, DMY",
        "SET LOCAL DateStyle TO 'SQL, MDY'", "SET client_encoding = 'LATIN1'", "SET NAMES 'WIN1252'",
        "SET standard_conforming_strings = off"})
    void whatNoScriptCanSayIsRefused(String statement) {
        project.script("a", "", statement + ";", "");

        assertEquals("forbidden_statement", project.migrate("upgrade", "--json").errorKind());
    }

    @Test
    void aSessionEndsWithItsScript() {
        project.script("a", "", """
                SET search_path = pg_catalog;
                SET work_mem = '7MB';
                CREATE TEMP TABLE kept (id integer);""", "");
        project.script("b", "a", """
                CREATE TABLE seen AS SELECT current_setting('work_mem') AS mem, current_setting('TimeZone') AS zone,
                    to_regclass('pg_temp.kept') IS NULL AS gone, current_setting('application_name') AS name;""", "");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("4MB|UTC|t|migrate"), project.query("SELECT mem, zone, gone, name FROM public.seen"));
    }

    @Test
    void ordersOfDaysAndUtf8MayBeSaid() {
        project.script("a", "", """
                SET datestyle = 'ISO, DMY';
                SET LOCAL datestyle TO MDY;
                SET client_encoding = 'UTF8';
                SET NAMES 'utf-8';
                SET standard_conforming_strings = on;""", "");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void recordsAreWrittenWhereTheyBelongWhateverABlockOrAFunctionSets() {
        database.execute("CREATE SCHEMA lab");
        project.script("a", "", """
                DO $$BEGIN SET LOCAL search_path = lab; END$$;
                CREATE TABLE sample (id integer);""", "");
        project.script("b", "a", """
                CREATE FUNCTION public.away() RETURNS text LANGUAGE sql AS
                    $$SELECT pg_catalog.set_config('search_path', 'lab', false)$$;
                SELECT public.away();
                CREATE TABLE ward (id integer);""", "");
        project.script("c", "b", "CREATE TABLE ward (id integer);", "");

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("lab.sample", "lab.ward", "public.ward"), project.query("""
                SELECT schemaname || '.' || tablename AS name FROM pg_tables
                WHERE tablename IN ('sample', 'ward') ORDER BY name"""));
        assertEquals("c (head)\n", project.migrate("current").out());
    }

    @Test
    void aScriptWithoutATransactionKeepsWhatItSetsForItself() {
        database.execute("CREATE SCHEMA lab");
        project.file("a.sql", """
                -- revision: a
                -- revises:

                -- migrate:up transaction:false
                SELECT pg_catalog.set_config('search_path', 'lab', false);
                SET search_path = lab;
                CREATE TABLE sample (id integer);
                INSERT INTO sample VALUES (1);
                CREATE INDEX CONCURRENTLY sample_id ON sample (id);
                """);

        var result = project.migrate("upgrade");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("1"), project.query("SELECT id FROM lab.sample"));
        assertEquals("a (head)\n", project.migrate("current").out());
    }

    @Test
    void rowsOfATableInCapitalLettersAreNotLostUntold() {
        database.execute("CREATE TABLE ward (id integer)", "INSERT INTO ward VALUES (1)",
                "CREATE TABLE \"Ward\" (id integer)");
        project.script("a", "", "DROP TABLE Ward;", "");

        assertEquals("hazard", project.migrate("upgrade", "--json").errorKind());

        project.script("a", "", "DROP TABLE \"Ward\";", "");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedAndHowToMakeIt() {
        project.script("a", "", "SELECT 1;", "").environment("DB_RESTRACK", database.server().url("nowhere"));

        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("createdb nowhere"), result.err());
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithoutThePassword() throws Exception {
        project.script("a", "", "SELECT 1;", "").environment("DB_RESTRACK",
                "postgresql://app:hunter2@127.0.0.1:" + Server.freePort() + "/app");

        var result = project.migrate("upgrade", "-v");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("cannot be reached"), result.err());
        assertTrue(result.err().contains("127.0.0.1"), result.err());
        assertFalse(result.err().contains("hunter2"), result.err());
    }

    @Test
    void whoMayNotIsToldSo() {
        database.execute("CREATE ROLE reader_" + database.name() + " LOGIN");
        try {
            project.script("a", "", "CREATE TABLE ward (id integer);", "").environment("DB_RESTRACK",
                    database.url().replace("postgres@", "reader_" + database.name() + "@"));

            var result = project.migrate("upgrade");

            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("may not do that"), result.err());
        } finally {
            database.execute("DROP ROLE reader_" + database.name());
        }
    }

    @Test
    void aDatabaseThatIsReadOnlyIsToldSo() {
        database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");
        project.script("a", "", "CREATE TABLE ward (id integer);", "");

        assertEquals("read_only", project.migrate("upgrade", "--json").errorKind());
    }

    @Test
    void serversAreToldApart() {
        assertEquals(15, ServerKind.of("PostgreSQL 15.8 (Debian 15.8-0+deb12u1) on x86_64-pc-linux-gnu").major());
        var cockroach = ServerKind.of("CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/09/27)");
        var yugabyte = ServerKind.of("PostgreSQL 11.2-YB-2.20.1.0-b0 on x86_64-pc-linux-gnu, compiled by clang");
        assertEquals("CockroachDB", cockroach.name());
        assertFalse(cockroach.transactionalDdl());
        assertEquals("YugabyteDB", yugabyte.name());
        assertFalse(yugabyte.transactionalDdl());
        assertTrue(ServerKind.POSTGRES.transactionalDdl());
    }
}
