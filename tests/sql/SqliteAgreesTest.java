package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import restrack.MigrateException;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Tokens;

/**
 * The statements one by one leave what SQLite's own reading of the whole text leaves: sqlite-jdbc's
 * {@code executeUpdate} runs every statement up to the first that fails.
 */
class SqliteAgreesTest {
    private static final List<String> GOOD = List.of(
            "CREATE TABLE %s(a INTEGER PRIMARY KEY, \"b;\" TEXT DEFAULT 'it''s; END', [c d], `e``;` REAL, 'f' BLOB)",
            "create /* a ; b */ table %s (x -- ; END;\n, y CHECK (y <> ';'))",
            "CREATE TABLE %s(begin, end, \"case\", x DEFAULT x'3b3b')",
            "CREATE TEMP TABLE %s(a)",
            "CREATE VIEW %s AS SELECT CASE WHEN 1 THEN ';' ELSE \"--\" END AS [end;] FROM (SELECT 1 AS \"--\")",
            """
            CREATE TRIGGER %s AFTER INSERT ON base BEGIN
                UPDATE base SET a = CASE WHEN a THEN CASE b WHEN 1 THEN 2 END ELSE 3 END; END""",
            """
            CREATE TRIGGER %s /*;*/ BEFORE UPDATE OF begin, end ON base WHEN new.end = CASE old.begin WHEN 1 THEN 2 END
            BEGIN -- ; END;
                SELECT end, begin FROM base; /* END; */ DELETE FROM base WHERE a = ';END;' ;
            /* now */ END""",
            "CREATE TEMP TRIGGER %s AFTER DELETE ON base BEGIN INSERT INTO base(a) VALUES ('; END;'), (\"end\"); END",
            "CREATE TRIGGER IF NOT EXISTS %s INSTEAD OF INSERT ON base_view BEGIN SELECT RAISE(ABORT, 'no; END'); END",
            "EXPLAIN CREATE TRIGGER %s AFTER INSERT ON base BEGIN SELECT 1; END",
            "EXPLAIN QUERY PLAN SELECT 1",
            "BEGIN; CREATE TABLE %s(a); END",
            "BEGIN TRANSACTION; CREATE TABLE %s(a); ROLLBACK",
            "SAVEPOINT %1$s; CREATE TABLE %1$s(a); RELEASE %1$s",
            "INSERT INTO base(a) VALUES (1), ('a''b'), (\"end\"), (0x1F), (1e5)",
            "SELECT 1; SELECT '/*'; SELECT 2 -- */\n",
            "CREATE TABLE [%s;] AS SELECT ';' AS `;``;`, 1 AS end",
            "CREATE UNIQUE INDEX [%s;] ON base(a, `end`) WHERE a = ';'");
    private static final List<String> BETWEEN = List.of(";", " ; ", "\n;\n", ";;", ";-- don't; \n", ";/* it's; */",
            "\n-- a\n;/**/;", "; \uFEFF ", ";\r\n\t");
    private static final List<String> LAST = List.of("", ";", "; -- bye", "; /* closed */", ";;;\n");

    @Test
    void onGoodStatements() throws SQLException {
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                text.append(RandomSql.one(random, GOOD).formatted("n" + i))
                        .append(RandomSql.one(random, i == 0 ? LAST : BETWEEN));
            }
            try (var whole = base(); var single = base()) {
                assertEquals("", runs(whole, text.toString()), "seed " + seed + ": " + text);
                assertEquals("", runs(single, Statements.of(text.toString(), SqliteSyntax.SQLITE)), "seed " + seed);
                assertEquals(contents(whole), contents(single), "seed " + seed + ": " + text);
            }
        }
    }

    @Test
    void onBrokenOnes() throws SQLException {
        for (long seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var text = RandomSql.one(random, GOOD).formatted("n0") + RandomSql.nasty(random) + ";\n"
                    + RandomSql.one(random, GOOD).formatted("n1") + RandomSql.nasty(random)
                    + RandomSql.one(random, GOOD).formatted("n2");
            agreeOn(closed(text), "seed " + seed + ": " + text);
        }
    }

    private static void agreeOn(String text, String message) throws SQLException {
        try (var whole = base(); var single = base()) {
            boolean failed = !runs(whole, text).isEmpty();
            List<Statement> statements;
            try {
                statements = Statements.of(text, SqliteSyntax.SQLITE);
            } catch (MigrateException e) {
                assertTrue(failed, e.getMessage() + " " + message);
                return;
            }
            assertEquals(failed, !runs(single, statements).isEmpty(), message);
            assertEquals(contents(whole), contents(single), message);
        }
    }

    /** The text with its last comment closed, which means the same to SQLite. */
    private static String closed(String text) throws SQLException {
        var tokens = Tokens.of(text, SqliteSyntax.SQLITE);
        if (!tokens.get(tokens.size() - 1).isOpenComment()) {
            return text;
        }
        assertThrows(MigrateException.class, () -> Statements.of(text, SqliteSyntax.SQLITE), text);
        try (var open = base(); var closed = base()) {
            assertEquals(runs(open, text), runs(closed, text + "*/"), text);
            assertEquals(contents(open), contents(closed), text);
        }
        return text + "*/";
    }

    /** To SQLite it is closed by the end of the text, and what it swallows has never been written. */
    @Test
    void butNotOnAnOpenComment() throws SQLException {
        int open = 0;
        for (var text : List.of("CREATE TABLE n(a); /* not closed", "CREATE TABLE n(a) /*/", "/* CREATE TABLE n(a);")) {
            try (var whole = base()) {
                assertEquals("", runs(whole, text));
            }
            open += closed(text).equals(text) ? 0 : 1;
            agreeOn(closed(text), text);
        }
        assertEquals(3, open);
    }

    /** SQLite itself takes the comment into the column's definition, where it hides what follows. */
    @Test
    void butNotOnACommentBehindAddColumn() throws SQLException {
        var text = "ALTER TABLE base ADD COLUMN c DEFAULT 1 -- one\n;";
        try (var whole = base(); var single = base()) {
            assertTrue(runs(whole, text).contains("incomplete input"));
            assertEquals("", runs(single, Statements.of(text, SqliteSyntax.SQLITE)));
        }
    }

    @Test
    void theComparisonSeesDifferences() throws SQLException {
        try (var one = base(); var other = base()) {
            runs(one, "CREATE TABLE n(a)");
            assertFalse(contents(one).equals(contents(other)));
        }
    }

    private static Connection base() throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        runs(connection, "CREATE TABLE base(a, b, begin, end); CREATE VIEW base_view AS SELECT a FROM base");
        return connection;
    }

    private static String runs(Connection connection, List<Statement> statements) {
        for (var statement : statements) {
            var error = runs(connection, statement.text());
            if (!error.isEmpty()) {
                return error;
            }
        }
        return "";
    }

    private static String runs(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String contents(Connection connection) throws SQLException {
        var found = new StringBuilder();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema
                UNION ALL SELECT name || ': ' || coalesce(sql, '') FROM sqlite_temp_schema
                UNION ALL SELECT quote(a) || quote(b) FROM base""")) {
            while (rows.next()) {
                found.append(withoutTail(rows.getString(1))).append('\n');
            }
        }
        return found.toString();
    }

    /** Of views and indexes SQLite keeps the comments before the semicolon, which are no part of our statement. */
    private static String withoutTail(String row) {
        var tokens = Tokens.of(row, SqliteSyntax.SQLITE);
        int last = tokens.size() - 1;
        while (tokens.get(last).isSpaceOrComment()) {
            last--;
        }
        return row.substring(0, tokens.get(last).end());
    }
}
