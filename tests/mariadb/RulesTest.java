package tests.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.database.ScriptRules.Standing;
import restrack.database.mariadb.MariaScriptRules;
import restrack.database.mariadb.MariaSyntax;
import restrack.sql.Losses;
import restrack.sql.Statement;
import restrack.sql.Statements;

/** What each statement is to a script that is resumed, and what may not stand in one. */
class RulesTest {
    private final MariaScriptRules rules = new MariaScriptRules();

    private static Statement statement(String sql) {
        return Statements.of(sql, MariaSyntax.SYNTAX).get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "INSERT INTO a VALUES (1)                      | TRANSACTIONAL",
        "WITH x AS (SELECT 1) SELECT * FROM x          | TRANSACTIONAL",
        "(SELECT 1) UNION (SELECT 2)                   | TRANSACTIONAL",
        "LOAD DATA INFILE 'x' INTO TABLE a             | TRANSACTIONAL",
        "ANALYZE FORMAT=JSON UPDATE a SET b = 1        | TRANSACTIONAL",
        "SAVEPOINT x                                   | TRANSACTIONAL",
        "ALTER TABLE a ADD b INT                       | TRACED",
        "/*!50003 CREATE OR REPLACE VIEW v AS SELECT 1 */ | TRACED",
        "CREATE DEFINER=a@b SQL SECURITY INVOKER VIEW v AS SELECT 1 | TRACED",
        "CREATE UNIQUE INDEX i ON a (b)                | TRACED",
        "RENAME TABLE a TO b                           | TRACED",
        "CREATE TABLE user (id INT)                    | TRACED",
        "DROP SEQUENCE s                               | TRACED",
        "GRANT SELECT ON a TO b                        | REPEATABLE",
        "ANALYZE TABLE a                               | REPEATABLE",
        "OPTIMIZE TABLE a                              | REPEATABLE",
        "SET GLOBAL max_connections = 5                | REPEATABLE",
        "SET @@global.max_connections = 5              | REPEATABLE",
        "CREATE USER IF NOT EXISTS a                   | REPEATABLE",
        "ALTER USER a IDENTIFIED BY 'b'                | REPEATABLE",
        "CREATE USER a                                 | UNTRACED",
        "DROP DATABASE a                               | UNTRACED",
        "TRUNCATE TABLE a                              | UNTRACED",
        "CALL p()                                      | UNTRACED",
        "EXECUTE IMMEDIATE 'DROP TABLE a'              | UNTRACED",
        "BEGIN NOT ATOMIC SELECT 1; END                | UNTRACED",
        "CREATE TEMPORARY TABLE a (b INT)              | UNTRACED",
        "SOMETHING NEW                                 | UNTRACED",
        "SET @a = 1                                    | SESSION",
        "SET STATEMENT max_statement_time = 1 FOR DELETE FROM a | TRANSACTIONAL",
        "SET STATEMENT max_statement_time = 1 FOR ALTER TABLE a ADD b INT | TRACED",
        "BEGIN                                         | BEGINS",
        "START TRANSACTION READ ONLY                   | BEGINS",
        "COMMIT                                        | COMMITS",
        "ROLLBACK                                      | ROLLS_BACK"
    })
    void everyStatementHasAStanding(String sql, Standing standing) {
        assertEquals(standing, rules.standing(statement(sql)), sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USE other", "LOCK TABLES a WRITE", "UNLOCK TABLES", "XA START 'x'", "SET autocommit = 0",
        "SET @@autocommit = 0", "SHUTDOWN",
        "COMMIT AND CHAIN", "ROLLBACK RELEASE"})
    void whatTakesTheDatabaseFromTheToolkitIsRefused(String sql) {
        assertTrue(rules.refusal(statement(sql), true).isPresent());
        assertTrue(rules.refusal(statement(sql), false).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET NAMES latin1", "SET NAMES 'latin1' COLLATE latin1_bin", "SET CHARACTER SET cp850",
        "/*!40101 SET character_set_client = cp850 */", "SET @a = 1, @@session.character_set_connection = ascii",
        "SET SESSION collation_connection := latin1_bin", "SET SESSION sql_select_limit = 0",
        "SET completion_type = 'CHAIN'", "SET SESSION TRANSACTION READ ONLY", "SET @@tx_read_only = 1"})
    void whatGarblesTheRecordsOrKeepsThemFromBeingWrittenIsRefused(String sql) {
        assertTrue(rules.refusal(statement(sql), true).isPresent());
        assertTrue(rules.refusal(statement(sql), false).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET NAMES utf8mb4", "/*!40101 SET NAMES utf8 */", "SET CHARACTER SET 'utf8mb3'",
        "SET character_set_client = @saved", "SET @names = 'latin1', @a = (SELECT character_set_client FROM x)",
        "SET collation_connection = utf8mb4_bin", "SET sql_select_limit = DEFAULT", "SET completion_type = 0",
        "SET SESSION TRANSACTION READ WRITE", "SET STATEMENT sql_select_limit = 1 FOR SELECT 1"})
    void whatDoesNotIsNot(String sql) {
        assertFalse(rules.refusal(statement(sql), false).isPresent());
    }

    @Test
    void transactionsAreTheScriptsOwnOnlyOutsideOne() {
        assertTrue(rules.refusal(statement("COMMIT"), true).isPresent());
        assertFalse(rules.refusal(statement("COMMIT"), false).isPresent());
        assertFalse(rules.refusal(statement("SAVEPOINT a"), true).isPresent());
        assertTrue(rules.refusal(statement("SAVEPOINT a"), false).isPresent());
        assertFalse(rules.refusal(statement("BEGIN NOT ATOMIC SELECT 1; END"), true).isPresent());
        assertTrue(rules.refusal(statement("CREATE TEMPORARY TABLE a (b INT)"), false).isPresent());
    }

    @Test
    void whatEmptiesOrReplacesATableIsALoss() {
        assertEquals(List.of("a", "b"), Losses.of(Statements.of("TRUNCATE a; CREATE OR REPLACE TABLE b (c INT);"
                + "CREATE OR REPLACE VIEW v AS SELECT 1; CREATE OR REPLACE TEMPORARY TABLE t (c INT)",
                MariaSyntax.SYNTAX)).stream().map(it -> it.edit().table().table()).toList());
    }

    @Test
    void onlyRowsAreUndoneAsAWhole() {
        var rows = Statements.of("SET @a = 1; INSERT INTO a VALUES (@a); DELETE FROM b", MariaSyntax.SYNTAX);
        assertTrue(rules.isUndoneAsAWhole(rows));
        assertFalse(rules.isUndoneAsAWhole(List.of(rows.get(1), statement("ALTER TABLE a ADD b INT"))));
    }

    @Test
    void whatDropsSeveralThingsIsCut() {
        assertEquals(List.of("DROP TABLE IF EXISTS a", "DROP TABLE IF EXISTS `b,c`", "DROP TABLE IF EXISTS d.e"),
                cut("DROP TABLE IF EXISTS a, `b,c`, d.e CASCADE"));
        assertEquals(List.of("RENAME TABLE a TO b, c TO a"), cut("RENAME TABLE a TO b, c TO a"));
        assertEquals(List.of("DROP VIEW v", "DROP VIEW w"), cut("DROP VIEW v, w"));
        assertEquals(List.of("DROP TABLE a"), cut("DROP TABLE a"));
        assertEquals(List.of("DROP TEMPORARY TABLE a, b"), cut("DROP TEMPORARY TABLE a, b"));
        assertEquals(List.of("DELETE FROM a WHERE b IN (1, 2)"), cut("DELETE FROM a WHERE b IN (1, 2)"));
    }

    private static List<String> cut(String sql) {
        return new MariaScriptRules().split(statement(sql)).stream().map(Statement::text).toList();
    }
}
