package tests.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.Op;

class MigrationOpTest {
    @TempDir
    Path folder;

    private OpenMigration migration;
    private Op op;

    @BeforeEach
    void open() throws SQLException {
        migration = OpenMigration.in(folder);
        op = migration.op();
    }

    @AfterEach
    void close() throws SQLException {
        migration.close();
    }

    private static void insert(Handle handle, String name) {
        handle.execute("INSERT INTO t (name) VALUES (?)", name);
    }

    @Test
    void everythingBelongsToOneTransaction() throws SQLException {
        op.execute("INSERT INTO t (name) VALUES (?)", "a");
        insert(op.handle(), "b");
        op.handle().useTransaction(handle -> insert(handle, "c"));
        op.bulkInsert("t", List.of(Map.of("name", "d")));
        migration.op.close();
        assertEquals(List.of("a", "b", "c", "d"), migration.names());
        assertFalse(migration.watch.ended());
        assertEquals(List.of(), migration.afterRollback());
    }

    @Test
    void executeCountsRowsAndTakesNull() throws SQLException {
        assertEquals(2, op.execute("INSERT INTO t (name, note) VALUES (?, ?), ('b', NULL)", "a", null));
        assertEquals(2, op.execute("UPDATE t SET note = 'a:b <c> ?' WHERE note IS NULL"));
        assertEquals(0, op.execute("CREATE TABLE u (a)"));
        assertEquals(0, op.execute("SELECT * FROM t"));
        assertEquals(2, op.execute("UPDATE t SET note = note RETURNING id"));
        assertEquals("a:b <c> ?", op.handle().select("SELECT note FROM t").mapTo(String.class).first());
        assertEquals(List.of("a", "b"), migration.afterCommit());
    }

    @Test
    void failureOfAStatementNamesIt() {
        op.execute("INSERT INTO t (name) VALUES ('a')");
        var message = Failures.message(ErrorKind.SCRIPT_FAILED,
                () -> op.execute("INSERT INTO t\n  (name) VALUES (?)", "a"));
        assertTrue(message.contains("UNIQUE constraint failed: t.name"), message);
        assertTrue(message.endsWith("in: INSERT INTO t (name) VALUES (?)"), message);
    }

    @Test
    void severalStatementsInOneTextAreNotCutSilently() throws SQLException {
        assertEquals("Several statements were given where only the first would run: "
                        + "DELETE FROM t; INSERT INTO t (name) VALUES ('b')",
                Failures.message(ErrorKind.FORBIDDEN_STATEMENT,
                        () -> op.execute("DELETE FROM t; INSERT INTO t (name) VALUES ('b')")));
        op.execute("CREATE TRIGGER two AFTER DELETE ON t BEGIN SELECT 1; SELECT 2; END;");
        op.handle().createScript("INSERT INTO t (name) VALUES ('a'); INSERT INTO t (name) VALUES ('b')").execute();
        assertEquals(List.of("a", "b"), migration.names());
    }

    @Test
    void bulkInsertTakesMoreThanABatchAndStrangeNames() throws SQLException {
        op.execute("CREATE TABLE \"a \"\"b\"\"\" (\"select\" INTEGER, \"x y\" TEXT)");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            var row = i % 2 == 0 ? new HashMap<String, Object>() : new LinkedHashMap<String, Object>();
            row.put("select", i);
            row.put("x y", i % 2 == 0 ? "n" + i : null);
            rows.add(row);
        }
        assertEquals(1001, op.bulkInsert("a \"b\"", rows));
        assertEquals("1001 500500 501", op.handle().select("""
                SELECT count(*) || ' ' || sum("select") || ' ' || count("x y") FROM [a "b"]
                """).mapTo(String.class).one());
        assertEquals(0, op.bulkInsert("a \"b\"", List.of()));
    }

    @Test
    void bulkInsertWantsTheSameColumnsInEveryRow() throws SQLException {
        assertEquals("bulkInsert into t: row 2 has the columns [note], and the first row has [name].",
                Failures.message(ErrorKind.SCRIPT_FAILED,
                        () -> op.bulkInsert("t", List.of(Map.of("name", "a"), Map.of("note", "b")))));
        Failures.message(ErrorKind.SCRIPT_FAILED, () -> op.bulkInsert("t", List.of(Map.of())));
        assertEquals(List.of(), migration.names());
    }

    @Test
    void innerTransactionIsUndoneAloneWhenItFails() throws SQLException {
        op.handle().useTransaction(outer -> {
            insert(outer, "outer");
            assertThrows(IllegalStateException.class, () -> outer.useTransaction(inner -> {
                insert(inner, "inner");
                throw new IllegalStateException("inner fails");
            }));
            outer.useTransaction(inner -> insert(inner, "second"));
        });
        assertEquals(List.of("outer", "second"), migration.names());
        assertThrows(IllegalStateException.class, () -> op.handle().useTransaction(outer -> {
            outer.useTransaction(inner -> insert(inner, "kept by the inner one"));
            throw new IllegalStateException("outer fails");
        }));
        assertEquals(List.of("outer", "second"), migration.afterCommit());
    }

    @Test
    void transactionsCanBeEndedByHandInside() throws SQLException {
        var handle = op.handle();
        handle.begin();
        insert(handle, "a");
        handle.commit();
        handle.begin();
        insert(handle, "b");
        handle.rollback();
        handle.useTransaction(inner -> {
            insert(inner, "c");
            inner.rollback();
        });
        handle.savepoint("s \"x\"");
        insert(handle, "d");
        handle.rollbackToSavepoint("s \"x\"");
        handle.releaseSavepoint("s \"x\"");
        assertTrue(handle.isInTransaction());
        migration.op.close();
        assertEquals(List.of("a"), migration.afterCommit());
    }

    @Test
    void isolationLevelIsNoObstacleAndSqliteIsSerializable() throws SQLException {
        for (var level : List.of(TransactionIsolationLevel.READ_COMMITTED, TransactionIsolationLevel.SERIALIZABLE)) {
            op.handle().useTransaction(level,
                    handle -> handle.useTransaction(level, inner -> insert(inner, level.name())));
        }
        assertThrows(IllegalStateException.class,
                () -> op.handle().useTransaction(TransactionIsolationLevel.SERIALIZABLE, handle -> {
                    insert(handle, "no");
                    throw new IllegalStateException();
                }));
        assertEquals(List.of("READ_COMMITTED", "SERIALIZABLE"), migration.afterCommit());
    }

    @Test
    void commitAndRollbackOfTheMigrationAreRefused() throws SQLException {
        insert(op.handle(), "a");
        assertEquals("A migration cannot commit by itself: it runs inside one transaction together with its record.",
                Failures.message(ErrorKind.FORBIDDEN_STATEMENT, () -> op.handle().commit()));
        assertEquals("A migration cannot roll back by itself: it runs inside one transaction together with its record.",
                Failures.message(ErrorKind.FORBIDDEN_STATEMENT, () -> op.handle().rollback()));
        assertFalse(migration.watch.ended());
        assertEquals(List.of("a"), migration.names());
        assertEquals(List.of(), migration.afterRollback());
    }

    @Test
    void closedHandleIsReplaced() throws SQLException {
        try (var handle = op.handle()) {
            insert(handle, "a");
        }
        insert(op.handle(), "b");
        op.handle().close();
        op.execute("INSERT INTO t (name) VALUES ('c')");
        assertFalse(migration.watch.ended());
        assertFalse(migration.raw.isClosed());
        assertEquals(List.of("a", "b", "c"), migration.afterCommit());
    }

    @Test
    void transactionThatIsNeverEndedIsAnError() throws SQLException {
        op.handle().begin();
        insert(op.handle(), "a");
        var message = Failures.message(ErrorKind.SCRIPT_FAILED, migration.op::close);
        assertEquals("The migration began a transaction of its own with begin() and never ended it.", message);
        assertEquals(List.of(), migration.names());
        assertFalse(migration.watch.ended());
    }

    @Test
    void handleIsDeadOnceTheTransactionWasRolledBackBehindIt() throws SQLException {
        for (var text : List.of("INSERT OR ROLLBACK INTO t (name) VALUES ('a')",
                "INSERT INTO t (name) VALUES ('undo')")) {
            migration.close();
            folder = folder.resolve("next");
            assertTrue(folder.toFile().mkdirs());
            open();
            insert(op.handle(), "a");
            assertThrows(RuntimeException.class, () -> op.handle().useTransaction(handle -> handle.execute(text)));
            assertTrue(migration.watch.ended());
            assertEquals("rollback", migration.watch.how());
            for (var later : Arrays.<Executable>asList(
                    () -> op.execute("INSERT INTO t (name) VALUES ('late')"),
                    () -> insert(op.handle(), "late"),
                    () -> op.handle().useTransaction(handle -> insert(handle, "late")),
                    () -> op.bulkInsert("t", List.of(Map.of("name", "late"))))) {
                assertEquals("The transaction of this migration has already ended, so nothing more is executed.",
                        Failures.message(ErrorKind.SCRIPT_FAILED, later));
            }
            assertEquals(List.of(), migration.names());
        }
    }

    @Test
    void deadHandleIsNoticedEvenWhenTheScriptHidesTheError() {
        insert(op.handle(), "a");
        var message = Failures.message(ErrorKind.SCRIPT_FAILED, () -> op.handle().useTransaction(handle -> {
            assertThrows(RuntimeException.class,
                    () -> handle.execute("INSERT OR ROLLBACK INTO t (name) VALUES ('a')"));
        }));
        assertTrue(message.contains("already ended"), message);
    }

    @Test
    void argumentsHaveToFit() throws SQLException {
        assertEquals("1 values were given where the statement has 2: INSERT INTO t (name, note) VALUES (?, ?)",
                Failures.message(ErrorKind.SCRIPT_FAILED,
                        () -> op.execute("INSERT INTO t (name, note) VALUES (?, ?)", "a")));
        Failures.message(ErrorKind.SCRIPT_FAILED, () -> op.execute("INSERT INTO t (name) VALUES (?)", "a", "b"));
        Failures.message(ErrorKind.SCRIPT_FAILED, () -> op.execute("INSERT INTO t (name) VALUES (?)"));
        assertEquals(1, op.execute("INSERT INTO t (name) VALUES (?)", (Object[]) null));
    }

    @Test
    void textWithoutStatementIsAnErrorButMayEndAScript() throws SQLException {
        Failures.message(ErrorKind.SCRIPT_FAILED, () -> op.execute("-- nothing"));
        Failures.message(ErrorKind.SCRIPT_FAILED, () -> op.handle().execute("; -- nothing"));
        op.handle().createScript("-- first\nINSERT INTO t (name) VALUES ('a');\n\n-- last\n").execute();
        op.handle().createScript("INSERT INTO t (name) VALUES ('b');; /* last */").executeAsSeparateStatements();
        assertEquals(List.of("a", "b"), migration.names());
    }

    @Test
    void closingReleasesWhatTheScriptLeftOpen() throws SQLException {
        insert(op.handle(), "a");
        insert(op.handle(), "b");
        var rows = op.handle().select("SELECT name FROM t").mapTo(String.class).iterator();
        assertEquals("a", rows.next());
        migration.op.close();
        migration.sql("DROP TABLE t");
    }
}
