package tests.postgres.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.servers.Server;

/** The databases that are made to try something in. */
class ScratchTest {
    private static final String NAMES = "SELECT datname FROM pg_database WHERE datname LIKE 'migrate_scratch_%'";

    @Test
    void noneIsLeftNorIsOneOfAKilledRun(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            database.execute("CREATE DATABASE migrate_scratch_1600000000_x");
            var project = new Project(folder).on(database).file("none", "")
                    .file("/models/schema.sql", "CREATE TABLE t (id int);");
            assertEquals(0, project.revision("--autogenerate", "-m", "x").exitCode());
            assertEquals(List.of(), database.query(NAMES + " AND datname LIKE '%1600000000%'"));
        }
    }

    @Test
    void whoMayMakeNoneIsToldWhatToDo(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            database.execute("DROP ROLE IF EXISTS migrate_humble", "CREATE ROLE migrate_humble LOGIN",
                    "ALTER SCHEMA public OWNER TO migrate_humble");
            var project = new Project(folder).on(database).file("none", "")
                    .environment("DB_RESTRACK", database.url().replace("//postgres@", "//migrate_humble@"))
                    .file("/models/schema.sql", "CREATE TABLE t (id int);");
            var refused = project.migrate("check");
            assertEquals(1, refused.exitCode(), refused::toString);
            assertTrue(refused.err().contains("permission denied to create database"), refused::toString);
            assertTrue(refused.err().contains("scratch.url"), refused::toString);
        }
    }

    @Test
    void aDatabaseThatIsThereForItCanBeNamed(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database(); var scratch = Server.POSTGRES.database()) {
            database.execute("CREATE TABLE t (id serial, p int)", "CREATE EXTENSION citext");
            var project = new Project(folder).on(database).file("none", "")
                    .environment("MIGRATE_SCRATCH_URL", scratch.url())
                    .file("/models/schema.sql", "CREATE TABLE t (id int, p bigint REFERENCES p);\n"
                            + "CREATE TABLE p (id bigserial PRIMARY KEY, name citext);");
            var drafted = project.revision("--autogenerate", "-m", "x");
            assertEquals(0, drafted.exitCode(), drafted::toString);
            assertEquals(0, project.migrate("upgrade").exitCode());
            assertEquals("Nothing found.\n", project.migrate("check").out());
            assertEquals(List.of("public"), scratch.query("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' "
                    + "AND nspname <> 'information_schema'"));
            assertEquals(List.of(), scratch.query("SELECT relname FROM pg_class WHERE relkind = 'r' "
                    + "AND relnamespace = 'public'::regnamespace"));
        }
    }

    @Test
    void theModelsMeanInItWhatTheyMeanInTheDatabase(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            database.execute("CREATE SCHEMA app", "CREATE EXTENSION citext SCHEMA app", "ALTER DATABASE " + database.name()
                    + " SET search_path = app, public", "CREATE TABLE app.t (name app.citext)",
                    "CREATE TABLE public.elsewhere (id int)");
            var project = new Project(folder).on(database).file("none", "")
                    .file("/models/schema.sql", "CREATE TABLE t (name citext, n int);");
            assertEquals(0, project.revision("--autogenerate", "-m", "x").exitCode());
            var upgraded = project.migrate("upgrade");
            assertEquals(0, upgraded.exitCode(), upgraded::toString);
            assertEquals(List.of("name", "n"), database.query("SELECT attname FROM pg_attribute WHERE attrelid = "
                    + "'app.t'::regclass AND attnum > 0"));
            assertEquals("Nothing found.\n", project.migrate("check").out());
        }
    }
}
