package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A checker is worth what it catches: each loss that other tools are known for is planted, and has to be found. */
class CheckerTest {
    private static final List<String> SCHEMA = List.of("""
            CREATE TABLE parent (
                id INTEGER PRIMARY KEY AUTOINCREMENT, -- the number of the ward
                name TEXT COLLATE NOCASE NOT NULL ON CONFLICT IGNORE DEFAULT 'none',
                beds INT CHECK (beds >= 0) /* beds */,
                UNIQUE (name) ON CONFLICT REPLACE
            )""", """
            CREATE TABLE child (
                code TEXT,
                parent INT REFERENCES parent ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
                v,
                CHECK (v <> 'x')
            )""",
            "CREATE TABLE exact (a INT, b TEXT DEFAULT 'b', c INT GENERATED ALWAYS AS (a * 2) STORED) STRICT",
            "CREATE TABLE clustered (a TEXT, b INT, PRIMARY KEY (a, b)) WITHOUT ROWID",
            "CREATE INDEX by_beds ON parent (beds DESC, name COLLATE BINARY)",
            "CREATE INDEX by_code ON child (code) WHERE v NOTNULL",
            "CREATE UNIQUE INDEX by_twice ON exact (a + a)",
            "CREATE VIEW wards AS SELECT name, beds FROM parent",
            "CREATE VIEW children AS SELECT v, typeof(v) AS t FROM child",
            "CREATE VIEW broken AS SELECT gone FROM parent",
            "CREATE TRIGGER on_child AFTER INSERT ON child BEGIN UPDATE parent SET beds = beds + 1; END",
            """
            CREATE TRIGGER into_wards INSTEAD OF INSERT ON wards BEGIN
                INSERT INTO parent (name) VALUES (new.name);
            END""",
            "INSERT INTO parent VALUES (1, 'a', 3), (7, 'B', NULL), (9, 'c', 4)",
            "DELETE FROM parent WHERE id = 9",
            """
            INSERT INTO child (rowid, code, parent, v) VALUES
                (5, 'x1', 1, 1), (6, 'x2', 7, '1'), (8, 'x3', 3, x'00ff')""",
            "INSERT INTO exact (a) VALUES (1), (2)",
            "INSERT INTO clustered VALUES ('z', 1), ('a', 2)",
            "ANALYZE",
            "PRAGMA user_version = 12");

    @TempDir
    private Path folder;
    private Path before;
    private Path after;

    @BeforeEach
    void build() throws SQLException, IOException {
        before = folder.resolve("before.db");
        after = folder.resolve("after.db");
        run(before, SCHEMA);
        Files.copy(before, after);
    }

    @Test
    void whatIsTheSameIsTheSame() throws SQLException {
        assertEquals(List.of(), found());
        run(after, List.of("CREATE TABLE passing (a)", "INSERT INTO passing VALUES (1)", "DROP TABLE passing",
                "REINDEX"));
        assertEquals(List.of(), found());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a trigger                 | text of trigger on_child | DROP TRIGGER on_child",
        "a trigger of a view       | writing of wards         | DROP TRIGGER into_wards",
        "a child row               | rows of child            | DELETE FROM child WHERE code = 'x2'",
        "a row in exchange         | rows of child            | UPDATE child SET code = 'x9' WHERE code = 'x2'",
        "a rowid                   | rows of child            | UPDATE child SET rowid = 7 WHERE rowid = 6",
        "a type of a value         | rows of child            | UPDATE child SET v = '1' WHERE code = 'x1'",
        "a type seen by a view     | view of children         | UPDATE child SET v = '1' WHERE code = 'x1'",
        "a blob                    | rows of child            | UPDATE child SET v = '' WHERE code = 'x3'",
        "a mark of a sequence      | rows of sqlite_sequence  | UPDATE sqlite_sequence SET seq = 7",
        "a row of the statistics   | rows of sqlite_stat1     | DELETE FROM sqlite_stat1 WHERE idx = 'by_code'",
        "all statistics            | order                    | DROP TABLE sqlite_stat1",
        "a view                    | text of view wards       | DROP VIEW wards",
        "an index                  | index of by_beds         | DROP INDEX by_beds",
        "a setting                 | pragma of user_version   | PRAGMA user_version = 0",
        "a page size               | pragma of page_size      | PRAGMA page_size = 1024; VACUUM",
        "a journal mode            | pragma of journal_mode   | PRAGMA journal_mode = WAL",
        "something left behind     | Left behind: table       | CREATE TABLE migrate_new_1 (a)",
        "a new violation           | violations of child      | UPDATE child SET parent = 4 WHERE code = 'x1'",
        "a violation mended        | violations of child      | UPDATE child SET parent = 1 WHERE code = 'x3'"
    })
    void catches(String what, String where, String statements) throws SQLException {
        run(after, List.of(statements.split("; ")));
        assertFound(what, where);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "the comment of a line   | parent  | text of table parent    | ` -- the number of the ward` | ``",
        "a comment in between    | parent  | text of table parent    | ` /* beds */` | ``",
        "a space                 | parent  | text of table parent    | `CHECK (beds` | `CHECK(beds`",
        "the case of a word      | parent  | text of table parent    | COLLATE | collate",
        "a collation             | parent  | text of table parent    | ` COLLATE NOCASE` | ``",
        "the index's collation   | parent  | index of sqlite_autoindex_parent_1 | ` COLLATE NOCASE` | ``",
        "a CHECK                 | parent  | text of table parent    | ` CHECK (beds >= 0)` | ``",
        "a default               | parent  | columns of parent       | ` DEFAULT 'none'` | ``",
        "NOT NULL                | parent  | columns of parent       | ` NOT NULL ON CONFLICT IGNORE` | ``",
        "ON CONFLICT             | parent  | text of table parent    | ` ON CONFLICT REPLACE` | ``",
        "AUTOINCREMENT           | parent  | text of table parent    | ` AUTOINCREMENT` | ``",
        "a cascade               | child   | keys of child           | ` ON DELETE CASCADE` | ``",
        "deferrability           | child   | text of table child     | ` DEFERRABLE INITIALLY DEFERRED` | ``",
        "a foreign key           | child   | keys of child           | ` REFERENCES parent ON DELETE CASCADE` | ``",
        "STRICT                  | exact   | table of exact          | ` STRICT` | ``",
        "a generated column      | exact   | columns of exact        | ` STORED` | ` VIRTUAL`",
        "an index's direction    | by_beds | index of by_beds        | ` DESC` | ``",
        "an index's collation    | by_beds | index of by_beds        | ` COLLATE BINARY` | ``",
        "an index's condition    | by_code | indexes of child        | ` WHERE v NOTNULL` | ``",
        "an index's uniqueness   | by_twice | indexes of exact       | ` UNIQUE` | ``",
        "a view's column         | wards   | view of wards           | `name, beds` | name",
        "a view                  | wards   | view of wards           | parent | parents",
        "what writes to a view   | on_child | writing of child       | `UPDATE parent` | `UPDATE parents`",
        "what a key refers to    | child   | writing of parent       | `REFERENCES parent ` | `REFERENCES parent (v) `",
        "how broken a view was   | broken  | view of broken          | gone | name"
    })
    void catchesInTheText(String what, String object, String where, String old, String now) throws SQLException {
        run(after, List.of("PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, '" + old.replace("'", "''") + "', '"
                        + now.replace("'", "''") + "') WHERE name = '" + object + "'"));
        assertFound(what, where);
    }

    @Test
    void catchesAnotherOrderOfObjects() throws SQLException {
        run(after, List.of("DROP TRIGGER on_child", SCHEMA.get(10)));
        assertFound("order", "order");
        assertEquals(1, found().size());
    }

    @Test
    void catchesATableThatHasLostWithoutRowid() throws SQLException {
        run(after, List.of("DROP TABLE clustered", "CREATE TABLE clustered (a TEXT, b INT, PRIMARY KEY (a, b))",
                "INSERT INTO clustered VALUES ('z', 1), ('a', 2)"));
        assertFound("WITHOUT ROWID", "table of clustered");
        assertFound("the order of its rows", "rows of clustered");
    }

    @Test
    void catchesAnIndexThatDoesNotAgreeWithItsTable() throws SQLException {
        run(after, List.of("PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'by_code') "
                        + "WHERE name = 'by_beds'"));
        assertFound("an index of other rows", "integrity");
    }

    @Test
    void catchesAColumnThatIsNullWhereNothingMayBe() throws SQLException {
        run(after, List.of("PRAGMA writable_schema = ON", "UPDATE sqlite_schema SET "
                + "sql = replace(sql, 'beds INT', 'beds INT NOT NULL') WHERE name = 'parent'"));
        assertFound("NULL in NOT NULL", "integrity");
    }

    @Test
    void forgivesWhatIsAskedFor() throws SQLException {
        run(after, List.of("PRAGMA user_version = 13"));
        var asked = Expectation.NOTHING
                .with(Fact.Kind.PRAGMA, "user_version", Expectation.Check.becomes(List.of("13")));
        assertEquals(List.of(), Comparison.differences(Inventory.of(before), Inventory.of(after), asked));
        run(after, List.of("PRAGMA user_version = 14"));
        assertEquals(1, Comparison.differences(Inventory.of(before), Inventory.of(after), asked).size());
    }

    private void assertFound(String what, String where) {
        var found = found();
        assertTrue(found.stream().anyMatch(it -> it.contains(where)), what + " was lost, and found was " + found);
    }

    private List<String> found() {
        return Comparison.differences(Inventory.of(before), Inventory.of(after));
    }

    private static void run(Path file, List<String> statements) throws SQLException {
        try (var connection = Connections.open(file)) {
            for (var statement : statements) {
                Connections.run(connection, statement);
            }
        }
    }
}
