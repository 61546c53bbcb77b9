package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Traces.Verdict;
import restrack.database.postgres.PostgresDialect;
import restrack.sql.Statement;
import restrack.sql.Statements;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** Indexes that are made beside those who write, and what is left of them. */
class ConcurrentlyTest {
    private static final String CREATE = "CREATE UNIQUE INDEX CONCURRENTLY ward_name ON ward (name)";

    @TempDir
    Path folder;
    TestDatabase database;
    Project project;

    @BeforeEach
    void open() {
        database = Server.POSTGRES.database();
        database.execute("CREATE TABLE ward (id integer, name text)",
                "INSERT INTO ward VALUES (1, 'West'), (2, 'West')");
        project = new Project(folder).on(database);
        project.file("a.sql", "-- revision: a\n-- revises:\n\n-- migrate:up transaction:false\n" + CREATE + ";\n");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Database toolkit() {
        return new PostgresDialect().open(DatabaseUrl.parse(database.url(), folder),
                new Access(Duration.ofSeconds(5), true, holders -> { }));
    }

    private static Statement statement(String sql) {
        return Statements.of(sql, new PostgresDialect().syntax()).get(0);
    }

    @Test
    void anIndexThatFailedIsNamedWithWhatToDo() {
        var result = project.migrate("upgrade");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("public.ward_name behind, which is INVALID"), result.err());
        assertTrue(result.err().contains("DROP INDEX CONCURRENTLY public.ward_name;"), result.err());

        var check = project.migrate("check");
        assertEquals(3, check.exitCode());
        assertTrue(check.out().contains("The index public.ward_name is INVALID"), check.out());

        var again = project.migrate("upgrade");
        assertTrue(again.err().contains("The index public.ward_name is INVALID"), again.err());

        database.execute("DELETE FROM ward WHERE id = 2", "DROP INDEX ward_name");
        assertEquals(0, project.migrate("upgrade").exitCode());
        assertEquals(List.of("t"), project.query("SELECT indisvalid FROM pg_index WHERE indrelid = 'ward'::regclass"));
    }

    @Test
    void theStatementThatFailedIsMendedAfterItCountsAsUndone() {
        assertTrue(project.migrate("upgrade").err().contains("migrate repair a --statement undone"));
        database.execute("DROP INDEX ward_name");
        var other = "-- revision: a\n-- revises:\n\n-- migrate:up transaction:false\n" + CREATE.replace("UNIQUE ", "");
        project.file("a.sql", other + ";\n");

        var early = project.migrate("upgrade");

        assertEquals(4, early.exitCode());
        assertTrue(early.err().contains("--statement undone"), early.err());
        project.file("a.sql", "-- revision: a\n-- revises:\n\n-- migrate:up transaction:false\n" + CREATE + ";\n");
        assertEquals(0, project.migrate("repair", "a", "--statement", "undone", "--reason", "dropped").exitCode());
        project.file("a.sql", other + ";\n");
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void tracesTellWhatBecameOfAnIndex() throws SQLException {
        database.execute("DELETE FROM ward WHERE id = 2");
        var create = statement(CREATE);
        var unnamed = statement("CREATE INDEX CONCURRENTLY ON Public.Ward (id)");
        var drop = statement("DROP INDEX CONCURRENTLY IF EXISTS ward_name");
        try (var toolkit = toolkit()) {
            var traces = toolkit.traces();
            var before = traces.before(create);
            var unnamedBefore = traces.before(unnamed);
            assertEquals(Verdict.NOT_DONE, traces.verdict(create, before));

            database.execute(CREATE);
            assertEquals(Verdict.DONE, traces.verdict(create, before));
            assertEquals(Verdict.NOT_DONE, traces.verdict(statement("CREATE INDEX CONCURRENTLY x ON ward (id)"), ""));

            var beforeDrop = traces.before(drop);
            assertEquals(Verdict.NOT_DONE, traces.verdict(drop, beforeDrop));
            database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ward_name'::regclass");
            assertEquals(Verdict.UNCLEAR, traces.verdict(create, before));
            assertTrue(traces.remark(create).contains("public.ward_name is INVALID"), traces.remark(create));
            assertEquals(Verdict.NOT_DONE, traces.verdict(drop, beforeDrop));
            database.execute("DROP INDEX ward_name");
            assertEquals(Verdict.DONE, traces.verdict(drop, beforeDrop));

            database.execute("CREATE INDEX ON ward (id)");
            assertEquals(Verdict.DONE, traces.verdict(unnamed, unnamedBefore));
        }
    }
}
