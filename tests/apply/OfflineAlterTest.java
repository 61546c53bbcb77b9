package tests.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.apply.OfflineDatabases.PROGRAM;
import static tests.apply.OfflineDatabases.TOOL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Printed changes to tables: the sqlite3 program, which may be an older one, comes to the same end with them. */
class OfflineAlterTest {
    private static final String ITEMS = """
            -- revision: a1
            -- revises:
            -- migrate:up
            CREATE TABLE role (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE item (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                size TEXT DEFAULT '1', -- how large
                "odd name" TEXT,
                role INTEGER REFERENCES role (id) ON DELETE CASCADE
            );
            CREATE INDEX by_size ON item (size);
            CREATE TABLE part (item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE);
            CREATE TRIGGER grown AFTER UPDATE OF size ON item BEGIN
                UPDATE item SET "odd name" = 'grown;' WHERE id = new.id;
            END;
            CREATE VIEW sizes AS SELECT id, size FROM item;
            INSERT INTO role VALUES (1, 'r');
            INSERT INTO item (id, size, role) VALUES (1, '10', 1), (7, '20', NULL);
            INSERT INTO part VALUES (1), (7), (7);
            -- migrate:down
            DROP TABLE part;
            DROP VIEW sizes;
            DROP TABLE item;
            DROP TABLE role;
            """;

    @TempDir
    Path folder;
    private OfflineDatabases databases;

    @BeforeEach
    void writeScripts() throws IOException {
        databases = new OfflineDatabases(folder);
        databases.script("1_items.sql", ITEMS);
    }

    private void script(String id, String revises, String up, String down) throws IOException {
        databases.script(id + ".sql", "-- revision: " + id + "\n-- revises: " + revises + "\n-- migrate:up\n" + up
                + "\n-- migrate:down\n" + down + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ALTER TABLE item ALTER size TYPE INTEGER",
        "ALTER TABLE item ALTER size TYPE INTEGER USING length(size), ALTER \"odd name\" SET DEFAULT 'x'",
        "ALTER TABLE item ALTER size TYPE TEXT COLLATE NOCASE",
        "ALTER TABLE item ADD CONSTRAINT k UNIQUE (size)",
        "ALTER TABLE item ADD CHECK (id > 0)",
        "ALTER TABLE item ALTER size SET NOT NULL",
        "ALTER TABLE item ADD COLUMN u TEXT NOT NULL DEFAULT (hex(1))",
        "ALTER TABLE item DROP COLUMN size CASCADE",
        "ALTER TABLE item DROP CONSTRAINT item_role_fkey",
        "ALTER TABLE item RENAME COLUMN size TO extent",
        "ALTER TABLE item RENAME TO thing",
        "ALTER TABLE item DROP AUTOINCREMENT",
        "ALTER TABLE item SET STRICT",
        "ALTER TABLE part ADD PRIMARY KEY (item)",
        "ALTER TABLE item\n    REORDER COLUMNS (role,\n    id)",
    })
    void upgradeLeavesTheSameDatabase(String alter) throws Exception {
        script("b2", "a1", "DELETE FROM part WHERE rowid = 3;\n" + alter + ";\nINSERT INTO role VALUES (2, 's');", "");
        databases.upgrade("head");

        var printed = databases.up(null);

        assertTrue(printed.contains("\n-- " + alter.replaceAll("\\s+", " ") + "  ("), printed);
        databases.runs(printed);
        databases.assertSame();
    }

    @Test
    void rangesAndWaysDownLeaveTheSameDatabaseWithRowsOfTheirOwn() throws Exception {
        script("b2", "a1", "ALTER TABLE item ALTER size TYPE INTEGER;", "ALTER TABLE item ALTER size TYPE TEXT;");
        script("c3", "b2", "ALTER TABLE item ADD k INTEGER NOT NULL DEFAULT 5, ADD UNIQUE (\"odd name\");",
                "ALTER TABLE item DROP CONSTRAINT \"item_odd name_key\", DROP COLUMN k;");
        databases.upgrade("a1");
        databases.runs(databases.up("a1"));
        databases.execute(TOOL, "INSERT INTO item (id, size) VALUES (100, '1000')");
        databases.execute(PROGRAM, "INSERT INTO item (id, size) VALUES (100, '1000')");

        databases.upgrade("head");
        databases.runs(databases.up("a1:head"));
        databases.assertSame();

        databases.downgrade("a1");
        databases.runs(databases.down("c3:a1"));
        databases.assertSame();
    }

    @Test
    void rowsInTheWayStopTheProgramToo() throws Exception {
        script("b2", "a1", "ALTER TABLE item ADD UNIQUE (size);", "");
        databases.runs(databases.up("a1"));
        databases.execute(PROGRAM, "INSERT INTO item (size) VALUES ('10')");
        var before = databases.dump(PROGRAM);

        assertNotEquals(0, databases.run(databases.up("a1:b2")).exitCode());

        assertEquals(before, databases.dump(PROGRAM));
    }

    @Test
    void outsideATransactionEachChangeHasItsOwn() throws Exception {
        databases.script("b2.sql", """
                -- revision: b2
                -- revises: a1
                -- migrate:up transaction:false
                PRAGMA foreign_keys = OFF;
                ALTER TABLE item ALTER size TYPE INTEGER;
                BEGIN;
                ALTER TABLE item SET STRICT;
                INSERT INTO part VALUES (1);
                COMMIT;
                VACUUM;
                """);
        databases.upgrade("head");

        databases.runs(databases.up(null));

        databases.assertSame();
    }

    @Test
    void javaBeforeTheRangeIsRunToKnowTheTables() throws Exception {
        databases.script("b2.java", """
                // revision: b2
                // revises: a1
                class Adds implements Migration {
                    public void up(Op op) {
                        op.alterTable("item").addColumn("more", "TEXT");
                    }
                }
                """);
        script("c3", "b2", "ALTER TABLE item ALTER more TYPE INTEGER;", "");
        databases.upgrade("b2");
        Files.copy(folder.resolve(TOOL), folder.resolve(PROGRAM));

        databases.upgrade("c3");
        databases.runs(databases.up("b2:c3"));

        databases.assertSame();
    }

    @Test
    void aScriptThatNeedsOtherRowsIsNamed() throws Exception {
        script("b2", "a1", "INSERT INTO part VALUES (99);", "");
        script("c3", "b2", "ALTER TABLE item ALTER size TYPE INTEGER;", "");
        script("d4", "c3", "INSERT INTO part VALUES (98); ALTER TABLE item ADD plain TEXT;", "");

        var error = assertThrows(MigrateException.class, () -> databases.up("b2:c3"));

        assertEquals(ErrorKind.SCRIPT_FAILED, error.kind());
        assertTrue(error.getMessage().contains("c3.sql:4"), error.getMessage());
        assertTrue(error.getMessage().contains("migrations/b2.sql:4: FOREIGN KEY constraint failed"),
                error.getMessage());
        assertTrue(databases.up("c3:d4").contains("INSERT INTO part VALUES (98);"), "what needs no try is not tried");
    }

    @Test
    void whatComesBehindTheLastChangeIsNotTried() throws Exception {
        script("b2", "a1", "ALTER TABLE item ALTER size TYPE INTEGER; INSERT INTO part VALUES (99);", "");
        script("c3", "b2", "INSERT INTO part VALUES (98);", "");
        assertTrue(databases.up("head").contains("INSERT INTO part VALUES (98);"));
    }

    @Test
    void noFileIsOpenedToPrint() throws Exception {
        databases.script("b2.sql", """
                -- revision: b2
                -- revises: a1
                -- migrate:up transaction:false
                ATTACH 'struck.db' AS struck;
                CREATE TABLE struck.t (n);
                VACUUM INTO 'copy.db';
                """);
        script("c3", "b2", "ALTER TABLE item ALTER size TYPE INTEGER;", "");

        var error = assertThrows(MigrateException.class, () -> databases.up(null));

        assertTrue(error.getMessage().contains("b2.sql:4: It opens another database."), error.getMessage());
        assertFalse(Files.exists(Path.of("struck.db")));
        assertFalse(Files.exists(folder.resolve(PROGRAM)));
    }

    @Test
    void aChangeThatCannotBeIsRefused() throws Exception {
        script("b2", "a1", "ALTER TABLE item DROP COLUMN size;", "");
        var error = assertThrows(MigrateException.class, () -> databases.up(null));
        assertEquals(ErrorKind.DEPENDENTS, error.kind());
        assertTrue(error.getMessage().startsWith("migrations/b2.sql:4: "), error.getMessage());
    }
}
