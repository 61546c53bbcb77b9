package tests.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.database.mariadb.MariaSyntax;
import restrack.sql.Checksum;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Tokens;
import restrack.sql.UnclosedException;

/** Where the statements of scripts for MariaDB end. */
class SplittingTest {
    private static List<String> split(String text) {
        return Statements.of(text, MariaSyntax.SYNTAX).stream().map(Statement::text).toList();
    }

    @Test
    void quotesAndCommentsHideSemicolons() {
        assertEquals(List.of("SELECT 'a\\';b', \"c;'d\", `e;``f`", "SELECT 2 -- x;\n+ 1", "SELECT 3 # y;\n+ 1",
                "SELECT 4 /* z; */ + 1"), split("""
                SELECT 'a\\';b', "c;'d", `e;``f`;
                SELECT 2 -- x;
                + 1;
                SELECT 3 # y;
                + 1;
                SELECT 4 /* z; */ + 1;
                """));
    }

    @Test
    void twoDashesAreACommentOnlyBeforeWhiteSpace() {
        assertEquals(List.of("SELECT 5--2", "SELECT 1"), split("SELECT 5--2;\n--\n-- SELECT 0;\nSELECT 1"));
    }

    @Test
    void anEmptyCommentOfOneCharacterIsOne() {
        assertEquals(List.of("SELECT 1"), split("#\nSELECT 1;\n#"));
    }

    @Test
    void literalsAndVariablesAreWhole() {
        var text = "SET @a := x'0a', @`b;` = b'01', @@session.sql_mode = _utf8mb4'x;', @'c;' = N'y;'";
        assertEquals(List.of(text), split(text + ";"));
    }

    @Test
    void commentsThatRunAreStatements() {
        var found = Statements.of("""
                /*!40101 SET NAMES utf8mb4 */;
                /*M!100100 SELECT ';*/' */;
                CREATE TABLE t (a INT) /*!50100 ENGINE=InnoDB /* as always; */ */;
                """, MariaSyntax.SYNTAX);

        assertEquals(List.of("/*!40101 SET NAMES utf8mb4 */", "/*M!100100 SELECT ';*/' */",
                "CREATE TABLE t (a INT) /*!50100 ENGINE=InnoDB /* as always; */ */"),
                found.stream().map(Statement::text).toList());
        assertTrue(found.get(0).starts("SET", "NAMES"));
    }

    @Test
    void whatADumpTellsItsProgramIsNoStatement() {
        assertEquals(List.of("SELECT 1"), split("/*M!999999\\- enable the sandbox mode */ \n-- Dump\nSELECT 1;"));
    }

    @Test
    void whatACommentThatRunsSaysCountsForTheChecksum() {
        assertNotEquals(checksum("/*!40101 SET NAMES utf8 */"), checksum("/*!40101 SET NAMES latin1 */"));
        assertNotEquals(checksum("/*!40101 SELECT 1 */"), checksum("/*!80000 SELECT 1 */"));
        assertEquals(checksum("SELECT 1 /* one */"), checksum("SELECT 1 # two"));
    }

    @Test
    void theDelimiterDoesNotCountForTheChecksum() {
        assertEquals(checksum("CREATE PROCEDURE p() BEGIN SELECT 1; END;"),
                checksum("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END //\nDELIMITER ;\n"));
    }

    private static String checksum(String sql) {
        return Checksum.start().section("up", Tokens.of(sql, MariaSyntax.SYNTAX)).hex();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.b = 1",
        "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.b = 1; SET NEW.c = 2; END",
        "CREATE OR REPLACE DEFINER=`a`@`%` TRIGGER IF NOT EXISTS t AFTER UPDATE ON a FOR EACH ROW FOLLOWS u "
            + "IF NEW.b > 0 THEN INSERT INTO c VALUES (1); ELSEIF NEW.b < 0 THEN DELETE FROM c; "
            + "ELSE SET @x = 1; END IF",
        "CREATE PROCEDURE p(IN a INT, OUT b DECIMAL(10, 2)) COMMENT 'IF; x' MODIFIES SQL DATA lab: BEGIN "
            + "SET b = IF(a > 0, 1, CASE a WHEN 1 THEN 2 ELSE 3 END); IF a THEN LEAVE lab; END IF; END lab",
        "CREATE PROCEDURE p() outer_loop:LOOP SET @a = 1; REPEAT SET @a = REPEAT('x', 2); UNTIL @a END REPEAT; "
            + "LEAVE outer_loop; END LOOP outer_loop",
        "CREATE PROCEDURE p() BEGIN DECLARE done INT DEFAULT CASE WHEN 1 THEN 0 END; DECLARE c CURSOR FOR SELECT 1; "
            + "DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1; DECLARE EXIT HANDLER FOR SQLSTATE '23000', 1062 "
            + "BEGIN ROLLBACK; END; WHILE NOT done DO FETCH c INTO done; END WHILE; "
            + "CASE done WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE; END",
        "CREATE DEFINER = CURRENT_USER() FUNCTION f(a INT) RETURNS INT DETERMINISTIC RETURN IF(a, 1, 2)",
        "CREATE FUNCTION f(a INT) RETURNS SET('x;', 'y') READS SQL DATA BEGIN FOR i IN 1..3 DO SET @b = i; END FOR; "
            + "RETURN 'x'; END",
        "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; DELETE FROM b; END",
        "ALTER EVENT e DO BEGIN DELETE FROM a; DELETE FROM b; END",
        "BEGIN NOT ATOMIC DECLARE i INT; SET i = 1; END",
        "IF (SELECT count(*) FROM a) = 0 THEN INSERT INTO a VALUES (1); END IF",
        "CREATE TABLE event (`begin` INT, `end` INT, trigger_name INT)",
        "CREATE VIEW v AS SELECT CASE WHEN a THEN 1 END AS b FROM function_calls",
        "/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN "
            + "SET NEW.b = 1; END */",
        "CREATE PROCEDURE p() BEGIN SELECT end FROM ends; SELECT a.end, if_x FROM a; END"
    })
    void aBodyEndsWithItsEnd(String statement) {
        assertEquals(List.of(statement, "SELECT 1"), split(statement + ";\nSELECT 1;"));
        assertEquals(List.of(statement, "SELECT 1"), split("DELIMITER $$\n" + statement + "$$\nDELIMITER ;\nSELECT 1"));
        assertEquals(List.of(statement, "SELECT 1"),
                split("delimiter //\n" + statement + ";\n//\nSELECT 1 //\ndelimiter ;\n"));
    }

    @Test
    void aBodyThatIsNotUnderstoodEndsWithTheDelimiter() {
        var odd = "CREATE PACKAGE BODY p AS PROCEDURE q AS BEGIN SELECT 1; END; END";
        assertEquals(List.of(odd, "SELECT 1"), split("DELIMITER //\n" + odd + "\n//\nDELIMITER ;\nSELECT 1;"));
    }

    @Test
    void aColumnCalledDelimiterIsNone() {
        var table = "CREATE TABLE t (\n  a INT,\n  delimiter VARCHAR(5)\n)";
        assertEquals(List.of(table), split(table + ";"));
    }

    @Test
    void whatIsNotClosedIsRefusedWithItsLine() {
        for (var open : List.of("SELECT 1;\nSELECT 'x", "SELECT 1;\n/*!50003 SELECT 1;", "SELECT 1;\nSELECT `x",
                "SELECT 1;\nCREATE PROCEDURE p() BEGIN SELECT 1;", "SELECT 1;\nSELECT \"x\\\"")) {
            assertEquals(2, assertThrows(UnclosedException.class, () -> split(open), open).line());
        }
    }
}
