package tests.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.schema.Column;
import restrack.schema.Level;
import restrack.schema.Schema;

/** What is read of a database. */
class ReadingTest {
    @Test
    void anEmptyDatabaseHasNothing() throws SQLException {
        try (var database = Opened.of("")) {
            assertEquals(Schema.EMPTY, database.schema(Level.EXACT));
        }
    }

    @Test
    void whatSqliteKeepsForItselfIsNotRead() throws SQLException {
        try (var database = Opened.of("""
                CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a UNIQUE);
                CREATE INDEX i ON t (a); INSERT INTO t (a) VALUES (1); ANALYZE""")) {
            var tables = database.schema(Level.EXACT).tables();
            assertEquals("[t]", tables.stream().map(it -> it.name()).toList().toString());
            assertEquals("[i]", tables.get(0).indexes().stream().map(it -> it.name()).toList().toString());
            assertEquals(Set.of("AUTOINCREMENT"), tables.get(0).options());
        }
    }

    @Test
    void aColumnIsReadAsItCanBeWrittenAgain() throws SQLException {
        try (var database = Opened.of("""
                CREATE TABLE "The Table" (
                    "an id" INTEGER PRIMARY KEY NOT NULL,
                    b VARCHAR ( 10 ) NOT NULL ON CONFLICT FAIL DEFAULT ('x') COLLATE NOCASE,
                    c DEFAULT (1 + 2), d DEFAULT - 7, e DEFAULT word, f GENERATED ALWAYS AS (b || 'x'))""")) {
            var table = database.schema(Level.EXACT).tables().get(0);
            assertEquals("The Table", table.name().text());
            assertEquals(List.of("an id INTEGER", "b VARCHAR ( 10 ) NOT NULL ON CONFLICT FAIL 'x' NOCASE",
                            "c  (1 + 2)", "d  -7", "e  'word'", "f  AS (b || 'x') VIRTUAL"),
                    table.columns().stream().map(ReadingTest::written).toList());
            assertTrue(table.text().startsWith("CREATE TABLE \"The Table\" (\n"), table.text());
        }
    }

    private static String written(Column column) {
        var text = new StringBuilder(column.name() + " " + column.type());
        for (var part : List.of(column.notNull(), column.defaultValue(), column.collation(), column.generated())) {
            text.append(part.map(it -> " " + it.text()).orElse(""));
        }
        return text.toString();
    }

    @Test
    void aTableMadeOfASelectHasItsColumns() throws SQLException {
        Apart.same("%s", "CREATE TABLE t AS SELECT 1 AS a, CAST(2 AS TEXT) AS b ~ CREATE TABLE t (a, b TEXT)");
    }

    @Test
    void tablesAreInTheOrderInWhichTheyWereMade() throws SQLException {
        try (var database = Opened.of("CREATE TABLE z (a); CREATE TABLE y (a); CREATE TABLE x (a)")) {
            assertEquals("[z, y, x]",
                    database.schema(Level.EXACT).tables().stream().map(it -> it.name()).toList().toString());
        }
    }

    @Test
    void aTextThatIsDamagedIsNotGuessed() throws SQLException {
        assertDamaged("the table t", "UPDATE sqlite_schema SET sql = 'CREATE TABLE t (a, b' WHERE name = 't'");
        assertDamaged("the table t", "UPDATE sqlite_schema SET sql = 'CREATE TABLE s (a, b)' WHERE name = 't'");
        assertDamaged("the index i", "UPDATE sqlite_schema SET sql = 'CREATE INDEX i' WHERE name = 'i'");
        assertDamaged("the view v", "UPDATE sqlite_schema SET sql = 'CREATE VIEW' WHERE name = 'v'");
    }

    private static void assertDamaged(String what, String damage) throws SQLException {
        try (var database = Opened.of("""
                CREATE TABLE t (a); CREATE INDEX i ON t (a); CREATE VIEW v AS SELECT a FROM t;
                PRAGMA writable_schema = ON;""" + damage)) {
            var error = assertThrows(MigrateException.class, () -> database.schema(Level.EXACT));
            assertEquals(ErrorKind.DATABASE_ERROR, error.kind());
            assertTrue(error.getMessage().contains(what), error.getMessage());
        }
    }

    @Test
    void whatOnlyTheApplicationKnowsIsComparedAllTheSame() throws SQLException {
        var frame = List.of("CREATE TABLE t (a TEXT COLLATE app_order, CHECK (%s))");
        try (var one = applied(frame, "app_twice(a) <> 'xx' AND a > 'b'");
             var other = applied(frame, "(app_twice(a) <> 'xx') AND (a > 'b')");
             var third = applied(frame, "(app_twice(a) <> 'xx') AND a >= 'b'")) {
            assertEquals(List.of(), Apart.words(Level.EXACT, one, other));
            assertEquals(List.of("DropConstraint", "AddConstraint"), Apart.words(Level.EXACT, one, third));
        }
    }

    private static Database applied(List<String> frame, String check) throws SQLException {
        var database = Opened.withApplication(frame.stream().map(it -> it.formatted(check)).toList());
        Opened.withoutApplication(database);
        return database;
    }

    @Test
    void aVirtualTableWhoseModuleIsNotHereIsReadAllTheSame() throws SQLException {
        try (var database = Opened.of("""
                CREATE TABLE t (a); CREATE VIRTUAL TABLE f USING fts5 (a); CREATE VIEW broken AS SELECT * FROM missing;
                PRAGMA writable_schema = ON;
                INSERT INTO sqlite_schema VALUES ('table', 'g', 'g', 0, 'CREATE VIRTUAL TABLE g USING unheard (a)');
                PRAGMA writable_schema = RESET;""")) {
            var schema = database.schema(Level.EXACT);
            assertEquals("[t]", schema.tables().stream().map(it -> it.name()).toList().toString());
            assertEquals("[f, broken, g]", schema.definitions().stream().map(it -> it.name()).toList().toString());
        }
    }

    @Test
    void comparingLeavesNothingBehind() throws SQLException {
        try (var one = Opened.of("CREATE TABLE t (a INT DEFAULT 1, CHECK (a <> 2))");
             var other = Opened.of("CREATE TABLE t (a INT DEFAULT '1', CHECK ((a) <> 2))")) {
            other.begin();
            Opened.run(other, "CREATE TABLE later (a)");
            assertEquals(List.of("CreateTable"), Apart.words(Level.EXACT, one, other));
            other.commit();
            assertEquals("[t, later]",
                    other.schema(Level.EXACT).tables().stream().map(it -> it.name()).toList().toString());
            try (var query = other.connection().createStatement();
                 var rows = query.executeQuery("SELECT count(*) FROM temp.sqlite_schema")) {
                assertEquals(0, rows.getInt(1));
            }
        }
    }
}
