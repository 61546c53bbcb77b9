package tests.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.mariadb.MariaDialect;
import tests.Project;
import tests.Result;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** What is said when something goes wrong on MariaDB, and what a session is like. */
class ErrorsTest {
    @TempDir
    private Path folder;
    private TestDatabase database;

    @BeforeEach
    void connect() {
        database = Server.MARIADB.database();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private Result upgradeOn(String url) {
        return new Project(folder).script("a", "", "CREATE TABLE a (b INT);", "").environment("DB_RESTRACK", url)
                .migrate("upgrade");
    }

    private Result upgrade(String script) {
        return new Project(folder).on(database).script("a", "", script, "").migrate("upgrade");
    }

    @Test
    void aServerWithoutTlsIsExplainedWithTheUrlToUse() {
        var result = upgradeOn(database.url().replaceFirst("\\?.*", ""));

        assertEquals(1, result.exitCode(), result.err());
        assertTrue(result.err().contains("?sslMode=disable") && result.err().contains("verify-full"), result.err());
    }

    /** The server would close the connection instead of saying so. */
    @Test
    void moreThanTheServerTakesAtOnceIsRefusedBeforeItIsSent() {
        var limit = Long.parseLong(database.query("SELECT @@max_allowed_packet").get(0));
        var comment = "-- " + "'".repeat((int) (limit / 2)) + "\n";

        var rows = upgrade("SELECT 1;\n" + comment);
        assertTrue(rows.err().contains("a.sql: ") && rows.err().contains("Raise max_allowed_packet"), rows.err());

        var record = upgrade("CREATE TABLE a (b LONGTEXT);\n" + comment);
        assertEquals(1, record.exitCode());
        assertTrue(record.err().contains("max_allowed_packet") && record.err().contains("is recorded"), record.err());
        assertEquals(List.of("a"), database.query("SELECT revision FROM migrate_journal"));

        var statement = upgrade("CREATE TABLE a (b LONGTEXT);\nINSERT INTO a VALUES ('"
                + "x".repeat((int) limit) + "');");
        assertEquals(1, statement.exitCode());
        assertTrue(statement.err().contains("a.sql:8: The statement has "), statement.err());
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        var result = upgradeOn("mariadb://me:secret@127.0.0.1:1/x?sslMode=disable");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("no server answers at mariadb://me:***@127.0.0.1:1/x"), result.err());
        assertFalse(result.err().contains("secret"));
    }

    @Test
    void aWrongPasswordIsNotPrinted() {
        var result = upgradeOn(database.url().replaceFirst(":[^:@/]+@", ":wrong-password@"));

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("does not let this account in"), result.err());
        assertFalse(result.err().contains("wrong-password"));
    }

    @Test
    void aDatabaseThatIsNotThereIsToBeCreated() {
        var result = upgradeOn(database.url().replace("/" + database.name(), "/absent_database"));

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("CREATE DATABASE `absent_database`"), result.err());
    }

    @Test
    void theLineIsThatOfTheFile() {
        var result = upgrade("CREATE TABLE a (\n    b INT,\n    c INT NOT NOT\n);");

        assertEquals(1, result.exitCode());
        // The statement begins on line 7.
        assertTrue(result.err().contains("a.sql:9: "), result.err());
        assertFalse(result.err().contains("conn="), result.err());
    }

    @Test
    void aNameInDoubleQuotesIsExplained() {
        var result = upgrade("CREATE TABLE \"user\" (id INT);");

        assertTrue(result.err().contains("a.sql:7: ") && result.err().contains("write names as `x`"), result.err());
    }

    @Test
    void aValueThatDoesNotFitIsNoWarning() {
        var result = upgrade("CREATE TABLE a (b VARCHAR(2) CHECK (b <> ''));\nINSERT INTO a VALUES ('abc');");

        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("Data too long for column 'b'"), result.err());
    }

    @Test
    void aLostConnectionLeavesOpenWhatStands() {
        var result = upgrade("CREATE TABLE a (b INT);\nKILL CONNECTION connection_id();");

        assertEquals(1, result.exitCode(), result.err());
        assertTrue(result.err().contains("was lost") && result.err().contains("run the command again"), result.err());
    }

    @Test
    void whoMayNotWriteIsToldWhere() {
        database.execute("CREATE TABLE ours (a INT)");
        var url = DatabaseUrl.parse(database.url(), Path.of(""));
        try (var open = new MariaDialect().open(url, new Access(Duration.ofSeconds(1), true, holders -> { }))) {
            var error = open.explain(new SQLException("(conn=7) The MariaDB server is running with the --read-only "
                    + "option so it cannot execute this statement", "HY000", 1290), "a.sql:3");
            assertTrue(error.getMessage().contains("cannot be written to"), error.getMessage());
            var full = open.explain(new SQLException("(conn=7) The table 'x' is full", "HY000", 1114), "a.sql:3");
            assertEquals("disk_full", full.kind().id());
        }
    }

    @Test
    void aSessionIsTheSameOnEveryServer() {
        var result = upgrade("SET @a = concat_ws('|', @@sql_mode, @@time_zone, @@character_set_connection, "
                + "@@foreign_key_checks);\nCREATE TABLE a AS SELECT @a AS said, \"x\" AS text;");

        assertEquals(0, result.exitCode(), result.err());
        var said = database.query("SELECT said, text FROM a").get(0);
        assertTrue(said.contains("STRICT_TRANS_TABLES") && !said.contains("ANSI_QUOTES")
                && said.endsWith("|+00:00|utf8mb4|ON|x"), said);
    }

    @Test
    void aStatementThatCommitsByItselfIsNoticed() throws SQLException {
        var url = DatabaseUrl.parse(database.url(), Path.of(""));
        try (var open = new MariaDialect().open(url, new Access(Duration.ofSeconds(1), true, holders -> { }))) {
            open.begin();
            try (var watch = open.watch(); var statement = open.connection().createStatement()) {
                statement.execute("SELECT 1");
                assertFalse(watch.ended());
                statement.execute("CREATE TABLE a (b INT)");
                assertTrue(watch.ended());
                statement.execute("START TRANSACTION");
                assertTrue(watch.ended());
                assertEquals("commit", watch.how());
            }
            open.rollback();
        }
    }

    @Test
    void viewsThatNeedWhatIsGoneAreNamed() {
        database.execute("CREATE TABLE a (b INT)", "CREATE VIEW v AS SELECT b FROM a", "CREATE VIEW w AS SELECT 1 AS c",
                "DROP TABLE a");
        var url = DatabaseUrl.parse(database.url(), Path.of(""));
        try (var open = new MariaDialect().open(url, new Access(Duration.ofSeconds(1), true, holders -> { }))) {
            assertEquals(List.of("view v"), List.copyOf(open.broken().keySet()));
            assertEquals(List.of(), open.health().problems());
            assertEquals(1, open.health().remarks().size());
            assertTrue(open.hasTable("v") && !open.hasTable("a"));
        }
    }
}
