package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.RowAction;
import restrack.sql.RowAction.Verb;
import restrack.sql.Statements;

class RowActionTest {
    private static Optional<RowAction> of(String sql) {
        return RowAction.of(Statements.of(sql, SqliteSyntax.SQLITE).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE t SET a = 1",
        "update t set a = (SELECT b FROM u WHERE u.id = t.id)",
        "UPDATE t SET a = 1 -- WHERE id = 1",
        "UPDATE t SET a = ' WHERE '",
        "UPDATE OR IGNORE t SET a = 1 FROM u RETURNING a",
        "DELETE FROM t",
        "WITH x AS (SELECT 1 WHERE 1) DELETE FROM t RETURNING *",
        "WITH RECURSIVE x (n) AS NOT MATERIALIZED (SELECT 1), y AS (VALUES (2)) UPDATE t SET a = n",
        "WITH x AS (DELETE FROM t RETURNING a) SELECT * FROM x WHERE a = 1",
        "UPDATE \"where\" SET \"where\" = 1"})
    void everyRowIsMeantWithoutACondition(String sql) {
        assertEquals(Optional.of(true), of(sql).map(RowAction::everyRow), sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE t SET a = 1 WHERE id = 2",
        "UPDATE t SET a = 1 WHERE 1",
        "UPDATE t SET (a, b) = (SELECT 1, 2) FROM u /* x */ where t.id = u.id",
        "DELETE FROM t WHERE id IN (SELECT 1)",
        "WITH x AS (SELECT 1) DELETE FROM t WHERE a IN x",
        "INSERT INTO t SELECT * FROM u",
        "INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET a = 1",
        "REPLACE INTO t VALUES (1)",
        "SELECT * FROM t",
        "WITH replace AS (SELECT 1) SELECT * FROM replace"})
    void aConditionOfTheStatementItselfCounts(String sql) {
        assertEquals(Optional.of(false), of(sql).map(RowAction::everyRow), sql);
    }

    @Test
    void theVerbIsThatOfTheWholeStatement() {
        assertEquals(Verb.READ, of("WITH x AS (SELECT 1) SELECT * FROM x").orElseThrow().verb());
        assertEquals(Verb.READ, of("VALUES (1)").orElseThrow().verb());
        assertEquals(Verb.INSERT, of("WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x").orElseThrow().verb());
        assertEquals(Verb.UPDATE, of("UPDATE t SET a = 1").orElseThrow().verb());
        assertEquals(Verb.DELETE, of("DELETE FROM t").orElseThrow().verb());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM t; END", "DROP TABLE t", "PRAGMA x",
        "EXPLAIN UPDATE t SET a = 1", "BEGIN"})
    void otherStatementsAreNotAboutRows(String sql) {
        assertEquals(Optional.empty(), of(sql), sql);
    }
}
