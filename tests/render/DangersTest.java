package tests.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.MigrateException;
import restrack.database.Danger;
import restrack.database.Fitting;
import restrack.database.Rendered;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.schema.Change;
import restrack.schema.Index;
import restrack.schema.Renaming;
import restrack.sql.Statements;

class DangersTest {
    private static final String PRESENT = """
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE);
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1));
            CREATE TABLE empty (a INT, b TEXT);
            CREATE VIRTUAL TABLE f USING fts5 (body);
            INSERT INTO p VALUES (1, 'x'), (2, 'X');
            INSERT INTO t VALUES (1, 'short', '1', 1), (1, 'much longer', 'abc', 3), (2, NULL, NULL, NULL);
            INSERT INTO f VALUES ('some text');
            """;
    private static final String P = "CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE)";
    private static final String T = "CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1))";
    private static final String EMPTY = "CREATE TABLE empty (a INT, b TEXT)";
    private static final String F = "CREATE VIRTUAL TABLE f USING fts5 (body)";

    /** What is different in the wanted schema; what is wrong with the rows then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE TABLE t (a INT)                                       | drop-data: 2 rows of t would lose what \
            they have for b; drop-data: 2 rows of t would lose what they have for c; drop-data: 2 rows of t would \
            lose what they have for d
            CREATE TABLE p (id INTEGER PRIMARY KEY)                      | drop-data: 2 rows of p would lose what \
            they have for code
            CREATE TABLE t (a INT, b VARCHAR(5), c TEXT, d INT, e INT AS (a + 1)) | change-data: 1 row of t has a b \
            that would be lost or change its meaning as VARCHAR(5)
            CREATE TABLE t (a INT, b VARCHAR(10), c INT, d INT, e INT AS (a + 1)) | change-data: 1 row of t has a c \
            that would be lost or change its meaning as INT
            CREATE TABLE t (a BIGINT, b TEXT, c TEXT, d INT, e INT AS (a + 1))    |
            CREATE TABLE t (a INT NOT NULL, b VARCHAR(10) NOT NULL, c TEXT, d INT, e INT AS (a + 1)) | : 1 row of t \
            has no value for b
            CREATE TABLE t (a INT UNIQUE, b VARCHAR(10) UNIQUE, c TEXT, d INT, e INT AS (a + 1)) | : 2 rows of t have \
            the same a as others
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE UNIQUE) | : 2 rows of p have the same \
            code as others
            CREATE TABLE t (a INT, b VARCHAR(10) PRIMARY KEY, c TEXT, d INT, e INT AS (a + 1)) | : 1 row of t has no \
            value for b
            CREATE TABLE t (a INT CHECK (a < 2), b VARCHAR(10), c TEXT CHECK (c <> 'x'), d INT, e INT AS (a + 1)) | : \
            1 row of t does not pass CHECK (a < 2)
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT REFERENCES p, e INT AS (a + 1)) | : 1 row of t refers \
            to no row of p
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT REFERENCES p (code), d INT, e INT AS (a + 1)) | : 2 rows of \
            t refer to no row of p
            CREATE TABLE t (a INT REFERENCES new, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE TABLE new \
            (id INTEGER PRIMARY KEY) | : 3 rows of t refer to new, which has no rows yet
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1), FOREIGN KEY (d) REFERENCES t (a)) \
            | : 1 row of t refers to no row of t
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT AS (a * 1), d INT, e INT AS (a + 1)) | change-data: 2 rows \
            of t have a c that is not what the expression gives, and would be lost
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE UNIQUE INDEX i ON t (a) | \
            : 2 rows of t have the same a as others
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE UNIQUE INDEX i ON t (a) \
            WHERE a > 1 |
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE UNIQUE INDEX i ON t (a, \
            length(b)) |
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE UNIQUE INDEX i ON t (a + \
            0, typeof(b)) | : 2 rows of t have the same a + 0, typeof(b) as others
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1), n INT UNIQUE CHECK (n > 0) \
            REFERENCES p) |
            CREATE TABLE empty (b INT NOT NULL UNIQUE)                   |
            CREATE VIRTUAL TABLE f USING fts5 (title)                    | drop-data: 1 row of f would be lost
            """)
    void rowsThatAreInTheWayAreCounted(String wanted, String expected) throws Exception {
        try (var database = Migrated.of(PRESENT); var other = Migrated.of(schema(wanted))) {
            var found = dangers(database, other);
            assertEquals(expected == null ? "" : expected,
                    String.join("; ", found.stream().map(it -> it.hazard() + ": " + it.sentence()).toList()));
        }
    }

    /** The present table; the wanted one; what is wrong with its rows then, and the query for them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a TEXT UNIQUE, b INT            | a TEXT COLLATE NOCASE UNIQUE, b INT | : 2 rows of t have the same a \
            COLLATE NOCASE as others | SELECT a COLLATE NOCASE, count(*) AS number FROM t WHERE a IS NOT NULL GROUP \
            BY a COLLATE NOCASE HAVING count(*) > 1
            b INT, a TEXT PRIMARY KEY       | b INT, a TEXT COLLATE NOCASE PRIMARY KEY | : 2 rows of t have the same \
            a COLLATE NOCASE as others | SELECT a COLLATE NOCASE, count(*) AS number FROM t WHERE a IS NOT NULL GROUP \
            BY a COLLATE NOCASE HAVING count(*) > 1
            a TEXT COLLATE RTRIM, b INT, UNIQUE (b, a) | a TEXT COLLATE NOCASE, b INT, UNIQUE (b, a) | |
            a TEXT, b INT, UNIQUE (a COLLATE RTRIM) | a TEXT COLLATE NOCASE, b INT, UNIQUE (a COLLATE RTRIM) | |
            a TEXT, b INT                   | a TEXT COLLATE NOCASE, b INT        | |
            a TEXT, b INT                   | a TEXT, b INT NOT NULL DEFAULT 7    | : 1 row of t has no value for b | \
            SELECT * FROM t WHERE b IS NULL
            a TEXT, b INT NOT NULL DEFAULT 7 | a TEXT, b INT NOT NULL ON CONFLICT REPLACE DEFAULT 8 | |
            """)
    void whatIsSaidOfAColumnIsHeldAgainstItsRows(String from, String to, String sentence, String query)
            throws Exception {
        var rows = """
                INSERT INTO t (a, b) VALUES ('x', 1), ('X', 2);
                INSERT OR IGNORE INTO t (a, b) VALUES ('y', NULL);""";
        held("(" + from + ");" + rows, "(" + to + ")", sentence, query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            (a INT)                     | 'x'        | (a INT) STRICT    | : 1 row of t has values that are not of \
            their type
            (a INT)                     | 2.5        | (a INT) STRICT    | : 1 row of t has values that are not of \
            their type
            (a INT, b REAL)             | '12', '1.5' | (a INT, b REAL) STRICT |
            (a VARCHAR(20), b INT)      | x'00', x'01' | (a TEXT, b INT) STRICT | : 1 row of t has values that are \
            not of their type
            (a TEXT)                    | x'00'      | (a TEXT) STRICT   | : 1 row of t has values that are not of \
            their type
            (a DATETIME, b)             | 'x', x'01' | (a ANY, b ANY) STRICT |
            (a TEXT PRIMARY KEY)        | NULL       | (a TEXT PRIMARY KEY) STRICT | : 1 row of t has no value for a
            (a ANY, b ANY) STRICT       | '007', 1   | (a ANY, b ANY)    | change-data: 1 row of t has texts that \
            would become numbers outside of a STRICT table
            (a ANY, b ANY) STRICT       | 'x', x'07' | (a ANY, b ANY)    |
            (a INT, b TEXT) STRICT      | 1, 'x'     | (a INT, b TEXT)   |
            """)
    void whatAStrictTableCannotHoldIsADanger(String from, String row, String to, String sentence) throws Exception {
        held(from + "; INSERT INTO t VALUES (" + row + ")", to, sentence, null);
    }

    /** Whether a danger is told exactly where the change would be refused. */
    private static void held(String from, String to, String sentence, String query) throws Exception {
        try (var database = Migrated.of("CREATE TABLE t " + from); var other = Migrated.of("CREATE TABLE t " + to)) {
            var found = dangers(database, other);
            assertEquals(sentence == null ? "" : sentence,
                    String.join("; ", found.stream().map(it -> it.hazard() + ": " + it.sentence()).toList()));
            if (query != null) {
                assertEquals(query, found.get(0).query());
            }
            for (var danger : found) {
                assertEquals(1, database.query(danger.query()).size());
            }
            var statements = database.statements(other);
            assertEquals(!found.isEmpty(), isRefused(database, statements), () -> statements.toString());
        }
    }

    private static boolean isRefused(Migrated database, List<Rendered> statements) throws Exception {
        try {
            for (var statement : statements) {
                for (var it : Statements.of(statement.text(), SqliteSyntax.SQLITE)) {
                    database.database().run(it, Set.of());
                }
            }
            return false;
        } catch (MigrateException e) {
            assertTrue(List.of("rows_in_the_way", "hazard").contains(e.kind().id()), e.getMessage());
            return true;
        }
    }

    @Test
    void theProgramRunsTheQueriesOnWhatThereIsBefore() throws Exception {
        assumeTrue(Sqlite3.isThere(), "no sqlite3 program");
        var present = PRESENT + """
                CREATE TABLE loose (a INT, b VARCHAR(20), c TEXT UNIQUE, "the d" ANY, d TEXT);
                INSERT INTO loose VALUES ('x', x'41', 'y', '007', 1), (1, 'b', 'Y', 7, 'seven');
                CREATE TABLE exact ("order" ANY, b TEXT) STRICT;
                INSERT INTO exact VALUES ('007', 'b');
                """;
        var wanted = """
                CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE, UNIQUE (code));
                CREATE TABLE t (a INT UNIQUE REFERENCES p, b VARCHAR(7) NOT NULL, c TEXT AS (a || 'x'), d REAL CHECK \
                (d < 3),
                    FOREIGN KEY (d) REFERENCES t (a));
                CREATE TABLE loose (a INT, b TEXT, c TEXT COLLATE NOCASE UNIQUE, "the d" TEXT, d INT) STRICT;
                CREATE TABLE exact ("order" ANY, b INT);
                CREATE UNIQUE INDEX i ON t (a * 2, typeof(b)) WHERE a > 0;
                """;
        try (var database = Migrated.of(present); var other = Migrated.of(wanted)) {
            var queries = dangers(database, other).stream().map(Danger::query).toList();
            var found = new ArrayList<String>();
            for (var query : queries) {
                found.addAll(database.query(query));
            }
            assertEquals(14, queries.size(), () -> String.join("\n", queries));
            assertEquals(found.stream().map(it -> it.replace("null", "")).toList(), Sqlite3.run(present, queries));
        }
    }

    @Test
    void aStrictTableIsAskedAsOne() throws Exception {
        var rows = "INSERT INTO t VALUES (x'00', '1'), ('1', 'x'), (2, '3')";
        for (boolean strict : List.of(true, false)) {
            try (var database = Migrated.of("CREATE TABLE t (a ANY, b TEXT)" + (strict ? " STRICT;" : ";") + rows);
                    var other = Migrated.of("CREATE TABLE t (a TEXT, b INT)" + (strict ? " STRICT" : ""))) {
                var from = database.schema().tables().get(0).columns();
                var to = other.schema().tables().get(0).columns();
                assertEquals(new Fitting(3, strict ? 2 : 3), database.database().fitting("T", from.get(0), to.get(0)));
                assertEquals(new Fitting(3, 2), database.database().fitting("t", from.get(1), to.get(1)));
            }
        }
    }

    @Test
    void tablesThatGoTakeTheirRowsAlong() throws Exception {
        try (var database = Migrated.of(PRESENT); var other = Migrated.of("")) {
            assertEquals(List.of("drop-data: 2 rows of p would be lost: SELECT * FROM p",
                    "drop-data: 3 rows of t would be lost: SELECT * FROM t",
                    "drop-data: 1 row of f would be lost: SELECT * FROM f"), dangers(database, other).stream()
                    .map(it -> it.hazard() + ": " + it.sentence() + ": " + it.query()).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a INT NOT NULL, b VARCHAR(10) NOT NULL, c TEXT, d INT | SELECT * FROM t WHERE b IS NULL                | \
            2~null~null~null~3
            a INT UNIQUE, b VARCHAR(10), c TEXT, d INT            | SELECT a, count(*) AS number FROM t WHERE a IS \
            NOT NULL GROUP BY a HAVING count(*) > 1 | 1~2
            a INT, b VARCHAR(10), c TEXT, d INT CHECK (d < 3)     | SELECT * FROM t WHERE NOT (d < 3)             | \
            1~much longer~abc~3~2
            a INT, b VARCHAR(10), c TEXT, d INT REFERENCES p      | SELECT * FROM t WHERE t.d IS NOT NULL AND NOT \
            EXISTS (SELECT 1 FROM p WHERE p.id = t.d) | 1~much longer~abc~3~2
            a INT, b VARCHAR(7), c TEXT, d INT                    | SELECT * FROM t WHERE length(b) > 7           | \
            1~much longer~abc~3~2
            """)
    void theQueryShowsThem(String columns, String query, String rows) throws Exception {
        try (var database = Migrated.of(PRESENT);
                var other = Migrated.of(schema("CREATE TABLE t (" + columns + ", e INT AS (a + 1))"))) {
            var danger = dangers(database, other).get(0);
            assertEquals(query, danger.query());
            assertEquals(List.of(rows.replace('~', '|')), database.query(danger.query()));
        }
    }

    @Test
    void whatIsGoingToHaveAnotherNameIsAskedUnderTheOldOne() throws Exception {
        var renamings = List.<Renaming>of(new Renaming.OfTable("t", "things"),
                new Renaming.OfColumn("things", "b", "name"), new Renaming.OfColumn("p", "id", "number"));
        var renamed = PRESENT.replace(" t ", " things ").replace("b VARCHAR", "name VARCHAR")
                .replace("p (id", "p (number");
        try (var database = Migrated.of(PRESENT); var present = Migrated.of(renamed); var other = Migrated.of("""
                CREATE TABLE p (number INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE);
                CREATE TABLE things (a INT, name VARCHAR(10) NOT NULL, c TEXT, d INT REFERENCES p, e INT AS (a + 1));
                CREATE TABLE empty (a INT, b TEXT);
                CREATE VIRTUAL TABLE f USING fts5 (body)""")) {
            var found = new ArrayList<Danger>();
            present.differences(other).forEach(it -> found.addAll(database.database().dangers(it, renamings)));
            assertEquals(List.of("""
                    SELECT * FROM (SELECT a, b AS name, c, d, e FROM t) AS things WHERE name IS NULL""", """
                    SELECT * FROM (SELECT a, b AS name, c, d, e FROM t) AS things WHERE things.d IS NOT NULL AND NOT \
                    EXISTS (SELECT 1 FROM (SELECT id AS number, code FROM p) AS p WHERE p.number = things.d)"""),
                    found.stream().map(Danger::query).toList());
            for (var danger : found) {
                assertEquals(1, database.query(danger.query()).size());
            }
        }
    }

    @Test
    void whatOnlyTheApplicationKnowsIsNoDanger() throws Exception {
        try (var database = Migrated.of(PRESENT); var other = Migrated.of(schema("CREATE UNIQUE INDEX i ON t (a)"))) {
            var create = (Change.CreateIndex) database.differences(other).get(0);
            assertEquals(1, database.database().dangers(create, List.of()).size());
            var text = create.index().text().replace("(a)", "(a COLLATE of_the_application)");
            var unknown = new Index(create.index().name(), create.index().definition(), true, text);
            var change = new Change.CreateIndex(create.of(), unknown);
            assertEquals(List.of(), database.database().dangers(change, List.of()));
        }
    }

    @Test
    void itIsCountedHowManyValuesWouldFitAnotherColumn() throws Exception {
        try (var database = Migrated.of(PRESENT);
                var other = Migrated.of("CREATE TABLE t (a TEXT, b VARCHAR(5), c INT, d INT)")) {
            var from = database.schema().tables().get(1).columns();
            var to = other.schema().tables().get(0).columns();
            var found = new ArrayList<String>();
            for (int i = 0; i < to.size(); i++) {
                var fitting = database.database().fitting("t", from.get(i), to.get(i));
                found.add(fitting.fit() + " of " + fitting.values());
            }
            assertEquals(List.of("3 of 3", "1 of 2", "1 of 2", "2 of 2"), found);
        }
    }

    private static List<Danger> dangers(Migrated database, Migrated wanted) {
        var found = new ArrayList<Danger>();
        database.differences(wanted).forEach(it -> found.addAll(database.database().dangers(it, List.of())));
        return found;
    }

    /** The present schema, but for what is said here of its tables. */
    private static String schema(String different) {
        var all = new ArrayList<>(List.of(P, T, EMPTY, F));
        all.removeIf(it -> different.startsWith(it.substring(0, it.startsWith("CREATE V") ? 22 : 14)));
        all.add(different);
        return String.join(";\n", all);
    }
}
