package tests.postgres.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.database.postgres.PostgresDialect;
import restrack.sql.Statement;
import restrack.sql.Statements;
import tests.Project;
import tests.servers.Server;

/** What pg_dump prints is a model. */
class DumpedModelTest {
    /** A view that groups by the key of a table is printed in two steps, functions before what they read. */
    private static final String MORE = """
            CREATE VIEW by_key AS SELECT id, name, count(*) AS n FROM ward GROUP BY id;
            CREATE VIEW of_counts AS SELECT * FROM counts;
            CREATE TABLE visit (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ward integer REFERENCES ward,
                no serial, CONSTRAINT above CHECK (no > 0));
            GRANT SELECT ON ward TO PUBLIC;
            """;

    @TempDir
    private Path folder;

    @Test
    void aDatabaseIsWhatItsOwnDumpSays() {
        var pair = ObjectPairs.all().get(0);
        try (var database = Server.POSTGRES.database()) {
            database.execute(Statements.of(pair.to() + MORE, new PostgresDialect().syntax()).stream()
                    .map(Statement::text).toArray(String[]::new));
            var project = new Project(folder).on(database);
            project.file("migrate.properties", "models.command = " + PgDump.command(database) + "\n");
            var check = project.migrate("check");
            assertEquals(0, check.exitCode(), check.out() + check.err());

            project.file("migrate.properties", "");
            project.file("/models/schema.sql", PgDump.whole(database));
            check = project.migrate("check");
            assertEquals(0, check.exitCode(), check.out() + check.err());

            database.execute("CREATE OR REPLACE FUNCTION is_name(n text) RETURNS boolean LANGUAGE sql IMMUTABLE AS "
                    + "'SELECT true'", "COMMENT ON POLICY seen ON ward IS NULL");
            check = project.migrate("check");
            assertEquals(3, check.exitCode(), check.out() + check.err());
            assertTrue(check.out().contains("function is_name(text)"), check.out());
            assertTrue(check.out().contains("policy seen"), check.out());
        }
    }
}
