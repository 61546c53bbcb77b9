package tests.adopt.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiquibaseTest {
    private static final String FIRST = "--liquibase formatted sql\n";

    @TempDir
    Path folder;
    private Foreign liquibase;

    @BeforeEach
    void begin() {
        liquibase = new Foreign(folder);
    }

    @Test
    void changesetsBecomeScriptsWithTheirWaysBack() {
        var imported = liquibase.file("changelog.sql", FIRST + """

                --changeset ada:create-users
                --comment: Who may log in
                CREATE TABLE users (id INTEGER PRIMARY KEY); -- no name yet
                --rollback DROP TABLE users;

                --changeset ada:add-more runInTransaction:false
                ALTER TABLE users ADD COLUMN a TEXT;
                ALTER TABLE users ADD COLUMN b TEXT;
                /* liquibase rollback
                ALTER TABLE users DROP COLUMN b;
                ALTER TABLE users DROP COLUMN a;
                */

                --changeset ada:touch
                UPDATE users SET a = 'x';
                --rollback not required
                """).imported();
        assertEquals(List.of("create_users <- ", "add_more <- create_users", "touch <- add_more"),
                Foreign.chain(imported));
        assertEquals("""
                -- revision: create_users
                -- revises:
                -- Who may log in
                -- From Liquibase: changelog.sql (ada:create-users)

                -- migrate:up
                --changeset ada:create-users
                --comment: Who may log in
                CREATE TABLE users (id INTEGER PRIMARY KEY); -- no name yet

                -- migrate:down
                DROP TABLE users;
                """, liquibase.script("0001_create_users_who_may_log_in.sql"));
        assertTrue(liquibase.script("0002_add_more_add_more.sql").contains("-- migrate:up transaction:false\n"));
        assertEquals(List.of("table users"), liquibase.upAndDownAndUp());
    }

    @Test
    void delimitersBecomeSemicolons() {
        liquibase.file("a.sql", FIRST + """
                --changeset ada:1 endDelimiter:/ rollbackEndDelimiter:@@
                CREATE TABLE t (a INTEGER, b TEXT DEFAULT '/')
                /
                CREATE TRIGGER tr AFTER INSERT ON t BEGIN
                    UPDATE t SET a = a / 2;
                    SELECT 1;
                END
                /
                INSERT INTO t (a) VALUES (8 / 2)
                --rollback DROP TRIGGER tr @@
                --rollback DROP TABLE t
                """).imported();
        assertTrue(liquibase.script("0001_1.sql").contains("""
                -- migrate:down
                DROP TRIGGER tr;
                DROP TABLE t;
                """), liquibase.script("0001_1.sql"));
        liquibase.upAndDownAndUp();
        assertEquals(List.of("2|/"), liquibase.project().query("SELECT a, b FROM t"));
    }

    @Test
    void idsThatAreThereTwiceGetTheirAuthorAndThenTheirFile() {
        var imported = liquibase.file("a.sql", FIRST + "--changeset ada:1\nSELECT 1;\n--changeset bob:1\nSELECT 2;\n"
                        + "--changeset bob:2\nSELECT 3;\n")
                .file("b.sql", FIRST + "--changeset bob:1\nSELECT 4;\n").imported();
        assertEquals(List.of("ada_1 <- ", "bob_1_a <- ada_1", "2 <- bob_1_a", "bob_1_b <- 2"),
                Foreign.chain(imported));
    }

    @Test
    void changesetsForOtherDatabasesAreLeftOut() {
        var imported = liquibase.file("a.sql", FIRST + """
                --changeset ada:1 dbms:postgresql,h2
                CREATE EXTENSION pgcrypto;
                --changeset ada:2 dbms:sqlite
                CREATE TABLE a (a);
                --changeset ada:3 dbms:!sqlite
                CREATE TABLE b (b);
                --changeset ada:4 ignore:true
                CREATE TABLE c (c);
                """).imported();
        assertEquals(List.of("2 <- "), Foreign.chain(imported));
        assertEquals(3, imported.get("notCarriedOver").getAsInt());
    }

    @Test
    void whatLiquibaseDecidesWhenItRunsIsMarked() {
        liquibase.file("a.sql", FIRST + """
                --changeset ada:1 context:test
                SELECT 1;
                --changeset ada:2 labels:"v1, v2"
                SELECT 2;
                --changeset ada:3
                --preconditions onFail:MARK_RAN
                --precondition-sql-check expectedResult:0 SELECT count(*) FROM a
                SELECT 3;
                --changeset ada:4 splitStatements:false
                SELECT 4; SELECT 5;
                --changeset ada:5
                SELECT '${schema}';
                --changeset ada:6
                SELECT 6;
                --rollback changesetId:1 changesetAuthor:ada
                """).imported();
        for (var name : List.of("1", "2", "3", "4", "5", "6")) {
            var text = liquibase.script("000" + name + "_" + name + ".sql");
            assertTrue(text.contains("-- migrate:todo "), text);
        }
    }

    @Test
    void whatRunsAgainOnChangeIsRepeatable() {
        liquibase.file("a.sql", FIRST + """
                --changeset ada:t
                CREATE TABLE t (a);
                --rollback DROP TABLE t;
                --changeset ada:v runOnChange:true
                DROP VIEW IF EXISTS v;
                CREATE VIEW v AS SELECT 1 AS a;
                """).imported();
        assertEquals(List.of("0001_t_t.sql", "repeatable/v.sql"), liquibase.written());
        assertEquals(List.of("table t", "view v"), liquibase.upAndDownAndUp());
    }

    @Test
    void whatBelongsToNoChangesetIsRefused() {
        liquibase.file("a.sql", FIRST + "SELECT 1;\n--changeset ada:1\nSELECT 1;\n");
        assertEquals("bad_script", liquibase.tryImport().errorKind());
        liquibase.file("a.sql", FIRST + "--changeset ada\nSELECT 1;\n");
        assertTrue(liquibase.tryImport().out().contains("old/a.sql:2:"));
    }

    @Test
    void ignoredLinesAreLeftOutAndOtherCommentsStay() {
        liquibase.file("a.sql", FIRST + """
                -- All of it is ours.
                --changeset "ada lovelace":"first one"
                --ignoreLines:2
                SELECT nonsense;
                SELECT more nonsense;
                SELECT 1;
                --ignoreLines:start
                SELECT nonsense;
                --ignoreLines:end
                SELECT 2;
                """).imported();
        assertTrue(liquibase.script("0001_first_one_first_one.sql").endsWith("""
                -- migrate:up
                -- All of it is ours.
                --changeset "ada lovelace":"first one"
                SELECT 1;
                SELECT 2;
                """), liquibase.written().toString());
    }

    @Test
    void otherKindsOfChangelogsAreNamed() {
        var imported = liquibase.file("sql/a.sql", FIRST + "--changeset ada:1\nSELECT 1;\n")
                .file("master.xml", "<databaseChangeLog/>").file("plain.sql", "SELECT 1;").imported();
        assertEquals(List.of("master.xml", "plain.sql"), Foreign.notes(imported).stream()
                .map(it -> it.substring(0, it.indexOf(':'))).toList());
    }
}
