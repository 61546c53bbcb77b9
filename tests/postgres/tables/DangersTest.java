package tests.postgres.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.servers.Migrated;
import tests.servers.Server;

/** A draft says what the rows that are there have against it, with a query that shows them. */
class DangersTest {
    @Test
    void rowsThatStandInTheWayAreCounted(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            database.execute("CREATE TABLE gone (x int)", "INSERT INTO gone VALUES (1), (2)",
                    "CREATE TABLE p (id int PRIMARY KEY)", "INSERT INTO p VALUES (1)",
                    "CREATE TABLE t (a int, b text, c text, d numeric(10,2), e timestamp, f text, g int, h text, i int)",
                    """
                    INSERT INTO t VALUES (1, 'abc', 'no number', 1.25, '2020-01-01 10:00', 'long enough', 7, 'a', 70000),
                        (1, NULL, '99999999999', 2, '2020-01-01', 'short', 1, 'A', -1),
                        (NULL, 'abc', ' 12 ', 3.5, NULL, NULL, NULL, NULL, 5)""");
            var draft = new Migrated(folder, database).wanted("""
                    CREATE TABLE p (id int PRIMARY KEY);
                    CREATE TABLE t (a int UNIQUE, b text NOT NULL, c int, d int, e date, f varchar(6),
                        g int REFERENCES p, h text, i smallint CHECK (i > 0));
                    CREATE UNIQUE INDEX h ON t (lower(h));
                    """).draft();

            var expected = List.of("-- Hazard drop-data: 2 rows of gone would be lost.",
                    "-- Rows in the way: 1 row of t has no value for b.",
                    "-- Rows in the way: 2 rows of t have a c that is no integer.",
                    "-- Hazard change-data: 2 rows of t have a d that would change its value as integer.",
                    "-- Hazard change-data: 1 row of t has a e that would change its value as date.",
                    "-- Rows in the way: 1 row of t has a f that is no character varying(6).",
                    "-- Rows in the way: 1 row of t has a i that is no smallint.",
                    "-- Rows in the way: 2 rows of t have the same a as others.",
                    "-- Rows in the way: 1 row of t does not pass CHECK (i > 0).",
                    "-- Rows in the way: 1 row of t refers to no row of p.",
                    "-- Rows in the way: 2 rows of t have the same lower(h) as others.");
            assertEquals(expected, draft.lines().filter(it -> it.startsWith("-- Hazard") || it.startsWith("-- Rows"))
                    .map(it -> it.replaceFirst("\\..*$", ".")).sorted((a, b) -> Integer.compare(place(expected, a),
                            place(expected, b))).toList(), draft);
            draft.lines().filter(it -> it.startsWith("--     SELECT")).map(it -> it.substring(6))
                    .forEach(it -> assertTrue(database.query(it).size() > 0, it));
        }
    }

    private static int place(List<String> expected, String line) {
        return expected.indexOf(line);
    }

    @Test
    void whatWasRenamedKeepsItsRows(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            database.execute("CREATE TABLE old (id serial PRIMARY KEY, mail text UNIQUE, n int)",
                    "CREATE INDEX old_n_idx ON old (n)", "INSERT INTO old (mail, n) VALUES ('a', 1), ('b', NULL)");
            var migrated = new Migrated(folder, database);
            migrated.wanted("""
                    -- renamed: old -> person
                    CREATE TABLE person (
                        id serial PRIMARY KEY,
                        email text UNIQUE, -- renamed: mail -> email
                        n int NOT NULL);
                    CREATE INDEX ON person (n);
                    """);
            var draft = migrated.draft();
            assertTrue(draft.contains("ALTER TABLE old RENAME TO person;\n\nALTER TABLE person RENAME COLUMN mail TO "
                    + "email;\n\nALTER INDEX old_n_idx RENAME TO person_n_idx;\n\n-- Rows in the way: 1 row of person "
                    + "has no value for n. They have to be mended first.\n--     SELECT * FROM (SELECT *, mail AS email "
                    + "FROM old) AS person WHERE n IS NULL\nALTER TABLE person ALTER COLUMN n SET NOT NULL;"), draft);
            database.execute("UPDATE old SET n = 2 WHERE n IS NULL");
            assertEquals(0, migrated.project().migrate("upgrade").exitCode());
            assertEquals(List.of("1|a|1", "2|b|2"), database.query("SELECT * FROM person ORDER BY id"));
            assertEquals("Nothing found.\n", migrated.project().migrate("check").out());
            assertEquals(0, migrated.project().migrate("downgrade", "base").exitCode());
            assertEquals(List.of("1|a|1", "2|b|2"), database.query("SELECT id, mail, n FROM old ORDER BY id"));
        }
    }

    @Test
    void aNewColumnWithoutValuesIsLeftToAPerson(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            database.execute("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1)");
            var migrated = new Migrated(folder, database).wanted("CREATE TABLE t (id int, code text PRIMARY KEY);");
            var draft = migrated.draft();
            assertTrue(draft.contains("""
                    ALTER TABLE t ADD COLUMN code text;

                    -- migrate:todo Every row of t needs a value for code.
                    -- UPDATE t SET code = … WHERE code IS NULL;
                    ALTER TABLE t
                        ALTER COLUMN code SET NOT NULL,
                        ADD CONSTRAINT t_pkey PRIMARY KEY (code);
                    """), draft);
            assertEquals(4, migrated.project().migrate("upgrade").exitCode());
        }
    }

    @Test
    void aTypeThatNothingLeadsToIsLeftToAPerson(@TempDir Path folder) {
        try (var database = Server.POSTGRES.database()) {
            database.execute("CREATE TABLE t (at int)");
            var draft = new Migrated(folder, database).wanted("CREATE TABLE t (at timestamp);").draft();
            assertTrue(draft.contains("""
                    -- migrate:todo t.at: Say how a value of the type integer becomes one of timestamp without time zone.
                    ALTER TABLE t ALTER COLUMN at TYPE timestamp without time zone USING at::text::timestamp without time zone;
                    """), draft);
        }
    }
}
