package tests.adopt.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbmateTest {
    @TempDir
    Path folder;
    private Foreign dbmate;

    @BeforeEach
    void begin() {
        dbmate = new Foreign(folder);
    }

    @Test
    void versionsAreTimesAndKeepTheirOrder() {
        var imported = dbmate.file("20240102030405_create_users.sql", """
                -- Written in a hurry.
                -- migrate:up
                create table users (id integer primary key);

                -- migrate:down
                drop table users;
                """).file("20240102030406_add_index.sql", """
                -- migrate:up transaction:false
                create index i on users (id);
                -- migrate:down transaction:false
                drop index i
                """).imported();
        assertEquals(List.of("20240102030405 <- ", "20240102030406 <- 20240102030405"), Foreign.chain(imported));
        assertEquals(List.of("20240102_0304_20240102030405_create_users.sql",
                "20240102_0304_20240102030406_add_index.sql"), dbmate.written());
        assertEquals("""
                -- revision: 20240102030405
                -- revises:
                -- created: 2024-01-02T03:04:05Z
                -- create users
                -- From dbmate: 20240102030405_create_users.sql

                -- migrate:up
                -- Written in a hurry.
                create table users (id integer primary key);

                -- migrate:down
                drop table users;
                """, dbmate.script("20240102_0304_20240102030405_create_users.sql"));
        assertTrue(dbmate.script("20240102_0304_20240102030406_add_index.sql").contains("""
                -- migrate:up transaction:false
                create index i on users (id);

                -- migrate:down transaction:false
                drop index i
                """));
        assertEquals(List.of("index i", "table users"), dbmate.upAndDownAndUp());
    }

    @Test
    void missingWayDownStaysMissingAndAnEmptyOneEmpty() {
        dbmate.file("1_a.sql", "-- migrate:up\ncreate table a (a);\n")
                .file("2_b.sql", "-- migrate:up\ncreate table b (b);\n\n-- migrate:down\n\n").imported();
        assertEquals(0, dbmate.project().migrate("upgrade").exitCode());
        assertEquals(0, dbmate.project().migrate("downgrade", "-1").exitCode());
        assertEquals("no_way_down", dbmate.project().migrate("downgrade", "base", "--json").errorKind());
    }

    @Test
    void whatDbmateWouldRefuseIsRefused() {
        dbmate.file("1_a.sql", "-- migrate:up\nselect 1;\n").file("2_b.sql", "select 1;\n");
        assertEquals("bad_script", dbmate.tryImport("--from", "dbmate").errorKind());
        dbmate.file("2_b.sql", "-- migrate:down\nselect 1;\n-- migrate:up\nselect 1;\n");
        assertEquals("bad_script", dbmate.tryImport("--from", "dbmate").errorKind());
        dbmate.file("2_b.sql", "select 2;\n-- migrate:up\nselect 1;\n");
        assertEquals("bad_script", dbmate.tryImport("--from", "dbmate").errorKind());
        dbmate.file("2_b.sql", "-- migrate:up\nselect 1;\n").file("2_c.sql", "-- migrate:up\nselect 1;\n");
        assertEquals("duplicate_id", dbmate.tryImport("--from", "dbmate").errorKind());
    }

    @Test
    void environmentVariablesAreMarked() {
        dbmate.file("1_a.sql", "-- migrate:up env:THEME\nselect '{{ .THEME }}';\n").imported();
        assertEquals("unfinished", dbmate.project().migrate("upgrade", "--json").errorKind());
    }

    @Test
    void textThatIsNoPlaceholderThereIsNoneHere() {
        dbmate.project().file("migrate.properties", "placeholders = true\nplaceholder.x = 1\n");
        dbmate.file("1_a.sql", "-- migrate:up\nselect '${x}';\n").tryImport();
        assertTrue(dbmate.script("0001_a.sql").contains("-- migrate:todo ${x} is ordinary text to dbmate"));
    }
}
