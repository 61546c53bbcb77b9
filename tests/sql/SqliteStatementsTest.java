package tests.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.database.sqlite.SqliteStatements;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Statement;
import restrack.sql.Statements;

class SqliteStatementsTest {
    @TempDir
    Path folder;

    @Test
    void pragmasThatNeedNoTransactionAreTold() {
        for (var sql : List.of("PRAGMA foreign_keys = ON", "pragma main.Journal_Mode=wal", "PRAGMA synchronous(0)",
                "PRAGMA auto_vacuum = 1", "PRAGMA page_size = 8192", "PRAGMA temp_store = 2",
                "PRAGMA wal_checkpoint")) {
            assertTrue(SqliteStatements.needsNoTransaction(one(sql)).isPresent(), sql);
        }
        for (var sql : List.of("PRAGMA foreign_keys", "PRAGMA journal_mode", "PRAGMA foreign_key_check(t)",
                "PRAGMA user_version = 3", "PRAGMA defer_foreign_keys = ON", "PRAGMA legacy_alter_table = ON",
                "SELECT 1")) {
            assertFalse(SqliteStatements.needsNoTransaction(one(sql)).isPresent(), sql);
        }
    }

    /** Sets each pragma outside and inside a transaction of a new database and looks at what it was afterwards. */
    @Test
    void sqliteTreatsEverySettingAsToldHere() throws SQLException {
        for (var setting : List.of("foreign_keys=1", "journal_mode=memory", "synchronous=1", "auto_vacuum=1",
                "page_size=8192", "user_version=3", "application_id=3", "recursive_triggers=1", "legacy_alter_table=1",
                "ignore_check_constraints=1", "secure_delete=1", "cache_size=77", "locking_mode=exclusive",
                "max_page_count=1000", "trusted_schema=0", "writable_schema=1", "encoding='UTF-16le'",
                "journal_size_limit=5", "reverse_unordered_selects=1", "automatic_index=0", "cell_size_check=1")) {
            var name = setting.substring(0, setting.indexOf('='));
            var outside = after(name, "PRAGMA " + setting, false);
            var inside = after(name, "PRAGMA " + setting, true);
            boolean needs = SqliteStatements.needsNoTransaction(one("PRAGMA " + setting)).isPresent();
            assertEquals(needs, !outside.equals(inside), setting + ": " + outside + ", " + inside);
        }
    }

    @Test
    void sqliteRefusesWhatFailsInATransaction() throws SQLException {
        for (var sql : List.of("VACUUM", "DETACH other")) {
            assertTrue(SqliteStatements.failsInTransaction(one(sql)));
            try (var connection = open("refuse.db")) {
                run(connection, "ATTACH ':memory:' AS other");
                run(connection, "BEGIN IMMEDIATE");
                assertThrows(SQLException.class, () -> run(connection, sql), sql);
            }
        }
        assertFalse(SqliteStatements.failsInTransaction(one("ATTACH 'x' AS y")));
    }

    @Test
    void whatTouchesMoreThanItsOwnScriptStandsAlone() {
        for (var sql : List.of("PRAGMA user_version = 1", "ATTACH 'x' AS y", "DETACH y", "VACUUM",
                "CREATE TEMP TABLE t(a)", "create temporary view v as select 1",
                "INSERT INTO temp.t VALUES (1)", "DROP TABLE \"TEMP\" . t",
                "INSERT OR ROLLBACK INTO t VALUES (1)", "CREATE TABLE t(a UNIQUE ON CONFLICT ROLLBACK)",
                "CREATE TRIGGER x BEFORE INSERT ON t BEGIN SELECT RAISE(ROLLBACK, 'no'); END",
                "CREATE TABLE t(a REFERENCES u DEFERRABLE INITIALLY DEFERRED)",
                "INSERT INTO t VALUES (last_insert_rowid())",
                "UPDATE t SET a = changes ( )", "SELECT \"total_changes\"()",
                "SAVEPOINT x", "ROLLBACK TO x", "COMMIT")) {
            var script = Statements.of("SELECT 1; " + sql, SqliteSyntax.SQLITE);
            assertNotEquals(Optional.empty(), SqliteStatements.standsAlone(script), sql);
        }
    }

    @Test
    void ordinaryScriptsNeedNot() {
        for (var sql : List.of("CREATE TABLE t(temp REAL, changes INT, \"rollback\", [deferred])",
                "INSERT INTO t VALUES ('VACUUM')",
                "CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = 1; END", "REINDEX", "ANALYZE",
                "SELECT t.temp, 1.5",
                "ALTER TABLE t RENAME TO attach", "-- PRAGMA foreign_keys = OFF\nSELECT 1", "DELETE FROM t")) {
            assertEquals(Optional.empty(), SqliteStatements.standsAlone(Statements.of(sql, SqliteSyntax.SQLITE)), sql);
        }
    }

    private String after(String name, String sql, boolean inside) throws SQLException {
        try (var connection = open(name + inside + ".db")) {
            run(connection, inside ? "BEGIN IMMEDIATE" : "SELECT 1");
            try {
                run(connection, sql);
            } catch (SQLException e) {
                // What counts is the value afterwards.
            }
            run(connection, inside ? "COMMIT" : "SELECT 1");
            try (var statement = connection.createStatement(); var row = statement.executeQuery("PRAGMA " + name)) {
                return row.getString(1);
            }
        }
    }

    private Connection open(String file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Statement one(String sql) {
        return Statements.of(sql, SqliteSyntax.SQLITE).get(0);
    }
}
