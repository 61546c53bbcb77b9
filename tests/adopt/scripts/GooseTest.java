package tests.adopt.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GooseTest {
    @TempDir
    Path folder;
    private Foreign goose;

    @BeforeEach
    void begin() {
        goose = new Foreign(folder);
    }

    @Test
    void annotationsBecomeMarkers() {
        var imported = goose.file("00001_users.sql", """
                -- All who may log in.
                -- +goose Up
                CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
                -- +goose StatementBegin
                CREATE TRIGGER shout AFTER INSERT ON users BEGIN
                    UPDATE users SET name = upper(name) WHERE id = new.id;
                END;
                -- +goose StatementEnd

                -- +goose Down
                DROP TABLE users;
                """).file("00002_more.sql", "-- +goose NO TRANSACTION\n-- +goose up\nCREATE TABLE more (a);\n"
                + "-- +goose down\nDROP TABLE more;\n").imported();
        assertEquals(List.of("00001 <- ", "00002 <- 00001"), Foreign.chain(imported));
        assertEquals("""
                -- revision: 00001
                -- revises:
                -- users
                -- From goose: 00001_users.sql

                -- migrate:up
                -- All who may log in.
                CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
                CREATE TRIGGER shout AFTER INSERT ON users BEGIN
                    UPDATE users SET name = upper(name) WHERE id = new.id;
                END;

                -- migrate:down
                DROP TABLE users;
                """, goose.script("00001_users.sql"));
        assertTrue(goose.script("00002_more.sql").contains("-- migrate:down transaction:false\n"));
        assertEquals(List.of("table more", "table users", "trigger shout"), goose.upAndDownAndUp());
    }

    @Test
    void programsInGoBecomeOutlinesThatDoNotRun() {
        var imported = goose.file("1_a.sql", "-- +goose Up\nCREATE TABLE a (a);\n")
                .file("2_b.go", "package migrations\n").file("2_b_test.go", "package migrations\n")
                .file("3_c.sql", "-- +goose Up\nCREATE TABLE c (c);\n").imported();
        assertEquals(List.of("1 <- ", "2 <- 1", "3 <- 2"), Foreign.chain(imported));
        assertEquals(1, imported.get("notCarriedOver").getAsInt());
        assertEquals("unfinished", goose.project().migrate("upgrade", "--json").errorKind());
        assertEquals(0, goose.project().migrate("upgrade", "1").exitCode());
    }

    @Test
    void whatIsNotTheSameIsMarked() {
        goose.file("1_a.sql", "-- +goose Up\n-- +goose StatementBegin\nSELECT 1; SELECT 2;\n-- +goose StatementEnd\n")
                .file("2_b.sql", "-- +goose Up\n-- +goose ENVSUB ON\nSELECT '${X}';\n-- +goose ENVSUB OFF\n")
                .file("3_c.sql", "-- +goose Up\nSELECT '${X}';\n").imported();
        assertTrue(goose.script("0001_a.sql").contains("-- migrate:todo goose sent"));
        assertTrue(goose.script("0002_b.sql").contains("-- migrate:todo goose replaced environment variables"));
        assertTrue(!goose.script("0003_c.sql").contains("migrate:todo"));
    }

    @Test
    void annotationsThatAreNotInPlaceAreRefused() {
        for (var text : List.of("-- +goose Down\nSELECT 1;\n-- +goose Up\n", "-- +goose Up\n-- +goose Up\n",
                "-- +goose Up\n-- +goose StatementBegin\nSELECT 1;\n", "-- +goose Up\n-- +goose Sideways\n",
                "SELECT 1;\n", "SELECT 1;\n-- +goose Up\n")) {
            goose.file("1_a.sql", text);
            assertEquals("bad_script", goose.tryImport("--from", "goose").errorKind(), text);
        }
        goose.file("1_a.sql", "-- +goose Up\n").file("01_b.sql", "-- +goose Up\n");
        assertEquals("duplicate_id", goose.tryImport("--from", "goose").errorKind());
    }
}
