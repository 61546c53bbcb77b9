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
import restrack.ErrorKind;

/** What becomes of values when the type of their column is another one. */
class ValuesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "TEXT     | 'abc'               | INTEGER",
        "TEXT     | '000123'            | INTEGER",
        "TEXT     | ' 12'               | INTEGER",
        "TEXT     | '12.75'             | INTEGER",
        "TEXT     | '1e3'               | INTEGER",
        "TEXT     | '9223372036854775808' | INTEGER",
        "REAL     | 12.75               | INTEGER",
        "REAL     | 1e300               | INTEGER",
        "BLOB     | x'31'               | INTEGER",
        "TEXT     | '1.50'              | REAL",
        "TEXT     | 'nan'               | REAL",
        "INTEGER  | 9007199254740993    | REAL",
        "TEXT     | '007'               | NUMERIC(10, 2)",
        "TEXT     | 'abc'               | DECIMAL(10, 2)",
        "TEXT     | '0020250604'        | DATE",
        "TEXT     | 'four5'             | VARCHAR(4)",
        "INTEGER  | 12345               | VARCHAR(4)",
        "BLOB     | x'0102030405'       | CHAR(4)",
    })
    void whatWouldChangeItsMeaningIsRefusedUntilItIsAllowed(String from, String value, String to) throws SQLException {
        try (var database = Altered.of(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY, v " + from + ");"
                + "INSERT INTO t VALUES (1, NULL), (2, " + value + ")")) {
            var shown = database.query("SELECT substr(quote(v), 1, 60) FROM t WHERE id = 2").get(0);

            var refusal = database.refusal("ALTER TABLE t ALTER v TYPE " + to);

            assertEquals(ErrorKind.HAZARD, refusal.kind());
            assertTrue(refusal.getMessage().endsWith(":\n    id 2: " + shown), refusal.getMessage());
            assertTrue(refusal.hint().contains("--allow change-data"), refusal.hint());
            database.run("ALTER TABLE t ALTER v TYPE " + to, "change-data");
            assertEquals(List.of(to), database.query("SELECT type FROM pragma_table_info('t') WHERE name = 'v'"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "TEXT     | '12'                | INTEGER        | integer | 12",
        "TEXT     | '-3'                | BIGINT         | integer | -3",
        "REAL     | 12.0                | INTEGER        | integer | 12",
        "TEXT     | '1.5'               | REAL           | real    | 1.5",
        "TEXT     | '100'               | REAL           | real    | 100.0",
        "INTEGER  | 7                   | REAL           | real    | 7.0",
        "INTEGER  | 12                  | TEXT           | text    | '12'",
        "REAL     | 0.1                 | TEXT           | text    | '0.1'",
        "TEXT     | '2025-06-04 07:31'  | DATETIME       | text    | '2025-06-04 07:31'",
        "TEXT     | 'yes'               | BOOLEAN        | text    | 'yes'",
        "TEXT     | 'abc'               | BLOB           | text    | 'abc'",
        "BLOB     | x'00ff'             | TEXT           | blob    | X'00FF'",
        "TEXT     | 'four'              | VARCHAR(4)     | text    | 'four'",
        "TEXT     | 'Größe'             | VARCHAR(5)     | text    | 'Größe'",
        "INTEGER  | 5                   | NUMERIC(10, 2) | integer | 5",
    })
    void whatMeansTheSameIsConvertedAsSqliteWould(String from, String value, String to, String kind, String stored)
            throws SQLException {
        try (var database = Altered.of(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY, v " + from + ");"
                + "CREATE INDEX i ON t (v); INSERT INTO t VALUES (1, NULL), (2, " + value + ")")) {
            database.run("ALTER TABLE t ALTER COLUMN v SET DATA TYPE " + to);

            assertEquals(List.of("null | NULL", kind + " | " + stored),
                    database.query("SELECT typeof(v), quote(v) FROM t ORDER BY id"));
            assertEquals(List.of("2"), database.query("SELECT id FROM t INDEXED BY i WHERE v = " + stored));
            assertEquals(List.of("ok"), database.query("PRAGMA integrity_check"));
        }
    }

    @Test
    void usingSaysWhatBecomesOfThem() throws SQLException {
        try (var database = Altered.of(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);"
                + "INSERT INTO t VALUES (1, '000123'), (2, 'n/a')")) {
            database.run("ALTER TABLE t ALTER v TYPE INTEGER "
                    + "USING CASE v WHEN 'n/a' THEN NULL ELSE t.v + 0 END -- why");

            assertEquals(List.of("1 | 123", "2 | null"), database.query("SELECT id, v FROM t"));
        }
    }

    @Test
    void theFirstTenRowsAreShownAndHowManyThereAre() throws SQLException {
        try (var database = Altered.of(folder, """
                CREATE TABLE t (a TEXT, b INT, v TEXT, PRIMARY KEY (b, a));
                INSERT INTO t WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25)
                    SELECT 'k' || i, i, 'x' || i FROM n;""")) {
            var refusal = database.refusal("ALTER TABLE t ALTER v TYPE INT");

            var lines = refusal.getMessage().lines().toList();
            assertEquals(12, lines.size(), refusal.getMessage());
            assertEquals("    b 1, a 'k1': 'x1'", lines.get(1));
            assertEquals("    … 25 in all", lines.get(11));
        }
    }

    @Test
    void whatCannotBeConvertedWithoutBreakingAConstraintIsRefused() throws SQLException {
        try (var database = Altered.of(folder, """
                CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT NOT NULL UNIQUE, w TEXT CHECK (w <> 0));
                INSERT INTO t VALUES (1, 'a', 'x'), (2, 'A', 'y');""")) {
            var several = database.refusal("ALTER TABLE t ALTER v TYPE TEXT USING lower(v)");
            var none = database.refusal("ALTER TABLE t ALTER v TYPE TEXT USING nullif(v, 'A')");
            var check = database.refusal("ALTER TABLE t ALTER w TYPE INT USING 0");
            var collation = database.refusal("ALTER TABLE t ALTER v TYPE TEXT COLLATE NOCASE");

            assertEquals(ErrorKind.ROWS_IN_THE_WAY, several.kind());
            assertTrue(several.getMessage().contains("v 'a': 2 rows"), several.getMessage());
            assertTrue(none.getMessage().endsWith("\n    id 2"), none.getMessage());
            assertTrue(check.getMessage().contains("CHECK (w <> 0)"), check.getMessage());
            assertEquals(ErrorKind.ROWS_IN_THE_WAY, collation.kind());
        }
    }

    @Test
    void rowsOlderThanAColumnKeepWhatTheyHad() throws SQLException {
        try (var database = Altered.of(folder, """
                CREATE TABLE t (id INTEGER PRIMARY KEY);
                INSERT INTO t VALUES (1), (2);
                ALTER TABLE t ADD COLUMN v TEXT DEFAULT 'old';
                CREATE TABLE u (id INTEGER PRIMARY KEY, v TEXT DEFAULT 'old');
                INSERT INTO u VALUES (1, 'old');""")) {
            assertEquals("rebuild", database.run("ALTER TABLE t ALTER v SET DEFAULT 'new'").get(0).way().words());
            assertEquals("in place", database.run("ALTER TABLE u ALTER v SET DEFAULT 'new'").get(0).way().words());
            database.run("ALTER TABLE t ALTER v DROP DEFAULT");

            assertEquals(List.of("1 | old", "2 | old"), database.query("SELECT * FROM t"));
            assertEquals(List.of("1 | old"), database.query("SELECT * FROM u"));
        }
    }
}
