package tests.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;
import restrack.ErrorKind;

class ScriptConnectionTest {
    @TempDir
    Path folder;

    private OpenMigration migration;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        migration = OpenMigration.in(folder);
        connection = migration.connection;
    }

    @AfterEach
    void close() throws SQLException {
        migration.close();
    }

    /** The call is refused, and the transaction is as open as before, with what it did and in autocommit mode. */
    private String refused(Executable call) throws SQLException {
        var message = Failures.message(ErrorKind.FORBIDDEN_STATEMENT, call);
        assertFalse(migration.watch.ended(), message);
        assertTrue(migration.raw.getAutoCommit(), message);
        return message;
    }

    @Test
    void callsThatWouldEndTheTransactionAreRefused() throws SQLException {
        migration.op.execute("INSERT INTO t (name) VALUES ('a')");
        refused(connection::commit);
        refused(connection::rollback);
        refused(() -> connection.rollback(null));
        refused(() -> connection.setAutoCommit(true));
        refused(connection::setSavepoint);
        refused(() -> connection.setSavepoint("s"));
        refused(() -> connection.abort(Runnable::run));
        refused(() -> connection.setReadOnly(true));
        assertEquals(List.of(), migration.afterRollback());
    }

    @Test
    void callsThatWouldChangeNothingAreHarmless() throws SQLException {
        assertFalse(connection.getAutoCommit());
        connection.setAutoCommit(false);
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        assertEquals(Connection.TRANSACTION_SERIALIZABLE, connection.getTransactionIsolation());
        connection.close();
        assertFalse(connection.isClosed());
        assertTrue(migration.raw.getAutoCommit());
        try (var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("INSERT INTO t (name) VALUES ('a')"));
        }
        assertEquals(List.of("a"), migration.afterCommit());
    }

    @Test
    void transactionsInSqlAreRefusedHoweverTheyAreWritten() throws SQLException {
        migration.op.execute("INSERT INTO t (name) VALUES ('a')");
        for (var text : List.of("COMMIT", "commit;", "-- done\n/* really */ Commit Transaction", ";;END", "ROLLBACK",
                "ROLLBACK TRANSACTION", "BEGIN", "begin immediate")) {
            refused(() -> connection.prepareStatement(text));
            refused(() -> connection.prepareStatement(text, PreparedStatement.RETURN_GENERATED_KEYS));
            try (var statement = connection.createStatement()) {
                refused(() -> statement.execute(text));
                refused(() -> statement.executeUpdate(text));
                refused(() -> statement.executeUpdate("INSERT INTO t (name) VALUES ('b;'); " + text));
                refused(() -> statement.executeQuery(text));
                refused(() -> statement.addBatch(text));
            }
            refused(() -> migration.op.execute(text));
            refused(() -> migration.op.handle().execute(text));
        }
        refused(() -> migration.op.handle().createScript("SELECT 1; COMMIT; SELECT 2").execute());
        assertEquals(List.of("a"), migration.names());
        assertEquals(List.of(), migration.afterRollback());
    }

    @Test
    void wordsElsewhereAreNoTransactions() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    CREATE TRIGGER rollback_ AFTER DELETE ON t BEGIN
                        UPDATE t SET note = CASE WHEN 1 THEN 'x;COMMIT' END;
                    END; -- COMMIT
                    INSERT INTO t (name) VALUES ('; COMMIT')""");
            statement.execute("SAVEPOINT \"commit\"");
            statement.execute("INSERT INTO t (name) VALUES ('gone')");
            statement.execute("ROLLBACK TO SAVEPOINT \"commit\"");
            statement.execute("ROLLBACK TRANSACTION TO \"commit\"");
            statement.execute("RELEASE \"commit\"");
        }
        assertFalse(migration.watch.ended());
        assertEquals(List.of("; COMMIT"), migration.afterCommit());
    }

    @Test
    void statementWithoutEffectInATransactionIsRefused() throws SQLException {
        refused(() -> migration.op.execute("PRAGMA foreign_keys = OFF"));
    }

    @Test
    void nothingLeadsToTheDriversOwnConnection() throws SQLException {
        refused(() -> connection.unwrap(SQLiteConnection.class));
        assertFalse(connection.isWrapperFor(SQLiteConnection.class));
        assertSame(connection, connection.unwrap(Connection.class));
        assertSame(connection, connection.getMetaData().getConnection());
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT 1")) {
            assertSame(connection, statement.getConnection());
            assertSame(connection, rows.getStatement().getConnection());
        }
        try (var statement = connection.prepareStatement("SELECT 1"); var rows = statement.executeQuery()) {
            assertSame(connection, statement.getConnection());
            assertSame(connection, rows.getStatement().getConnection());
        }
    }

    @Test
    void statementsPreparedBeforeTheEndAreDeadToo() throws SQLException {
        try (var prepared = connection.prepareStatement("INSERT INTO t (name) VALUES ('late')");
                var statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("INSERT INTO t (name) VALUES ('undo')"));
            assertEquals("rollback", migration.watch.how());
            Failures.message(ErrorKind.SCRIPT_FAILED, prepared::execute);
            Failures.message(ErrorKind.SCRIPT_FAILED, prepared::executeUpdate);
            Failures.message(ErrorKind.SCRIPT_FAILED, () -> statement.execute("INSERT INTO t (name) VALUES ('late')"));
        }
        assertEquals(List.of(), migration.names());
    }

    @Test
    void commitBehindTheScriptIsNoticedToo() throws SQLException {
        migration.op.execute("INSERT INTO t (name) VALUES ('a')");
        assertEquals("", migration.watch.how());
        migration.sql("COMMIT");
        assertEquals("commit", migration.watch.how());
        Failures.message(ErrorKind.SCRIPT_FAILED, () -> migration.op.execute("INSERT INTO t (name) VALUES ('late')"));
        Failures.message(ErrorKind.SCRIPT_FAILED, connection::createStatement);
        migration.sql("BEGIN");
        migration.sql("ROLLBACK");
        assertEquals("commit", migration.watch.how());
        assertEquals(List.of("a"), migration.names());
    }
}
