package tests.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import tests.servers.TestDatabase;

/** Keeps others from going on: statements run in a transaction that stays open until it is closed. */
final class Held implements AutoCloseable {
    private final Connection connection;

    Held(TestDatabase database, String... statements) {
        try {
            connection = database.open();
            try (var statement = connection.createStatement()) {
                statement.execute("SET SESSION innodb_lock_wait_timeout = 30");
                statement.execute("START TRANSACTION");
                for (var sql : statements) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until some connection to a database waits for a table, and returns its number. */
    static String awaitWaiting(TestDatabase database, String words) {
        return await(database, "state LIKE 'Waiting for table%' AND info LIKE '" + words + "'");
    }

    /** Waits until some connection to a database runs a statement, and returns its number. */
    static String awaitRunning(TestDatabase database, String words) {
        return await(database, "info LIKE '" + words + "'");
    }

    private static String await(TestDatabase database, String condition) {
        List<String> found = List.of();
        for (int i = 0; i < 3000 && found.isEmpty(); i++) {
            found = database.query("SELECT id FROM information_schema.processlist WHERE id <> connection_id() "
                    + "AND db = '" + database.name() + "' AND " + condition);
            pause();
        }
        if (found.isEmpty()) {
            throw new AssertionError("Nobody waits: " + database.query("SELECT id, state, info FROM "
                    + "information_schema.processlist"));
        }
        return found.get(0);
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the others go on. */
    void release() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        release();
    }
}
