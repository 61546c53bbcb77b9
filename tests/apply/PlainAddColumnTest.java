package tests.apply;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.database.sqlite.SqliteDialect;
import restrack.sql.Statements;

/** Which statements are told by their words alone to need no look at the table. */
class PlainAddColumnTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "ALTER TABLE t ADD a",
        "ALTER TABLE t ADD COLUMN a INTEGER",
        "ALTER TABLE main.t ADD COLUMN \"unique\" DECIMAL(10, 2) NULL",
        "ALTER TABLE [a, b] ADD a TEXT NOT NULL DEFAULT 'x, (y)'",
        "ALTER TABLE t ADD a INTEGER NOT NULL DEFAULT -1 /* , CHECK */",
        "ALTER TABLE t ADD a BOOLEAN DEFAULT TRUE COLLATE NOCASE",
        "UPDATE t SET a = 1",
        "CREATE TABLE t (a UNIQUE)",
        "DROP TABLE t",
    })
    void plain(String sql) {
        assertFalse(mayNeedChanges(sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ALTER TABLE IF EXISTS t ADD a",
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS a",
        "ALTER TABLE t ADD a INTEGER NOT NULL",
        "ALTER TABLE t ADD a INTEGER NOT NULL DEFAULT NULL",
        "ALTER TABLE t ADD a TEXT NOT NULL DEFAULT (lower('X'))",
        "ALTER TABLE t ADD a TEXT DEFAULT CURRENT_TIMESTAMP",
        "ALTER TABLE t ADD a TEXT UNIQUE",
        "ALTER TABLE t ADD a INTEGER PRIMARY KEY",
        "ALTER TABLE t ADD a INTEGER REFERENCES p",
        "ALTER TABLE t ADD a INTEGER CHECK (a > 0)",
        "ALTER TABLE t ADD a AS (b) STORED",
        "ALTER TABLE t ADD a INTEGER, ADD b INTEGER",
        "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0)",
        "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p",
        "ALTER TABLE t DROP COLUMN a",
        "ALTER TABLE t RENAME TO u",
        "ALTER TABLE t RENAME a TO b",
        "ALTER TABLE t ALTER a TYPE TEXT",
        "alter /* */ table t set strict",
    })
    void notPlain(String sql) {
        assertTrue(mayNeedChanges(sql));
    }

    private static boolean mayNeedChanges(String sql) {
        var dialect = new SqliteDialect();
        return dialect.mayNeedChanges(Statements.of(sql, dialect.syntax()).get(0));
    }
}
