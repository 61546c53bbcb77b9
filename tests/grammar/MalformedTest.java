package tests.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import restrack.ErrorKind;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.CreateVirtualTable;
import restrack.database.sqlite.grammar.MalformedException;

/** What is no such statement is refused, with the place and with what should stand there. */
class MalformedTest {
    @Test
    void theMessageSaysWhatWasExpectedAndWhere() {
        assertMessage("Line 1, column 1: Expected CREATE, found the end.", "");
        assertMessage("Line 1, column 8: Expected TABLE, found VIEW.", "CREATE VIEW v AS SELECT 1");
        assertMessage("Line 3, column 5: Expected the name of a column, found \"open; DROP TABLE t; -- and mo….",
                "CREATE TABLE t(\n  a INT,\n    \"open; DROP TABLE t; -- and more");
        assertMessage("Line 1, column 16: Expected the name of a column, found CHECK.", "CREATE TABLE t(CHECK (1))");
        assertMessage("Line 2, column 3: Expected a type, a constraint, \",\" or \")\", found 1.",
                "CREATE TABLE t(\n😀 1)");
        assertMessage("Line 1, column 22: Expected a constraint, \",\" or \")\", found the end.",
                "CREATE TABLE t(a INT ");
        assertMessage("Line 1, column 26: Expected a default value, found ).", "CREATE TABLE t(a DEFAULT )");
        assertMessage("Line 1, column 25: Expected an expression, found ).", "CREATE TABLE t(a CHECK ())");
        assertMessage("Line 1, column 18: Expected WITHOUT ROWID, STRICT or the end of the statement, found STRIKT.",
                "CREATE TABLE t(a)STRIKT");
        assertMessage("Line 1, column 19: Expected the end of the statement, found SELECT.",
                "CREATE TABLE t(a);SELECT 1");
        assertMessage("Line 1, column 30: Expected a constraint of the table, found b.",
                "CREATE TABLE t(a, CHECK (1), b)");
        assertMessage("Line 1, column 21: Expected NULL or DEFERRABLE, found ).", "CREATE TABLE t(a NOT)");
        assertMessage("Line 1, column 27: Expected something that SQLite can read, found 'b).",
                "CREATE TABLE t(a CHECK (a='b)");
    }

    @Test
    void aKeywordAsANameGetsAHint() {
        var error = assertThrows(MalformedException.class, () -> CreateTable.parse("CREATE TABLE order(a)"));
        assertEquals("Line 1, column 14: Expected the name of a table, found order.", error.getMessage());
        assertEquals("A name that is also a keyword is written in double quotes.", error.hint());
        assertEquals(ErrorKind.BAD_SCRIPT, error.kind());
        assertEquals(13, error.offset());
    }

    @Test
    void noTokensInAnyOrderBringAnotherException() {
        var pieces = List.of("CREATE", "TABLE", "INDEX", "UNIQUE", "VIRTUAL", "USING", "t", "(", "(", ")", ")", ",",
                "a", "CONSTRAINT", "CHECK", "PRIMARY", "KEY", "AS", "GENERATED", "ALWAYS", "DEFAULT", "NOT", "NULL",
                "COLLATE", "REFERENCES", "ON", "DELETE", "SET", "MATCH", "DEFERRABLE", "INITIALLY", "1", "'s'", "\"q\"",
                "[b", "x'0'", ";", "-", "+", ".", "WITHOUT", "ROWID", "STRICT", "AUTOINCREMENT", "DESC", "ASC", "WHERE",
                "\0", "/*", "''");
        int read = 0;
        for (long seed = 0; seed < 20000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder(RandomTable.one(random, List.of("", "CREATE TABLE t(a ", "CREATE TABLE t(a,",
                    "CREATE INDEX i ON t(", "CREATE VIRTUAL TABLE t USING m", "CREATE TABLE t(a, UNIQUE (")));
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(RandomTable.one(random, pieces)).append(random.nextInt(4) == 0 ? "" : " ");
            }
            read += read(text.toString(), "seed " + seed);
        }
        assertTrue(read > 100, "Some should make sense: " + read);
    }

    private static int read(String text, String message) {
        int read = 0;
        for (Runnable parse : List.<Runnable>of(() -> CreateTable.parse(text), () -> CreateIndex.parse(text),
                () -> CreateVirtualTable.parse(text))) {
            try {
                parse.run();
                read++;
            } catch (MalformedException e) {
                assertTrue(e.offset() <= text.length() && e.line() > 0 && e.column() > 0, message);
            } catch (RuntimeException e) {
                throw new AssertionError(message + ": " + text, e);
            }
        }
        return read;
    }

    @Test
    void depthCostsNoStack() {
        var deep = "(".repeat(200_000) + "1" + ")".repeat(200_000);
        assertEquals(1, CreateTable.parse("CREATE TABLE t(a CHECK " + deep + ")").columns().size());
        assertThrows(MalformedException.class, () -> CreateTable.parse("CREATE TABLE t(a CHECK " + "(".repeat(99_999)));
    }

    private static void assertMessage(String message, String text) {
        assertEquals(message, assertThrows(MalformedException.class, () -> CreateTable.parse(text)).getMessage());
    }
}
