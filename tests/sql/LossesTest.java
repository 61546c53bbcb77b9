package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Losses;
import restrack.sql.Statements;

class LossesTest {
    @Test
    void whatIsDroppedIsLost() {
        assertEquals(List.of("DROP TABLE t", "ALTER TABLE u DROP c", "DELETE FROM v"),
                of("DROP TABLE t; SELECT 1; ALTER TABLE u DROP c; DELETE FROM v; DELETE FROM w WHERE 1"));
    }

    @Test
    void aRebuildByHandLosesNothing() {
        assertEquals(List.of(), of("""
                CREATE TABLE new(a); INSERT INTO new SELECT a FROM t; DROP TABLE t; ALTER TABLE new RENAME TO T"""));
        assertEquals(List.of(), of("""
                ALTER TABLE t RENAME TO old; CREATE TABLE t(a); INSERT INTO t SELECT a FROM old; DROP TABLE old"""));
    }

    @Test
    void halfARebuildDoes() {
        assertEquals(List.of("DROP TABLE t"), of("CREATE TABLE new(a); DROP TABLE t; ALTER TABLE new RENAME TO u"));
        assertEquals(List.of("DROP TABLE t"), of("ALTER TABLE new RENAME TO t; DROP TABLE t"));
        assertEquals(List.of("DROP TABLE old"), of("ALTER TABLE t RENAME TO old; DROP TABLE old"));
    }

    @Test
    void aTableOfTheScriptsOwnIsNoLoss() {
        assertEquals(List.of(), of("CREATE TABLE x(a); DELETE FROM x; DROP TABLE x"));
        assertEquals(List.of("DROP TABLE x"), of("CREATE TABLE IF NOT EXISTS x(a); DROP TABLE x"));
        assertEquals(List.of("DROP TABLE main.x"), of("CREATE TEMP TABLE x(a); DROP TABLE main.x"));
        assertEquals(List.of("DROP TABLE x"), of("DROP TABLE x; CREATE TABLE x(a)"));
    }

    private static List<String> of(String text) {
        return Losses.of(Statements.of(text, SqliteSyntax.SQLITE)).stream().map(it -> it.statement().text()).toList();
    }
}
