package tests.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** A transaction that somebody has left open. */
class BlockedTest {
    @TempDir
    private Path folder;
    private TestDatabase database;
    private Project project;

    @BeforeEach
    void connect() {
        database = Server.MARIADB.database();
        database.execute("CREATE TABLE ward (id INT PRIMARY KEY, name VARCHAR(20))",
                "INSERT INTO ward VALUES (1, 'West')");
        project = new Project(folder).on(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private static void say(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whoReadsTheTableIsNamedAndNothingIsDone() throws SQLException {
        try (var idle = database.open()) {
            say(idle, "START TRANSACTION");
            say(idle, "SELECT * FROM ward");
            project.script("a", "", "ALTER TABLE ward ADD COLUMN beds INT;", "");

            var result = project.migrate("upgrade", "--lock-timeout", "2s");

            assertEquals(5, result.exitCode(), result.err());
            assertTrue(result.err().contains("idle in a transaction for "), result.err());
            assertTrue(result.err().contains("connection "), result.err());
            assertEquals(List.of("1|West"), database.query("SELECT * FROM ward"));
        }
        assertEquals(0, project.migrate("upgrade").exitCode());
    }

    @Test
    void aLockedRowIsWaitedForTheWholeTime() throws SQLException {
        try (var writer = database.open()) {
            say(writer, "START TRANSACTION");
            say(writer, "UPDATE ward SET name = 'East'");
            project.script("a", "", "UPDATE ward SET name = 'North';", "");

            var result = project.migrate("upgrade", "--lock-timeout", "1s");

            assertEquals(5, result.exitCode(), result.err());
            assertTrue(result.err().contains("idle in a transaction for "), result.err());
            say(writer, "ROLLBACK");
        }
        assertEquals(List.of("West"), database.query("SELECT name FROM ward"));
    }

    @Test
    void whatSomebodyElseIsDoingIsShownWithoutItsValues() throws Exception {
        try (var busy = database.open()) {
            say(busy, "START TRANSACTION");
            say(busy, "SELECT * FROM ward");
            var other = new Thread(() -> {
                try {
                    say(busy, "SELECT name, 'patient' FROM ward WHERE sleep(20) = 'secret'");
                } catch (SQLException e) {
                    return;
                }
            });
            other.start();
            while (database.query("SELECT 1 FROM information_schema.processlist WHERE info LIKE '%sleep(20)%' "
                    + "AND id <> connection_id()").isEmpty()) {
                Thread.sleep(20);
            }
            project.script("a", "", "DROP TABLE ward;", "");

            var result = project.migrate("upgrade", "--lock-timeout", "1s", "--allow", "drop-data");

            busy.abort(Runnable::run);
            database.query("SELECT id FROM information_schema.processlist WHERE info LIKE '%sleep(20)%' "
                    + "AND id <> connection_id()").forEach(it -> database.execute("KILL " + it));
            other.join();
            assertEquals(5, result.exitCode(), result.err());
            assertTrue(result.err().contains("SELECT name, ? FROM ward"), result.err());
        }
    }

    @Test
    void whenTheOtherIsDoneTheStatementRuns() throws Exception {
        try (var idle = database.open()) {
            say(idle, "START TRANSACTION");
            say(idle, "SELECT * FROM ward");
            project.script("a", "", "ALTER TABLE ward ALTER COLUMN name TYPE VARCHAR(50);", "");
            var other = new Thread(() -> {
                try {
                    // Not before the statement has waited in vain once.
                    while (database.query("SELECT 1 FROM information_schema.processlist WHERE state LIKE "
                            + "'Waiting for table metadata lock'").isEmpty()) {
                        Thread.sleep(20);
                    }
                    Thread.sleep(1100);
                    say(idle, "COMMIT");
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            other.start();

            var result = project.migrate("upgrade", "--lock-timeout", "30s");

            other.join();
            assertEquals(0, result.exitCode(), result.err());
        }
    }

    @Test
    void rowsWaitAsLongAsTheyMayAgainOnceATableIsMade() {
        project.script("a", "", """
                CREATE TABLE waits (seconds INT, of_rows INT);
                INSERT INTO waits SELECT @@lock_wait_timeout, @@innodb_lock_wait_timeout;
                """, "");
        project.file("b.java", """
                // revision: b
                // revises: a
                // A type that is not there
                class B implements Migration {
                    public void up(Op op) {
                        try {
                            op.alterTable("waits").addColumn("more", "NO_SUCH_TYPE");
                        } catch (Exception e) {
                            op.execute("INSERT INTO waits SELECT @@lock_wait_timeout, @@innodb_lock_wait_timeout");
                        }
                    }
                }
                """);

        var result = project.migrate("upgrade", "--lock-timeout", "50s");

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(List.of("50|50", "50|50"), database.query("SELECT * FROM waits"));
    }
}
