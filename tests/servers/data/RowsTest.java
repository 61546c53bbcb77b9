package tests.servers.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Databases;
import restrack.database.TableDigest;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** What is asked of the rows on servers. */
class RowsTest {
    private static final String CLASS = "tests.servers.data.Servers#all";

    private static Database open(TestDatabase database) {
        var url = DatabaseUrl.parse(database.url(), Path.of(""));
        return Databases.dialect(url).open(url, new Access(Duration.ofSeconds(5), true, holders -> {
        }));
    }

    private static void on(Server server, Consumer<Database> work, String... statements) {
        try (var database = server.database()) {
            database.execute(statements);
            try (var opened = open(database)) {
                work.accept(opened);
            }
        }
    }

    private static TableDigest digest(Database database, String table) {
        return database.rows().digests(table::equals).get(database.dialect().name(table));
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void valuesOfColumnsThatAreNotThereAreNone(Server server) {
        on(server, database -> {
            assertTrue(database.rows().hasValues("t", "a"));
            assertFalse(database.rows().hasValues("t", "b"));
            assertFalse(database.rows().hasValues("t", "c"));
            assertFalse(database.rows().hasValues("u", "a"));
            assertEquals(1, database.rows().count("t"));
            assertEquals(0, database.rows().count("u"));
        }, "CREATE TABLE t (a INTEGER, b INTEGER)", "INSERT INTO t (a) VALUES (1)");
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void equalRowsHaveEqualDigestsInWhateverOrderTheyAreStored(Server server) {
        on(server, database -> {
            assertEquals(digest(database, "a").contents(), digest(database, "b").contents());
            assertEquals(digest(database, "a").columns(), digest(database, "b").columns());
            assertNotEquals(digest(database, "a").columns().get("f"), digest(database, "c").columns().get("f"));
            assertEquals(digest(database, "a").columns().get("n"), digest(database, "c").columns().get("n"));
            assertEquals(3, digest(database, "c").rows());
        }, "CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY, n NUMERIC(12, 2), f REAL, s VARCHAR(9), d TIMESTAMP NULL)",
                "CREATE TABLE b (id INTEGER NOT NULL PRIMARY KEY, n NUMERIC(12, 4), f REAL, s VARCHAR(20), "
                        + "d TIMESTAMP NULL)",
                "INSERT INTO a VALUES (1, 1.5, 0.1, 'x', '2025-01-01 00:00:00'), (2, NULL, -0.0, '', NULL), "
                        + "(3, -2, 16777217, 'ä', NULL)",
                "INSERT INTO b SELECT * FROM a ORDER BY id DESC",
                "CREATE TABLE c (id INTEGER NOT NULL PRIMARY KEY, n NUMERIC(12, 2), f REAL)",
                "INSERT INTO c SELECT id, n, f FROM a", "UPDATE c SET f = 0.1000001 WHERE id = 1");
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void manyRowsAreReadWithoutEndingATransaction(Server server) {
        on(server, database -> {
            var before = digest(database, "t");
            assertEquals(5000, before.rows());
            database.begin();
            try (var statement = database.connection().createStatement()) {
                statement.execute("UPDATE t SET n = 1 WHERE id = 4711");
                assertNotEquals(before.contents(), digest(database, "t").contents());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            database.rollback();
            assertEquals(before, digest(database, "t"));
        }, "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)", server == Server.POSTGRES
                ? "INSERT INTO t SELECT i, NULL FROM generate_series(1, 5000) AS i"
                : "INSERT INTO t SELECT seq, NULL FROM seq_1_to_5000");
    }

    @ParameterizedTest
    @MethodSource(CLASS)
    void onlyAUniqueIndexOverTheWholeColumnsIsAKey(Server server) {
        on(server, database -> {
            var rows = database.rows();
            assertEquals(List.of("a", "b"), rows.key("t", List.of("a", "b")).columns());
            assertEquals(List.of("v"), rows.key("t", List.of("a", "b")).views());
            assertEquals(List.of("c"), rows.key("t", List.of("c")).columns());
            for (var no : List.of(List.of("a"), List.of("b", "a"), List.of("d"), List.of("e"), List.of("zz"))) {
                assertEquals(ErrorKind.CANNOT_BATCH,
                        assertThrows(MigrateException.class, () -> rows.key("t", no), no.toString()).kind());
            }
            assertThrows(MigrateException.class, () -> rows.key("v", List.of("a", "b")));
        }, "CREATE TABLE t (a INTEGER NOT NULL, b VARCHAR(9) NOT NULL, c INTEGER NOT NULL UNIQUE, d INTEGER UNIQUE, "
                        + "e INTEGER NOT NULL, PRIMARY KEY (a, b))",
                "CREATE VIEW v AS SELECT a, b FROM t");
    }

    @Test
    void aKeyOfTheFirstCharactersOfAMariaDbColumnIsNone() {
        on(Server.MARIADB, database -> {
            assertThrows(MigrateException.class, () -> database.rows().key("t", List.of("name")));
            assertThrows(MigrateException.class, () -> database.rows().key("t", List.of("kind")));
        }, "CREATE TABLE t (name TEXT NOT NULL, kind ENUM('b', 'a') NOT NULL UNIQUE, UNIQUE (name(3)))");
    }

    @Test
    void aPartialOrDeferrableKeyOfPostgresIsNone() {
        on(Server.POSTGRES, database -> {
            assertThrows(MigrateException.class, () -> database.rows().key("t", List.of("a")));
            assertThrows(MigrateException.class, () -> database.rows().key("t", List.of("b")));
        }, "CREATE TABLE t (a INTEGER NOT NULL, b INTEGER NOT NULL UNIQUE DEFERRABLE)",
                "CREATE UNIQUE INDEX t_a ON t (a) WHERE a > 0");
    }
}
