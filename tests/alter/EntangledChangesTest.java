package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Changes of which one part changes what another part means. */
class EntangledChangesTest {
    private static final String TABLE = """
            CREATE TABLE t (id INTEGER PRIMARY KEY, c TEXT, n INT);
            INSERT INTO t VALUES (1, 'a', NULL), (5, 'b', 20), (9, NULL, 30);
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "ROWS_IN_THE_WAY | ADD CHECK (n > 0), ALTER n TYPE INT USING -5",
        "ROWS_IN_THE_WAY | ADD UNIQUE (n), ALTER n TYPE INT USING 1",
        "ROWS_IN_THE_WAY | ALTER c TYPE TEXT USING 'x', ALTER c SET NOT NULL, ALTER c TYPE TEXT USING NULL",
        "ROWS_IN_THE_WAY | ADD COLUMN g TEXT NOT NULL DEFAULT (NULL)",
        "ROWS_IN_THE_WAY | ADD COLUMN g TEXT NOT NULL DEFAULT (nullif(1, 1)) CHECK (g <> '')",
        "CANNOT_ALTER    | ALTER n TYPE INT USING max(n)",
        "CANNOT_ALTER    | ADD COLUMN g INT DEFAULT (count(*))",
        "CANNOT_ALTER    | ALTER n TYPE INT USING row_number() OVER ()",
        "CANNOT_ALTER    | ADD COLUMN g INT, ADD COLUMN g INT",
        "CANNOT_ALTER    | ALTER c TYPE TEXT USING $1",
        "CANNOT_ALTER    | ALTER n TYPE BIGINT NOT NULL",
        "CANNOT_ALTER    | ALTER n TYPE BIGINT CHECK (n > 25)",
        "CANNOT_ALTER    | ALTER n TYPE BIGINT AS (id + 1)",
        "CANNOT_ALTER    | ADD CHECK (n > 25) CHECK (id > 0)",
        "CANNOT_ALTER    | ADD CONSTRAINT k",
        "CANNOT_ALTER    | ALTER c TYPE TEXT COLLATE \"C\"",
        "CANNOT_ALTER    | ALTER c SET DEFAULT now()",
        "CANNOT_ALTER    | ADD CHECK (char_length(c) > 0)",
        "CANNOT_ALTER    | ADD COLUMN g INT AFTER c",
        "CANNOT_ALTER    | ADD CHECK (n > 0) NOT VALID",
        "ROWS_IN_THE_WAY | ALTER id TYPE INTEGER USING NULL",
        "ROWS_IN_THE_WAY | ADD CHECK (rowid > 5)",
        "CANNOT_ALTER    | DROP COLUMN n, ALTER n SET NOT NULL",
    })
    void whatDoesNotHoldInTheEndIsRefused(ErrorKind kind, String actions) throws SQLException {
        try (var database = Altered.of(folder, TABLE)) {
            var refusal = database.refusal("ALTER TABLE t " + actions);

            assertEquals(kind, refusal.kind(), refusal.getMessage());
            assertEquals(List.of("1 | a | null", "5 | b | 20", "9 | null | 30"), database.query("SELECT * FROM t"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "ALTER n SET NOT NULL, ALTER n DROP NOT NULL       | id INTEGER PRIMARY KEY, c TEXT, n INT",
        "ADD COLUMN g INT, DROP COLUMN g                   | id INTEGER PRIMARY KEY, c TEXT, n INT",
        "ADD CONSTRAINT k CHECK (n > 99), DROP CONSTRAINT k | id INTEGER PRIMARY KEY, c TEXT, n INT",
        "ALTER n TYPE INT USING coalesce(n, 0), ALTER n SET NOT NULL | id INTEGER PRIMARY KEY, c TEXT, n INT NOT NULL",
    })
    void whatHoldsInTheEndIsDone(String actions, String columns) throws SQLException {
        try (var database = Altered.of(folder, TABLE)) {
            database.run("ALTER TABLE t " + actions);

            assertEquals("CREATE TABLE t (" + columns + ")", database.text("t"));
            assertEquals(List.of("3"), database.query("SELECT count(*) FROM t"));
            assertEquals(List.of("ok"), database.query("PRAGMA integrity_check"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "a TEXT COLLATE NOCASE, g AS (a = 'X') CHECK (g = 1) | 'x'    | ALTER a TYPE TEXT COLLATE BINARY",
        "a INT, b TEXT CHECK (b = a)                         | 6, '6' | ALTER a TYPE BLOB",
        "a INT CHECK (a < 50)                                | 6      | ALTER a TYPE TEXT USING 'six'",
    })
    void aCheckIsAskedOfWhatIsReallyStored(String columns, String values, String action) throws SQLException {
        try (var database = Altered.of(folder, "CREATE TABLE t (" + columns + "); INSERT INTO t VALUES (" + values
                + ");")) {
            assertEquals(ErrorKind.ROWS_IN_THE_WAY, database.refusal("ALTER TABLE t " + action).kind());
        }
    }

    @Test
    void rowsOlderThanAColumnKeepTheirValueInAKeyToo() throws SQLException {
        try (var database = Altered.of(folder, """
                CREATE TABLE t (v INT);
                INSERT INTO t VALUES (1), (2);
                ALTER TABLE t ADD COLUMN o INT DEFAULT 7;""")) {
            database.run("ALTER TABLE t ADD PRIMARY KEY (v, o)");
            database.run("ALTER TABLE t ALTER o SET DEFAULT 8");
            database.run("ALTER TABLE t ALTER o DROP DEFAULT");

            assertEquals(List.of("1 | 7", "2 | 7"), database.query("SELECT v, o FROM t"));
            assertEquals(List.of("ok"), database.query("PRAGMA integrity_check"));
        }
    }

    @Test
    void aDefaultThatIsAWordIsAWordInRowsThatAreThereToo() throws SQLException {
        try (var database = Altered.of(folder, TABLE)) {
            database.run("ALTER TABLE t ADD COLUMN d TEXT DEFAULT c, "
                    + "ADD COLUMN e TEXT DEFAULT \"c\" UNIQUE, DROP COLUMN c",
                    "drop-data");
        } catch (MigrateException e) {
            assertTrue(e.getMessage().contains("e 'c': 3 rows"), e.getMessage());
        }
        try (var database = Altered.of(folder.resolve("other"), TABLE)) {
            database.run("ALTER TABLE t ADD COLUMN d TEXT DEFAULT c, ADD COLUMN e TEXT DEFAULT CURRENT_DATE");

            assertEquals(List.of("c", "c", "c"), database.query("SELECT d FROM t"));
        }
    }

    @Test
    void statisticsOfAnotherProgramAreEnough() throws SQLException {
        try (var database = Altered.of(folder, """
                CREATE TABLE t (id INTEGER PRIMARY KEY, c TEXT UNIQUE);
                INSERT INTO t VALUES (1, 'a');
                ANALYZE;
                DROP TABLE sqlite_stat4;""")) {
            database.run("ALTER TABLE t RENAME TO u");

            assertEquals(List.of("u | sqlite_autoindex_u_1 | 1 1"), database.query("SELECT * FROM sqlite_stat1"));
            database.run("ALTER TABLE u DROP CONSTRAINT u_c_key");
            assertEquals(List.of(), database.query("SELECT * FROM sqlite_stat1"));
        }
    }

    @Test
    void aRowThatBreaksAKeyInsteadOfAnotherIsSeen() throws SQLException {
        try (var database = Altered.of(folder, """
                PRAGMA foreign_keys = OFF;
                CREATE TABLE p (id INTEGER PRIMARY KEY);
                INSERT INTO p VALUES (1);
                CREATE TABLE k (id INTEGER PRIMARY KEY, a INT REFERENCES p);
                INSERT INTO k VALUES (1, 1), (2, 2);""")) {
            assertEquals(ErrorKind.ROWS_IN_THE_WAY,
                    database.refusal("ALTER TABLE k ALTER a TYPE INT USING 3 - a").kind());
        }
    }

    @Test
    void aBrokenTriggerThatMentionsInsteadIsSetAside() throws SQLException {
        try (var database = Altered.of(folder, TABLE + """
                CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT * FROM missing /* instead */; END;
                CREATE TABLE u (a INT);""")) {
            database.run("ALTER TABLE u RENAME TO w");

            assertEquals(List.of("1"), database.query("SELECT sql LIKE '%missing /* instead */%' FROM sqlite_schema "
                    + "WHERE name = 'tr'"));
        }
    }

    @Test
    void aColumnThatIsCalledStrictIsDroppedAsSqliteMeansIt() throws SQLException {
        try (var database = Altered.of(folder, "CREATE TABLE t (a INT, strict INT);")) {
            database.run("ALTER TABLE t DROP strict");

            assertEquals("CREATE TABLE t (a INT)", database.text("t"));
        }
    }

    @Test
    void aFullTextIndexThatWouldNotNoticeIsNotLeftStale() throws SQLException {
        try (var database = Altered.of(folder, TABLE + """
                CREATE VIRTUAL TABLE f USING fts5 (c, content = 't', content_rowid = 'id');
                INSERT INTO f (f) VALUES ('rebuild');""")) {
            assertEquals(ErrorKind.CANNOT_ALTER,
                    database.refusal("ALTER TABLE t ALTER c TYPE TEXT USING upper(c)").kind());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE VIEW v (x, y, z) AS SELECT * FROM t",
        "CREATE VIEW v AS SELECT * FROM t UNION ALL SELECT 1, 2, 3",
        "CREATE TRIGGER v AFTER INSERT ON log BEGIN INSERT INTO log SELECT t.* FROM t; END"})
    void anOrderThatIsReliedOnIsKept(String relying) throws SQLException {
        try (var database = Altered.of(folder, TABLE + "CREATE TABLE log (a, b, c); " + relying + ";")) {
            assertEquals(ErrorKind.DEPENDENTS, database.refusal("ALTER TABLE t REORDER COLUMNS (n)").kind());
        }
    }

    @Test
    void allForeignKeysToWhatGoesGo() throws SQLException {
        try (var database = Altered.of(folder, """
                CREATE TABLE p (x INT PRIMARY KEY, y INT UNIQUE);
                CREATE TABLE k (a INT REFERENCES p, b INT REFERENCES p (y), c INT REFERENCES p,
                    FOREIGN KEY (b) REFERENCES p);
                """)) {
            database.run("ALTER TABLE p DROP CONSTRAINT p_pkey CASCADE");

            assertEquals("CREATE TABLE k (a INT, b INT REFERENCES p (y), c INT)", database.text("k"));
            assertEquals(List.of(), database.query("PRAGMA foreign_key_check"));
        }
    }

    @Test
    void aForeignKeyOnWhatIsComputedIsLookedAt() throws SQLException {
        try (var database = Altered.of(folder, """
                CREATE TABLE p (id INTEGER PRIMARY KEY);
                INSERT INTO p VALUES (5);
                CREATE TABLE t (a INT, g INT AS (a) STORED REFERENCES p);
                INSERT INTO t VALUES (5);""")) {
            assertEquals(ErrorKind.ROWS_IN_THE_WAY,
                    database.refusal("ALTER TABLE t ALTER a TYPE INT USING a * 2").kind());
        }
    }

    @Test
    void whatAStrictTableCannotStoreIsRefusedWithItsRows() throws SQLException {
        try (var database = Altered.of(folder, """
                CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT) STRICT;
                INSERT INTO t VALUES (1, 'six');""")) {
            var refusal = database.refusal("ALTER TABLE t ALTER a TYPE INTEGER USING a");

            assertTrue(refusal.getMessage().endsWith("\n    id 1: 'six'"), refusal.getMessage());
        }
    }

    @Test
    void commentsDoNotGetInTheWayOfAnotherOrder() throws SQLException {
        try (var database = Altered.of(folder, """
                CREATE TABLE t ( -- t
                a TEXT -- a
                , d INT /* d */ , b /* b */ INT /* still b */ , -- and b
                c
                -- inside c
                TEXT /* c too */  -- c
                ,CHECK (a <> 'x') -- last
                );""")) {
            database.run("ALTER TABLE t REORDER COLUMNS (c, a)");

            assertEquals(List.of("c", "a", "d", "b"), database.query("SELECT name FROM pragma_table_info('t')"));
            for (var comment : List.of("-- t", "-- a", "/* b */", "/* still b */", "-- and b", "-- inside c", "-- c",
                    "/* c too */", "/* d */", "-- last")) {
                assertTrue(database.text("t").contains(comment), database.text("t"));
            }
        }
    }

    @Test
    void aViewThatANewColumnWouldMakeAmbiguousIsNotBroken() throws SQLException {
        try (var database = Altered.of(folder, TABLE + """
                CREATE TABLE u (z INT);
                CREATE VIEW v AS SELECT z FROM t, u;""")) {
            var refusal = database.refusal("ALTER TABLE t ADD COLUMN z INT DEFAULT 99");

            assertTrue(refusal.getMessage().contains("the view v"), refusal.getMessage());
        }
    }
}
