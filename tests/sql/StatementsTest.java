package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Token;
import restrack.sql.Tokens;
import restrack.sql.UnclosedException;

class StatementsTest {
    private static final String TRIGGER = """
            CREATE TRIGGER "begin" AFTER UPDATE OF "end" ON t WHEN CASE WHEN new.a THEN 1 ELSE 0 END BEGIN
                UPDATE t SET a = CASE b WHEN 1 THEN CASE c WHEN ';' THEN 2 END ELSE 3 END; -- ; END
                SELECT end, begin FROM [; END];
            END""";

    @Test
    void aStatementEndsAtItsSemicolon() {
        assertEquals(List.of("A", "B c", "D"), texts("A;B c ;\n;;  ; D"));
        assertEquals(List.of(), texts(" -- nothing\n /* at all */ ; \n"));
    }

    @Test
    void aSemicolonInsideQuotesOrCommentsEndsNothing() {
        for (var inside : List.of("';'", "';''; '", "\";\"", "\";\"\";\"", "`;`", "`;``;`", "[;]", "a--;\nb",
                "a/*;*/b")) {
            assertEquals(List.of("SELECT " + inside, "B"), texts("SELECT " + inside + "; B"));
        }
    }

    @Test
    void commentsAroundAStatementAreNotItsText() {
        var statement = of("-- one\n/* two */ SELECT /* three */ 1 -- four\n;").get(0);
        assertEquals("SELECT /* three */ 1", statement.text());
        assertEquals("SELECT /* three */ 1", join(statement.tokens()));
        assertEquals("SELECT1", join(statement.significant()));
        assertEquals(17, statement.offset());
        assertEquals(2, statement.line());
    }

    @Test
    void aTriggerEndsAtItsOwnEnd() {
        assertEquals(List.of("A", TRIGGER, "B"), texts("A;" + TRIGGER + ";B"));
        assertEquals(List.of(TRIGGER), texts(TRIGGER));
        for (var prefix : List.of("EXPLAIN ", "EXPLAIN QUERY PLAN ", "explain/**/query -- \n plan ")) {
            assertEquals(List.of(prefix + TRIGGER, "B"), texts(prefix + TRIGGER + "; B"));
        }
        for (var kind : List.of("TEMP", "temporary", "/* x */")) {
            var trigger = TRIGGER.replace("CREATE", "CREATE " + kind);
            assertEquals(List.of(trigger, "B"), texts(trigger + "; B"));
        }
    }

    @Test
    void namesOfTriggersMayBeKeywords() {
        assertEquals(2, of("CREATE TRIGGER begin AFTER INSERT ON end BEGIN DELETE FROM case_; END; B").size());
        assertEquals(2, of("CREATE TRIGGER \"BEGIN\" AFTER INSERT ON t; B").size());
    }

    @Test
    void beginAndEndOutsideATriggerAreStatements() {
        assertEquals(List.of("BEGIN TRANSACTION", "SELECT CASE WHEN 1 THEN 2 END", "END"),
                texts("BEGIN TRANSACTION; SELECT CASE WHEN 1 THEN 2 END; END;"));
        assertEquals(List.of("CREATE TABLE trigger_(begin, end)", "B"), texts("CREATE TABLE trigger_(begin, end); B"));
    }

    @Test
    void linesAreThoseOfTheFile() {
        assertEquals(List.of(2, 3, 5), of("\nA;\n B\n;\nC").stream().map(Statement::line).toList());
        assertEquals(List.of(12, 13), Statements.of("\r\nA;\r\nB", SqliteSyntax.SQLITE, 11).stream()
                .map(Statement::line).toList());
        var tokens = Tokens.of("A;\nB;\nC;", SqliteSyntax.SQLITE);
        var part = Statements.of(tokens.subList(3, tokens.size()), SqliteSyntax.SQLITE, 1);
        assertEquals(List.of("B", "C"), part.stream().map(Statement::text).toList());
        assertEquals(List.of(2, 3), part.stream().map(Statement::line).toList());
    }

    @Test
    void startsLooksThroughCommentsAndCase() {
        var statement = of("drop /* the */ -- old\n Table t").get(0);
        assertTrue(statement.starts("DROP", "TABLE"));
        assertFalse(statement.starts("DROP", "VIEW"));
        assertFalse(statement.starts("DROP", "TABLE", "t", "x"));
    }

    @Test
    void whatIsNotClosedIsAnErrorWithItsLine() {
        assertError("A;\nB 'it''s; C", "Line 2: The string is not closed that begins with 'it''s; C.");
        assertError("A;\nB \"c", "Line 2: The name is not closed that begins with \"c.");
        assertError("A;\nB `c", "Line 2: The name is not closed that begins with `c.");
        assertError("A;\n\nB [c", "Line 3: The name is not closed that begins with [c.");
        assertError("A;\nB x'0", "Line 2: The blob is not closed that begins with x'0.");
        assertError("\nA;B \0", "Line 2: There is a NUL character, at which the database would stop reading.");
    }

    @Test
    void aTriggerWithoutItsEndIsAnErrorWithItsLine() {
        assertError("A;\n\nCREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END;\nDROP TABLE u;",
                "Line 3: The body of CREATE TRIGGER x AFTER … is not closed.");
        assertError("CREATE TRIGGER x AFTER INSERT ON t BEGIN\nSELECT 'a; END;",
                "Line 2: The string is not closed that begins with 'a; END;.");
    }

    @Test
    void anOpenCommentIsAnErrorWhereverItStands() {
        for (var before : List.of("", "A;", "A;\nB ", "A; -- b\n",
                "CREATE TRIGGER x AFTER INSERT ON t BEGIN\nSELECT 1; ")) {
            for (var comment : List.of("/* and so on;", "/*/", "/* a\nEND;", "/* *")) {
                assertError(before + comment, "Line " + (before.contains("\n") ? 2 : 1)
                        + ": The comment is not closed that begins with " + comment.lines().toList().get(0) + ".");
            }
        }
    }

    @Test
    void aCommentThatEndsWithTheTextIsClosed() {
        for (var comment : List.of("/**/", "/***/", "/* /* */", "/*/*/", "/*;*/ ", "-- /*")) {
            assertEquals(List.of("A", "B"), texts("A; B " + comment), comment);
        }
    }

    @Test
    void theErrorCanSayTheFile() {
        var error = assertThrows(UnclosedException.class, () -> of("A;\nB 'c"));
        assertEquals(2, error.line());
        var inFile = error.in("x.sql");
        assertEquals("x.sql:2: The string is not closed that begins with 'c.", inFile.getMessage());
        assertEquals(error.hint(), inFile.hint());
        assertEquals(ErrorKind.BAD_SCRIPT, inFile.kind());
    }

    @Test
    void nothingButMigrateExceptionIsThrown() {
        for (long seed = 0; seed < 3000; seed++) {
            var text = RandomSql.nasty(new Random(seed));
            try {
                for (var statement : of(text)) {
                    assertEquals(statement.text(), join(statement.tokens()), "seed " + seed);
                    assertTrue(text.startsWith(statement.text(), statement.offset()), "seed " + seed);
                    assertFalse(statement.significant().isEmpty(), "seed " + seed);
                }
            } catch (MigrateException e) {
                assertEquals(ErrorKind.BAD_SCRIPT, e.kind(), "seed " + seed);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static void assertError(String text, String message) {
        var error = assertThrows(MigrateException.class, () -> of(text));
        assertEquals(ErrorKind.BAD_SCRIPT, error.kind());
        assertEquals(message, error.getMessage());
        assertFalse(error.hint().isEmpty());
    }

    private static List<Statement> of(String text) {
        return Statements.of(text, SqliteSyntax.SQLITE);
    }

    private static List<String> texts(String text) {
        return of(text).stream().map(Statement::text).toList();
    }

    private static String join(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }
}
