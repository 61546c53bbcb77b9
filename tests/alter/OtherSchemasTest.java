package tests.alter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * Databases beside the main one, attached or temporary, that have tables, indexes and triggers of the same names: what
 * is changed is the table that was meant, and no other.
 */
class OtherSchemasTest {
    private static final String TABLES = """
            CREATE TABLE p (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE t (id INTEGER PRIMARY KEY, a INT DEFAULT 1, b TEXT COLLATE NOCASE, p INT REFERENCES p,
                UNIQUE (a), CHECK (b <> ''));
            CREATE INDEX t_b ON t (b);
            CREATE TABLE log (a, b);
            CREATE TRIGGER noted AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (old.id, new.b); END;
            CREATE VIEW v AS SELECT a, b FROM t;
            """;
    private static final String MAIN = TABLES + """
            INSERT INTO p VALUES (1, 'x'), (2, 'y');
            INSERT INTO t VALUES (1, 10, 'Main', 1), (5, 20, 'main', 2), (9, 30, NULL, NULL);
            """;
    private static final String ATTACHED = "ATTACH ':memory:' AS aux;\n" + TABLES
            .replaceAll("CREATE (TABLE|INDEX|TRIGGER|VIEW) ", "CREATE $1 aux.")
            + "INSERT INTO aux.t VALUES (1, 1, 'aux', NULL), (2, 2, NULL, NULL);\n";
    private static final String TEMPORARY = TABLES
            .replaceAll("CREATE (TABLE|INDEX|TRIGGER|VIEW) ", "CREATE $1 temp.")
            + "INSERT INTO temp.t VALUES (1, 1, 'temp', NULL), (2, 2, NULL, NULL);\n";
    private static final String WATCHING = """
            CREATE TEMP TABLE seen (what);
            CREATE TEMP TRIGGER watch AFTER DELETE ON main.t BEGIN INSERT INTO seen VALUES (old.id); END;
            CREATE TEMP VIEW w AS SELECT id, a FROM main.t;
            """;
    private static final List<String> CHANGES = List.of("ALTER a TYPE TEXT", "ALTER a TYPE BIGINT",
            "ALTER a SET DEFAULT 5", "ALTER p SET NOT NULL", "ALTER b DROP NOT NULL", "ALTER id SET NOT NULL",
            "ALTER b TYPE TEXT COLLATE RTRIM", "ADD UNIQUE (p)", "ADD UNIQUE (b)", "ADD CHECK (a > 5)",
            "ADD CHECK (a < 5)", "ADD FOREIGN KEY (a) REFERENCES p", "ADD FOREIGN KEY (p) REFERENCES p (id)",
            "DROP CONSTRAINT t_a_key", "DROP CONSTRAINT t_b_check", "DROP CONSTRAINT t_p_fkey",
            "DROP CONSTRAINT t_pkey", "ADD n INT", "ADD n INT UNIQUE", "ADD n INT NOT NULL DEFAULT (1 + 1)",
            "DROP COLUMN p", "DROP COLUMN a", "DROP COLUMN a CASCADE", "DROP COLUMN b CASCADE", "RENAME a TO zz",
            "RENAME TO zz", "SET STRICT", "SET WITHOUT ROWID", "SET AUTOINCREMENT", "REORDER COLUMNS (b, a)",
            "ALTER a ADD GENERATED ALWAYS AS (id * 10) VIRTUAL", "ALTER p TYPE INT USING p + 100",
            "ALTER a TYPE INT USING a + 100");

    @TempDir
    Path folder;

    @BeforeEach
    void create() throws SQLException {
        try (var main = Altered.of(folder, MAIN)) {
            assertEquals(List.of("ok"), main.query("PRAGMA integrity_check"));
        }
    }

    private Altered open(String session) throws SQLException {
        return Altered.of(folder, session);
    }

    @ParameterizedTest
    @MethodSource("beside")
    void whatIsBesideMakesNoDifferenceToTheMainDatabase(String session) throws Exception {
        var file = folder.resolve("altered.db");
        var bytes = Files.readAllBytes(file);
        var wrong = new ArrayList<String>();
        for (var change : CHANGES) {
            if (session.equals(TEMPORARY) && change.startsWith("RENAME")) {
                // SQLite itself takes a temporary table for the one that a view or trigger of the main database names.
                continue;
            }
            var alone = end("", "ALTER TABLE main.t " + change);
            var wanted = Inventory.of(file);
            Files.write(file, bytes);
            var beside = end(session, "ALTER TABLE main.t " + change);
            if (!alone.equals(beside)) {
                wrong.add(change + ": " + alone + ", but " + beside);
            }
            Comparison.differences(wanted, Inventory.of(file)).forEach(it -> wrong.add(change + ": " + it));
            Files.write(file, bytes);
        }
        assertEquals(List.of(), wrong);
    }

    /** Runs it; returns its refusal, and whether what is beside is as it was. */
    private String end(String session, String change) throws SQLException {
        try (var database = open(session)) {
            var before = beside(database);
            var end = "done";
            try {
                database.run(change, "change-data");
            } catch (MigrateException e) {
                end = e.kind() + ": " + e.getMessage();
            } catch (SQLException e) {
                end = e.getMessage();
            }
            // A view or trigger that looks at the main database is told of new names.
            if (!change.contains("RENAME")) {
                assertEquals(before, beside(database), change);
            }
            assertEquals(List.of("0"), database.query("PRAGMA writable_schema"), change);
            return end;
        }
    }

    private static List<String> beside(Altered database) throws SQLException {
        var found = new ArrayList<String>();
        for (var schema : database.query("SELECT name FROM pragma_database_list WHERE name <> 'main'")) {
            found.addAll(database.query("SELECT * FROM " + schema + ".sqlite_schema"));
            for (var table : database.query("SELECT name FROM " + schema + ".sqlite_schema WHERE type = 'table'")) {
                found.addAll(database.query("SELECT * FROM " + schema + "." + table));
            }
        }
        return found;
    }

    static Stream<String> beside() {
        return Stream.of(ATTACHED, TEMPORARY, WATCHING);
    }

    @ParameterizedTest
    @MethodSource("beside")
    void whatIsPrintedForTheMainDatabaseIsNotMisledByWhatIsBeside(String session) throws SQLException {
        assumeTrue(Sqlite3.version().isPresent(), "There is no sqlite3 program here.");
        try (var run = new PrintedRun(folder.resolve("altered.db"), MAIN, session, folder)) {
            var program = new Sqlite3(folder, List.of());
            for (var change : CHANGES) {
                run.check("ALTER TABLE main.t " + change, program);
            }
            assertEquals(List.of(), run.wrong());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "aux  | ADD COLUMN n INT   | 1, 1, aux, null, null",
        "aux  | RENAME COLUMN a TO z | 1, 1, aux, null",
        "temp | ADD COLUMN n INT   | 1, 1, temp, null, null",
        "temp | DROP COLUMN p      | 1, 1, temp",
    })
    void whatSqliteItselfHasIsDoneToTheTableThatIsMeant(String schema, String change, String row) throws SQLException {
        var main = Inventory.of(folder.resolve("altered.db"));
        try (var database = open(ATTACHED + TEMPORARY)) {
            database.run("ALTER TABLE " + schema + ".t " + change);

            assertEquals(row, database.query("SELECT * FROM " + schema + ".t").get(0).replace(" | ", ", "));
        }
        assertEquals(List.of(), Comparison.differences(main, Inventory.of(folder.resolve("altered.db"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aux.t", "temp.t", "t"})
    void whatSqliteItselfHasNotIsRefusedBesideTheMainDatabase(String table) throws SQLException {
        try (var database = open(ATTACHED + TEMPORARY)) {
            for (var change : List.of("ALTER a TYPE TEXT", "ADD UNIQUE (b)", "SET STRICT", "DROP CONSTRAINT t_a_key",
                    "ADD n INT, ADD m INT", "DROP COLUMN b CASCADE", "ALTER b SET NOT NULL")) {
                var refusal = database.refusal("ALTER TABLE " + table + " " + change);

                assertEquals(ErrorKind.CANNOT_ALTER, refusal.kind(), change);
            }
        }
    }

    @Test
    void aTemporaryTableIsMeantBeforeOneOfTheMainDatabase() throws SQLException {
        try (var database = open(TEMPORARY)) {
            database.run("ALTER TABLE t ADD COLUMN n INT DEFAULT 7");

            assertEquals(List.of("7", "7"), database.query("SELECT n FROM temp.t"));
            assertEquals(List.of("p"), database.query("SELECT name FROM pragma_table_info('t', 'main') WHERE cid = 3"));
            assertEquals(List.of(), database.query("SELECT name FROM pragma_table_info('t', 'main') WHERE cid = 4"));
        }
    }

    @Test
    void oneOfTheMainDatabaseIsMeantBeforeAnAttachedOne() throws SQLException {
        try (var database = open(ATTACHED)) {
            database.run("ALTER TABLE t ALTER a TYPE TEXT");

            assertEquals(List.of("10", "20", "30"), database.query("SELECT a FROM main.t WHERE typeof(a) = 'text'"));
            assertEquals(List.of("1", "2"), database.query("SELECT a FROM aux.t WHERE typeof(a) = 'integer'"));
        }
    }
}
