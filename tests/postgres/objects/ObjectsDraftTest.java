package tests.postgres.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Project;
import tests.Result;
import tests.servers.Server;

/** Drafts of what is not a table, from models to the database and back. */
class ObjectsDraftTest {
    @TempDir
    private Path folder;

    private static Result done(Result result) {
        assertEquals(0, result.exitCode(), result.out() + result.err());
        return result;
    }

    private static String draft(Path folder) {
        try (var files = Files.list(folder.resolve("migrations"))) {
            return Files.readString(files.filter(it -> it.toString().endsWith(".sql")).findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aColumnUnderAChainOfViewsGetsAnotherType() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            var views = """
                    CREATE VIEW big AS SELECT id, beds FROM ward WHERE beds > 10;
                    CREATE VIEW biggest AS SELECT max(beds) AS beds FROM big;
                    """;
            project.file("/models/ward.sql", "CREATE TABLE ward (id integer PRIMARY KEY, beds integer);\n" + views);
            done(project.revision("-m", "First", "--autogenerate"));
            done(project.migrate("upgrade"));
            database.execute("INSERT INTO ward VALUES (1, 12)");
            var before = PgDump.of(database);

            project.file("/models/ward.sql", "CREATE TABLE ward (id integer PRIMARY KEY, beds bigint);\n" + views);
            done(project.revision("-m", "More beds", "--autogenerate"));
            done(project.migrate("upgrade"));
            done(project.migrate("check"));
            assertEquals(List.of("12"), project.query("SELECT beds FROM biggest"));
            done(project.migrate("downgrade", "-1"));
            assertEquals(before, PgDump.of(database));
            assertEquals(List.of("12"), project.query("SELECT beds FROM biggest"));
        }
    }

    @Test
    void rowsWithAValueThatGoesAreShownBeforeTheyAreInTheWay() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            database.execute("CREATE TYPE mood AS ENUM ('good', 'bad')",
                    "CREATE TABLE ward (id integer PRIMARY KEY, feel mood)", "INSERT INTO ward VALUES (1, 'bad')");
            project.file("/models/ward.sql", "CREATE TYPE mood AS ENUM ('good');\n"
                    + "CREATE TABLE ward (id integer PRIMARY KEY, feel mood);");
            var draft = project.revision("-m", "Only good", "--autogenerate");
            var text = draft(folder);
            assertTrue(text.contains("-- Rows in the way: 1 row of ward has 'bad' in feel"), draft.out() + text);
            assertTrue(text.contains("--     SELECT * FROM ward WHERE feel = 'bad'"), text);
            assertEquals(1, project.migrate("upgrade").exitCode());
            database.execute("UPDATE ward SET feel = 'good'");
            done(project.migrate("upgrade"));
            done(project.migrate("check"));
            done(project.migrate("downgrade", "-1"));
            assertEquals(List.of("1|good"), project.query("SELECT id, feel FROM ward"));
            assertEquals(List.of("good", "bad"), project.query("SELECT unnest(enum_range(NULL::mood))"));
        }
    }

    @Test
    void whatRepeatableScriptsMakeIsLeftAlone() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            database.execute("CREATE TABLE ward (id integer PRIMARY KEY)",
                    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
                    "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n'",
                    "CREATE TRIGGER touch BEFORE INSERT ON ward FOR EACH ROW EXECUTE FUNCTION touch()");
            project.file("/models/ward.sql", "CREATE TABLE ward (id integer PRIMARY KEY);");
            project.file("repeatable/twice.sql", "CREATE OR REPLACE FUNCTION Twice(n integer) RETURNS integer "
                    + "LANGUAGE sql AS 'SELECT n * 2';\nCREATE OR REPLACE FUNCTION touch() RETURNS trigger "
                    + "LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;");
            var changes = project.migrate("check").out();
            assertTrue(changes.contains("trigger touch"), changes);
            assertTrue(!changes.contains("function"), changes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE ROLE reader", "ALTER DATABASE postgres SET work_mem = '1MB'",
        "ALTER SYSTEM SET work_mem = '1MB'", "INSERT INTO ward VALUES (1)", "DROP VIEW v", "SELECT 1"})
    void whatIsNoPartOfTheSchemaIsRefused(String statement) {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            project.file("migrate.properties", "");
            project.file("/models/1.sql", "CREATE TABLE ward (id integer PRIMARY KEY);\n" + statement + ";");
            var check = project.migrate("check");
            assertEquals(1, check.exitCode());
            assertTrue(check.err().contains("models/1.sql:2: `" + statement + "` makes no part of a schema."),
                    check.err());
        }
    }

    @Test
    void oneNameMayBeThatOfSeveralThingsWhereTheDatabaseAllowsIt() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database);
            project.file("/models/1.sql", """
                    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                    CREATE FUNCTION touch(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
                    CREATE TABLE a (id integer PRIMARY KEY);
                    CREATE TABLE b (id integer PRIMARY KEY);
                    CREATE TRIGGER touch BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION touch();
                    CREATE TRIGGER touch BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION touch();
                    CREATE INDEX ON a ((id + 1));
                    CREATE INDEX ON b ((id + 1));
                    DO $$ BEGIN EXECUTE 'CREATE SEQUENCE made'; END $$;
                    COMMENT ON TRIGGER touch ON b IS 'B';
                    GRANT SELECT ON a TO PUBLIC;
                    """);
            done(project.revision("-m", "All", "--autogenerate"));
            done(project.migrate("upgrade"));
            done(project.migrate("check"));
            assertEquals(List.of("2"), project.query("SELECT count(*) FROM pg_trigger WHERE tgname = 'touch'"));

            project.file("/models/2.sql", "CREATE FUNCTION touch(n integer) RETURNS integer LANGUAGE sql "
                    + "AS 'SELECT 1';");
            var twice = project.migrate("check");
            assertEquals(1, twice.exitCode());
            assertTrue(twice.err().contains("models/2.sql:1: touch is created here and at models/1.sql:2."),
                    twice.err());
        }
    }
}
