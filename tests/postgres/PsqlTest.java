package tests.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.database.postgres.PostgresDialect;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** What {@code --sql} prints, run by psql, comes to the same as {@code upgrade}. */
class PsqlTest {
    private static final Path PSQL = Path.of("/usr/bin/psql");

    @TempDir
    Path folder;

    private void psql(TestDatabase database, String script) throws Exception {
        assumeTrue(Files.isExecutable(PSQL), "It needs psql (Debian: postgresql-client).");
        var file = Files.writeString(folder.resolve("script.sql"), script);
        var process = new ProcessBuilder(PSQL.toString(), "-X", "-q", "-d", database.url(), "-f", file.toString())
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said + script);
    }

    @Test
    void aPrintedScriptDoesTheSame() throws Exception {
        try (var upgraded = Server.POSTGRES.database(); var printed = Server.POSTGRES.database()) {
            var project = new Project(folder);
            project.script("a", "", """
                    CREATE TABLE ward (id integer PRIMARY KEY, name text, tags text[]);
                    INSERT INTO ward VALUES (1, 'it''s \\d :HOST', ARRAY['a', 'b', 'c']), (2, E'x\\n;\\'y', NULL);
                    CREATE FUNCTION two() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;
                    UPDATE ward SET tags = tags[:PORT] FROM (SELECT 2 AS "PORT", 2 AS PORT) AS p WHERE id = two() - 1;
                    SET statement_timeout = '1h';""", "");
            project.file("b.sql", "-- revision: b\n-- revises: a\n-- O'Neil \\q\n-- migrate:up transaction:false\n"
                    + "SET lock_timeout = '3s';\nCREATE INDEX CONCURRENTLY ward_name ON ward (name);\n");
            project.script("c", "b", "INSERT INTO ward SELECT 3, $$a $1 :'USER' \\! ls$$, NULL;", "");

            project.on(upgraded);
            var result = project.migrate("upgrade");
            assertEquals(0, result.exitCode(), result.err());
            psql(printed, project.migrate("upgrade", "--sql").out());

            for (var query : List.of("SELECT * FROM ward ORDER BY id",
                    "SELECT revision, revises, message, kind, checksum, script, event FROM migrate_revision ORDER BY 1",
                    "SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indrelid = 'ward'::regclass "
                            + "ORDER BY 1",
                    "SELECT count(*) FROM migrate_revision WHERE applied_at ~ '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:"
                            + "\\d\\d:\\d\\d\\.\\d{3}Z$'")) {
                assertEquals(upgraded.query(query), printed.query(query), query);
            }
            assertEquals(List.of(), new Project(folder).on(printed).migrate("check").out().lines()
                    .filter(it -> !it.equals("Nothing found.")).toList());
        }
    }

    @Test
    void anyTextSurvivesTheProgram() throws Exception {
        try (var database = Server.POSTGRES.database()) {
            var client = new PostgresDialect().client();
            var texts = List.of("'", "''", "\\", "\\'", ":a", ":'a'", "\n\\q\n", "\r\n", "\r", "$$", "--", "/*",
                    "é\uD83D\uDE00", ";\nCOMMIT;\n", "\\.\n", "");
            var script = new StringBuilder(client.prologue(true)).append("\nCREATE TABLE t (id serial, v text);\n");
            texts.forEach(it -> script.append("INSERT INTO t (v) VALUES (").append(client.literal(it)).append(");\n"));

            psql(database, script.toString());

            assertEquals(texts, database.query("SELECT v FROM t ORDER BY id"));
        }
    }
}
