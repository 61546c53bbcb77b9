package tests.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import restrack.database.Danger;
import restrack.schema.Change;
import restrack.schema.Index;
import restrack.schema.Renaming;

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

    /** What is different in the wanted schema; what is wrong with the rows then; the query for them; how many it finds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREATE TABLE t (a INT)                                       | drop-data: 2 rows of t would lose what they have for b; drop-data: 2 rows of t would lose what they have for c; drop-data: 2 rows of t would lose what they have for d
            CREATE TABLE p (id INTEGER PRIMARY KEY)                      | drop-data: 2 rows of p would lose what they have for code
            CREATE TABLE t (a INT, b VARCHAR(5), c TEXT, d INT, e INT AS (a + 1)) | change-data: 1 row of t has a b that would be lost or change its meaning as VARCHAR(5)
            CREATE TABLE t (a INT, b VARCHAR(10), c INT, d INT, e INT AS (a + 1)) | change-data: 1 row of t has a c that would be lost or change its meaning as INT
            CREATE TABLE t (a BIGINT, b TEXT, c TEXT, d INT, e INT AS (a + 1))    |
            CREATE TABLE t (a INT NOT NULL, b VARCHAR(10) NOT NULL, c TEXT, d INT, e INT AS (a + 1)) | : 1 row of t has no value for b
            CREATE TABLE t (a INT UNIQUE, b VARCHAR(10) UNIQUE, c TEXT, d INT, e INT AS (a + 1)) | : 2 rows of t have the same a as others
            CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT COLLATE NOCASE UNIQUE) | : 2 rows of p have the same code as others
            CREATE TABLE t (a INT, b VARCHAR(10) PRIMARY KEY, c TEXT, d INT, e INT AS (a + 1)) | : 1 row of t has no value for b
            CREATE TABLE t (a INT CHECK (a < 2), b VARCHAR(10), c TEXT CHECK (c <> 'x'), d INT, e INT AS (a + 1)) | : 1 row of t does not pass CHECK (a < 2)
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT REFERENCES p, e INT AS (a + 1)) | : 1 row of t refers to no row of p
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT REFERENCES p (code), d INT, e INT AS (a + 1)) | : 2 rows of t refer to no row of p
            CREATE TABLE t (a INT REFERENCES new, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE TABLE new (id INTEGER PRIMARY KEY) | : 3 rows of t refer to new, which has no rows yet
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1), FOREIGN KEY (d) REFERENCES t (a)) | : 1 row of t refers to no row of t
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT AS (a * 1), d INT, e INT AS (a + 1)) | change-data: 2 rows of t have a c that is not what the expression gives, and would be lost
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE UNIQUE INDEX i ON t (a) | : 2 rows of t have the same a as others
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE UNIQUE INDEX i ON t (a) WHERE a > 1 |
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE UNIQUE INDEX i ON t (a, length(b)) |
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1)); CREATE UNIQUE INDEX i ON t (a + 0, typeof(b)) | : 2 rows of t have the same a + 0, typeof(b) as others
            CREATE TABLE t (a INT, b VARCHAR(10), c TEXT, d INT, e INT AS (a + 1), n INT UNIQUE CHECK (n > 0) REFERENCES p) |
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
            a INT NOT NULL, b VARCHAR(10) NOT NULL, c TEXT, d INT | SELECT * FROM t WHERE b IS NULL                | 2~null~null~null~3
            a INT UNIQUE, b VARCHAR(10), c TEXT, d INT            | SELECT a, count(*) AS number FROM t WHERE a IS NOT NULL GROUP BY a HAVING count(*) > 1 | 1~2
            a INT, b VARCHAR(10), c TEXT, d INT CHECK (d < 3)     | SELECT * FROM t WHERE NOT (d < 3)             | 1~much longer~abc~3~2
            a INT, b VARCHAR(10), c TEXT, d INT REFERENCES p      | SELECT * FROM t WHERE t.d IS NOT NULL AND NOT EXISTS (SELECT 1 FROM p WHERE p.id = t.d) | 1~much longer~abc~3~2
            a INT, b VARCHAR(7), c TEXT, d INT                    | SELECT * FROM t WHERE length(b) > 7           | 1~much longer~abc~3~2
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
        var renamed = PRESENT.replace(" t ", " things ").replace("b VARCHAR", "name VARCHAR").replace("p (id", "p (number");
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
            assertEquals(List.of(), database.database().dangers(new Change.CreateIndex(create.of(), unknown), List.of()));
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
