package tests.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import restrack.schema.Level;

/** What counts of a column. */
class ColumnsTest {
    @Test
    void aTypeIsItsWordsHoweverTheyAreWritten() throws SQLException {
        Apart.same("CREATE TABLE t (a %s)", """
                VARCHAR(100) ~ varchar ( 100 )
                NUMERIC(10,2) ~ Numeric (10 , 2)
                DOUBLE PRECISION ~ double /* really */ precision
                TEXT ~ "text"
                VARCHAR(5) ~ [varchar] (5)
                DECIMAL(10) ~ DEC(10)
                CHARACTER VARYING(20) ~ VARCHAR(20)
                char varying(20) ~ VARCHAR(20)
                CHARACTER(3) ~ CHAR(3)
                BOOL ~ BOOLEAN
                INT ~ INTEGER
                """);
    }

    @Test
    void anotherTypeIsAnotherTypeAlthoughItBehavesTheSame() throws SQLException {
        Apart.equivalent("CREATE TABLE t (a %s)", """
                VARCHAR(100) ~ VARCHAR(320)
                VARCHAR(100) ~ TEXT
                BIGINT ~ INT
                DATETIME ~ NUMERIC(10, 2)
                FLOAT ~ REAL
                BLOB ~
                """);
    }

    @Test
    void aTypeOfAnotherAffinityIsDifferent() throws SQLException {
        Apart.different("CREATE TABLE t (a %s)", """
                TEXT ~ INTEGER
                STRING ~ TEXT
                REAL ~ NUMERIC
                FLOATING POINT ~ FLOATING
                ANY ~ BLOB
                """);
        Apart.different("CREATE TABLE t (a %s) STRICT", """
                ANY ~ BLOB
                INTEGER ~ TEXT
                """);
    }

    @Test
    void beingTheRowidIsPartOfTheType() throws SQLException {
        Apart.different("CREATE TABLE t (%s)", """
                a INTEGER PRIMARY KEY ~ a INT PRIMARY KEY
                a INTEGER PRIMARY KEY ~ a INTEGER PRIMARY KEY DESC
                a INTEGER, PRIMARY KEY (a) ~ a INT, PRIMARY KEY (a)
                """);
        Apart.same("CREATE TABLE t (%s)", """
                a INTEGER PRIMARY KEY ~ a integer primary key asc
                a INTEGER PRIMARY KEY ~ a INTEGER, PRIMARY KEY (a)
                a INTEGER PRIMARY KEY ~ a INTEGER, PRIMARY KEY (a DESC)
                a INTEGER PRIMARY KEY ~ a 'integer' PRIMARY KEY
                a INTEGER, b, PRIMARY KEY (a, b) ~ a INT, b, PRIMARY KEY (a, b)
                """);
        Apart.same("CREATE TABLE t (a %s PRIMARY KEY) WITHOUT ROWID", "INT ~ INTEGER");
    }

    @Test
    void notNullCountsWithWhatHappensOtherwise() throws SQLException {
        Apart.different("CREATE TABLE t (a TEXT %s)", """
                NOT NULL ~
                NOT NULL ~ NULL
                NOT NULL ~ NOT NULL ON CONFLICT IGNORE
                NOT NULL ON CONFLICT REPLACE DEFAULT 1 ~ NOT NULL ON CONFLICT IGNORE DEFAULT 1
                PRIMARY KEY ~ NOT NULL PRIMARY KEY
                """);
        Apart.same("CREATE TABLE t (a TEXT %s)", """
                NOT NULL ~ not /* really */ null
                NOT NULL ~ CONSTRAINT n NOT NULL
                NOT NULL ~ NOT NULL NOT NULL
                NOT NULL ~ NOT NULL ON CONFLICT ABORT
                NULL ~
                """);
    }

    @Test
    void notNullSaysNothingWhereNothingCanBeNull() throws SQLException {
        Apart.same("CREATE TABLE t (%s)", """
                a INTEGER PRIMARY KEY ~ a INTEGER NOT NULL PRIMARY KEY
                a INTEGER PRIMARY KEY ~ a INTEGER NOT NULL, PRIMARY KEY (a)
                """);
        Apart.same("CREATE TABLE t (a TEXT %s, PRIMARY KEY (a)) WITHOUT ROWID", "NOT NULL ~ ");
        Apart.different("CREATE TABLE t (a TEXT %s, PRIMARY KEY (a)) WITHOUT ROWID",
                "NOT NULL ON CONFLICT IGNORE ~ NOT NULL");
        Apart.different("CREATE TABLE t (a TEXT, b TEXT %s, PRIMARY KEY (a)) WITHOUT ROWID", "NOT NULL ~ ");
    }

    @Test
    void defaultsAreTheSameIfTheyStoreTheSame() throws SQLException {
        Apart.same("CREATE TABLE t (a INTEGER %s)", """
                DEFAULT NULL ~
                DEFAULT (NULL) ~
                DEFAULT (((1))) ~ DEFAULT 1
                DEFAULT 1 ~ DEFAULT +1
                DEFAULT 1 ~ DEFAULT '1'
                DEFAULT 1 ~ DEFAULT 1.0
                DEFAULT TRUE ~ DEFAULT 1
                DEFAULT 0 ~ DEFAULT false
                DEFAULT -5 ~ DEFAULT (- 5)
                DEFAULT 0x1F ~ DEFAULT 31
                DEFAULT (1 + 2) ~ DEFAULT 3
                DEFAULT 1 DEFAULT 2 ~ DEFAULT 2
                CONSTRAINT d DEFAULT 1 ~ DEFAULT 1
                """);
        Apart.same("CREATE TABLE t (a TEXT %s)", """
                DEFAULT 'x' ~ DEFAULT ('x')
                DEFAULT 'x' ~ DEFAULT "x"
                DEFAULT 'x' ~ DEFAULT x
                DEFAULT 1 ~ DEFAULT '1'
                DEFAULT CURRENT_TIMESTAMP ~ DEFAULT (current_timestamp)
                DEFAULT (datetime('now')) ~ DEFAULT ( DATETIME ( 'now' ) )
                DEFAULT (datetime('now')) ~ DEFAULT (("datetime"('now')))
                """);
        Apart.same("CREATE TABLE t (a BLOB %s)", "DEFAULT x'0aFF' ~ DEFAULT X'0Aff'");
    }

    @Test
    void defaultsThatStoreSomethingElseAreDifferent() throws SQLException {
        Apart.different("CREATE TABLE t (a %s)", """
                DEFAULT 1 ~ DEFAULT '1'
                DEFAULT 1 ~ DEFAULT 1.0
                DEFAULT 'x' ~ DEFAULT 'X'
                DEFAULT word ~ DEFAULT WORD
                DEFAULT 1 ~
                DEFAULT 'null' ~ DEFAULT NULL
                DEFAULT "null" ~ DEFAULT NULL
                DEFAULT 'true' ~ DEFAULT TRUE
                DEFAULT '' ~ DEFAULT NULL
                DEFAULT x'61' ~ DEFAULT 'a'
                DEFAULT x'0001' ~ DEFAULT x'0002'
                DEFAULT (hex(x'0001')) ~ DEFAULT (hex(x'0002'))
                DEFAULT CURRENT_TIMESTAMP ~ DEFAULT CURRENT_DATE
                DEFAULT 'CURRENT_TIMESTAMP' ~ DEFAULT CURRENT_TIMESTAMP
                DEFAULT (date('now')) ~ DEFAULT (date('now', 'localtime'))
                DEFAULT (random()) ~ DEFAULT (abs(random()))
                """);
        Apart.different("CREATE TABLE t (a TEXT %s)", "DEFAULT 1 ~ DEFAULT 1.0");
    }

    @Test
    void theCollationCountsAndTheUsualOneIsNone() throws SQLException {
        Apart.same("CREATE TABLE t (a TEXT %s)", """
                COLLATE BINARY ~
                COLLATE nocase ~ COLLATE "NOCASE"
                COLLATE BINARY COLLATE NOCASE ~ COLLATE NOCASE
                """);
        Apart.different("CREATE TABLE t (a TEXT %s)", """
                COLLATE NOCASE ~
                COLLATE NOCASE ~ COLLATE RTRIM
                """);
    }

    @Test
    void aGeneratedColumnIsItsExpressionAndWhetherItIsStored() throws SQLException {
        Apart.same("CREATE TABLE t (a INT, b INT, c INT %s)", """
                AS (a + b) ~ GENERATED ALWAYS AS (a+b) VIRTUAL
                AS (a + b) ~ AS ((A + "b"))
                AS (a <> b) STORED ~ AS (a != b) STORED
                AS (a + b) ~ AS (a + (b))
                AS (a AND NOT b) ~ AS ((a) AND (NOT b))
                """);
        Apart.different("CREATE TABLE t (a INT, b INT, c INT %s)", """
                AS (a + b) ~ AS (a + b) STORED
                AS (a + b) ~ AS (b + a)
                AS (a + b) ~ AS (a - b)
                AS (a + b) ~
                AS (a || 'x') ~ AS (a || 'X')
                """);
    }

    @Test
    void theOrderOfColumnsIsToldApart() throws SQLException {
        assertEquals(List.of("Reorder"), Apart.words(Level.EXACT, "CREATE TABLE t (a, b)", "CREATE TABLE t (b, a)"));
        assertEquals(List.of("AddColumn"), Apart.words(Level.EXACT, "CREATE TABLE t (a)", "CREATE TABLE T (B, A)"));
    }

    @Test
    void namesAreTheSameInAnyCaseOfTheLettersOfAscii() throws SQLException {
        Apart.same("CREATE TABLE %s", "t (a, \"b c\") ~ \"T\" ([A], `B C`)");
        Apart.different("CREATE TABLE t (%s)", "é ~ É");
    }
}
