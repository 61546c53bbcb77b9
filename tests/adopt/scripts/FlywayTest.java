package tests.adopt.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayTest {
    private static final String USERS = """
            /* Who may log in. */
            CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT); -- not the staff
            CREATE TRIGGER shout AFTER INSERT ON users BEGIN
                UPDATE users SET name = upper(name) WHERE id = new.id;
            END;
            """;

    @TempDir
    Path folder;
    private Foreign flyway;

    @BeforeEach
    void begin() {
        flyway = new Foreign(folder);
    }

    @Test
    void versionsUndosAndRepeatablesBecomeScriptsOfOurs() {
        flyway.file("V1__create_users.sql", USERS).file("U1__create_users.sql", "DROP TABLE users;\n")
                .file("sub/V2__add_mail.sql", "ALTER TABLE users ADD COLUMN mail TEXT")
                .file("U2__add_mail.sql", "ALTER TABLE users DROP COLUMN mail")
                .file("R__names.sql", "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT 1 AS name;\n");
        assertEquals(List.of("1 <- ", "2 <- 1"), Foreign.chain(flyway.imported()));
        assertEquals("""
                -- revision: 1
                -- revises:
                -- create users
                -- From Flyway: V1__create_users.sql and U1__create_users.sql

                -- migrate:up
                %s
                -- migrate:down
                DROP TABLE users;
                """.formatted(USERS), flyway.script("0001_create_users.sql"));
        assertEquals(List.of("0001_create_users.sql", "0002_add_mail.sql", "repeatable/names.sql"), flyway.written());
        assertEquals(List.of("table users", "trigger shout", "view names"), flyway.upAndDownAndUp());
        flyway.project().execute("INSERT INTO users (name) VALUES ('ada')");
        assertEquals(List.of("ADA"), flyway.project().query("SELECT name FROM users"));
    }

    @Test
    void partsOfAVersionAreNumbers() {
        for (var version : List.of("1.10", "1", "2_1", "1_2")) {
            flyway.file("V" + version + "__t.sql", "CREATE TABLE t" + version.replace('.', '_') + " (a);");
        }
        assertEquals(List.of("1 <- ", "1.2 <- 1", "1.10 <- 1.2", "2.1 <- 1.10"), Foreign.chain(flyway.imported()));
        assertEquals(List.of("0001_1_t.sql", "0002_1.2_t.sql", "0003_1.10_t.sql", "0004_2.1_t.sql"), flyway.written());
    }

    @Test
    void twoScriptsOfOneVersionAreRefused() {
        flyway.file("V1__a.sql", "SELECT 1;").file("sub/V1.0__b.sql", "SELECT 2;");
        var result = flyway.tryImport();
        assertEquals("duplicate_id", result.errorKind());
        assertTrue(result.out().contains("V1__a.sql") && result.out().contains("sub/V1.0__b.sql"), result.out());
    }

    @Test
    void aScriptOutsideATransactionStaysOne() {
        flyway.file("V1__a.sql", "CREATE TABLE a (a);").file("V1__a.sql.conf", "executeInTransaction=false\n")
                .file("V2__b.sql", "PRAGMA foreign_keys = OFF;\nCREATE TABLE b (b);");
        flyway.imported();
        assertTrue(flyway.script("0001_a.sql").contains("-- migrate:up transaction:false\n"));
        assertTrue(flyway.script("0002_b.sql").contains("-- migrate:up transaction:false\n"));
        assertEquals(0, flyway.project().migrate("upgrade").exitCode());
    }

    @Test
    void placeholdersAreMarkedUnlessTheyAreReplacedHereToo() {
        flyway.file("V1__a.sql", "CREATE TABLE ${name} (a); -- ${comment}");
        flyway.imported("--dry-run");
        flyway.imported("--dir", "other");
        var marked = flyway.project().migrate("upgrade", "--dir", "other", "--json");
        assertEquals("unfinished", marked.errorKind());
        flyway.project().file("migrate.properties", "placeholders = true\nplaceholder.name = t\n"
                + "placeholder.comment = c\n");
        flyway.imported();
        assertEquals(0, flyway.project().migrate("upgrade").exitCode());
        assertEquals(List.of("table t"), flyway.schema());
    }

    @Test
    void whatIsNotCarriedOverIsSaid() {
        var imported = flyway.file("V2__a.sql", "CREATE TABLE a (a);").file("U3__x.sql", "SELECT 1;")
                .file("B2__base.sql", "CREATE TABLE a (a);").file("beforeMigrate.sql", "SELECT 1;")
                .file("V3__Program.java", "class V3__Program {}").file("V2__a.sql.conf", "outputQueryResults=true\n")
                .file("V1__old.sql.bak", "DROP TABLE a;").file("V1__notes.txt", "")
                .imported();
        assertEquals(List.of("B2__base.sql", "V2__a.sql.conf", "V3__Program.java", "beforeMigrate.sql"),
                Foreign.notes(imported).stream().map(it -> it.substring(0, it.indexOf(':'))).sorted().toList());
        assertEquals(4, imported.get("notCarriedOver").getAsInt());
        assertEquals(List.of("2 <- ", "3 <- 2"), Foreign.chain(imported));
        assertEquals("unfinished", flyway.project().migrate("upgrade", "--json").errorKind());
    }

    @Test
    void aBaselineIsTheFirstScriptWhereNothingElseIsLeftOfWhatItStandsFor() {
        var imported = flyway.file("B3__base.sql", "CREATE TABLE a (a);").file("V4__more.sql", "CREATE TABLE b (b);")
                .imported();
        assertEquals(List.of("3 <- ", "4 <- 3"), Foreign.chain(imported));
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkDoNoHarm() {
        flyway.file("V1__a.sql", "\uFEFF-- first\r\nCREATE TABLE a (\r\n  a TEXT DEFAULT 'x\r\ny'\r\n);\r\n");
        flyway.imported();
        var text = flyway.script("0001_a.sql");
        assertFalse(text.contains("\uFEFF"));
        assertEquals(text, text.replaceAll("(?<!\r)\n", "\r\n"));
        assertEquals(0, flyway.project().migrate("upgrade").exitCode());
        assertEquals(List.of("'x\r\ny'"), flyway.project().query("SELECT dflt_value FROM pragma_table_info('a')"));
    }

    @Test
    void aCommentThatLooksLikeAMarkerCutsNothingOff() {
        flyway.file("V1__a.sql", "CREATE TABLE a (a);\n-- migrate:down\nCREATE TABLE b (b);\n-- Migrate:todo x\n");
        assertEquals(1, Foreign.notes(flyway.imported()).size());
        assertEquals(0, flyway.project().migrate("upgrade").exitCode());
        assertEquals(List.of("table a", "table b"), flyway.schema());
    }

    @Test
    void whatIsNotClosedIsRefusedWithItsLine() {
        flyway.file("V1__a.sql", "CREATE TABLE a (a);\n\nINSERT INTO a VALUES ('x);\n");
        var result = flyway.tryImport();
        assertEquals("bad_script", result.errorKind());
        assertTrue(result.out().contains("old/V1__a.sql:3:"), result.out());
    }

    @Test
    void transactionAroundEverythingIsOursNow() {
        flyway.file("V1__a.sql", "-- top\nBEGIN;\nCREATE TABLE a (a);\nINSERT INTO a VALUES (';');\nCOMMIT;\n-- end\n");
        flyway.imported();
        assertTrue(flyway.script("0001_a.sql").endsWith("""
                -- migrate:up
                -- top
                CREATE TABLE a (a);
                INSERT INTO a VALUES (';');
                -- end
                """), flyway.script("0001_a.sql"));
        assertEquals(0, flyway.project().migrate("upgrade").exitCode());
    }
}
