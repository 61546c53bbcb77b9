package tests.apply;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.apply.Agreement;
import restrack.apply.Repeatables;
import restrack.config.OutOfOrder;
import restrack.graph.Revision;

class OfflineTest {
    @TempDir
    Path folder;
    OfflineDatabases databases;

    @BeforeEach
    void writeScripts() throws IOException {
        databases = new OfflineDatabases(folder);
        databases.script("1_books.sql", """
                -- revision: b1
                -- revises:
                -- labels: shelf
                -- It's a "start";\r.quit
                -- a NUL \0, a backslash \\0 and \\r, another line

                -- migrate:up
                CREATE TABLE book (
                    id INTEGER PRIMARY KEY, -- it's the key; really
                    "ti""tle" TEXT DEFAULT 'O''Reilly;',
                    [odd name] TEXT,
                    `tick` TEXT
                );
                CREATE TABLE log (what);
                CREATE TRIGGER noted AFTER INSERT ON book BEGIN
                    INSERT INTO log VALUES (CASE WHEN new.id > 1 THEN 'many;' ELSE 'first' END);
                    INSERT INTO log VALUES ('
                .quit
                END;
                ');
                END;
                INSERT INTO book (id, [odd name]) VALUES (1, 'line
                .quit
                # no comment
                go
                /
                -- '';
                end') /* ; */;
                INSERT INTO book (id, `tick`) VALUES (10
                /
                5, (SELECT
                go
                FROM (SELECT 'x' AS go)));
                CREATE VIEW half AS SELECT id
                    / 2 AS h -- not alone on its line
                FROM book;
                SELECT * FROM book;

                -- migrate:down
                DROP VIEW half;
                DROP TABLE book;
                DROP TABLE log;
                """);
        databases.script("2_left.sql", """
                -- revision: l2
                -- revises: b1
                -- migrate:up
                CREATE TABLE child (id INTEGER PRIMARY KEY, book INTEGER NOT NULL REFERENCES book (id));
                INSERT INTO child VALUES (1, 1);
                -- migrate:down
                DROP TABLE child;
                """);
        databases.script("3_outside.sql", """
                -- revision: l3
                -- revises: l2
                -- Outside a transaction
                -- migrate:up transaction:false
                PRAGMA foreign_keys = OFF;
                PRAGMA recursive_triggers = ON;
                ATTACH ':memory:' AS other;
                INSERT INTO child VALUES (2, 99);
                BEGIN;
                UPDATE child SET id = id + 10;
                COMMIT;
                VACUUM;
                -- migrate:down transaction:false
                PRAGMA foreign_keys = OFF;
                UPDATE child SET id = id - 10;
                DELETE FROM child WHERE book = 99;
                """);
        databases.script("4_right.sql", """
                -- revision: r2
                -- revises: b1
                -- depends-on: l2
                -- Windows line ends
                -- migrate:up
                CREATE TABLE "right" (
                    v TEXT DEFAULT 'a
                b'
                );
                INSERT INTO "right" VALUES ('one
                two');
                -- migrate:down
                DROP TABLE "right";
                """.replace("\n", "\r\n"));
        databases.script("5_merge.sql", """
                -- revision: m4
                -- revises: l3, r2
                -- migrate:up
                CREATE TABLE session AS SELECT foreign_keys, recursive_triggers, (SELECT count(*) FROM
                    pragma_database_list) AS attached FROM pragma_foreign_keys, pragma_recursive_triggers;
                -- migrate:down
                DROP TABLE session;
                """);
        databases.script("repeatable/titles.sql", """
                DROP VIEW IF EXISTS titles;
                CREATE VIEW titles AS SELECT "ti""tle" FROM book;
                """);
    }

    @Test
    void upgradeLeavesTheSameDatabase() throws Exception {
        databases.upgrade("head");

        databases.runs(databases.up(null));

        databases.assertSame();
        assertTrue(databases.dump(PROGRAM).contains("session: Integer<1> Integer<0> Integer<1>"));
    }

    @Test
    void rangesContinueWhereTheLastOneEnded() throws Exception {
        databases.upgrade("r2");
        databases.runs(databases.up("r2"));
        databases.assertSame();

        databases.upgrade("head");
        databases.runs(databases.up("r2:m4"));
        databases.assertSame();
    }

    @Test
    void downgradeLeavesTheSameDatabase() throws Exception {
        databases.upgrade("head");
        databases.runs(databases.up(":head"));

        databases.downgrade("l2");
        databases.runs(databases.down("m4:l2"));
        databases.assertSame();

        databases.downgrade("base");
        databases.runs(databases.down("r2:base"));
        databases.assertSame();
    }

    @Test
    void rangeThatEndsAtAHeadRunsAllRepeatableScripts() {
        assertTrue(databases.up("m4:head").contains("-- repeatable titles.sql\n"));
        assertFalse(databases.up("base:l3").contains("titles.sql"));
    }

    @Test
    void toolGoesOnWhereTheProgramStopped() throws Exception {
        databases.runs(databases.up("head"));

        try (var project = databases.project(PROGRAM)) {
            var state = project.state();
            assertDoesNotThrow(() -> Agreement.requireForUpgrade(state, OutOfOrder.REFUSE));
            assertEquals(List.of(), state.pending());
            assertEquals(List.of("m4"), state.current().stream().map(Revision::id).toList());
            assertEquals(List.of(), Repeatables.changed(project.repeatables(), state.snapshot().repeatables()));
            for (var record : state.snapshot().applied()) {
                var age = Duration.between(Instant.parse(record.at()), Instant.now());
                assertTrue(age.abs().toHours() < 1, "recorded at " + record.at());
                assertTrue(record.at().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"), record.at());
            }
        }
    }

    @Test
    void emptyTablesOfOursAreNoHindrance() throws Exception {
        for (var name : List.of(TOOL, PROGRAM)) {
            try (var project = databases.project(name); var database = project.open()) {
                project.history(database).create();
            }
        }
        databases.upgrade("head");

        databases.runs(databases.up(null));

        databases.assertSame();
    }

    @Test
    void firstErrorEndsTheScriptAndUndoesItsRevision() throws Exception {
        databases.script("4_right.sql", """
                -- revision: r2
                -- revises: b1, l3
                -- migrate:up
                CREATE TABLE half (id);
                INSERT INTO nowhere VALUES (1);
                """);

        var outcome = databases.run(databases.up("heads"));

        assertNotEquals(0, outcome.exitCode());
        databases.upgrade("l3");
        databases.assertSame();
    }

    @Test
    void secondRunOfTheSameScriptChangesNothing() throws Exception {
        databases.runs(databases.up(null));
        var before = databases.dump(PROGRAM);

        assertNotEquals(0, databases.run(databases.up(null)).exitCode());

        assertEquals(before, databases.dump(PROGRAM));
    }

    @Test
    void emptyRangeCreatesNothing() throws Exception {
        databases.runs(databases.up("base:base"));
        databases.runs(databases.down("b1:b1"));

        assertEquals("", databases.dump(PROGRAM));
    }

    @Test
    void statementsThatTheProgramWouldTakeForCommandsStayStatements() throws Exception {
        databases.script("6_command.sql", """
                -- revision: c5
                -- revises: m4
                -- migrate:up
                .shell echo struck > struck.txt
                """);

        assertNotEquals(0, databases.run(databases.up("head")).exitCode());

        assertFalse(Files.exists(folder.resolve("struck.txt")));
    }

    @Test
    void commentsHaveOneLineAndNameTheRevision() {
        assertTrue(databases.up(null).lines().anyMatch("-- up b1  It's a \"start\"; .quit"::equals),
                databases.up(null));
        assertTrue(databases.up(null).startsWith(".bail on\nPRAGMA foreign_keys = ON;\n"), databases.up(null));
    }

    @Test
    void javaIsRefusedByName() throws IOException {
        databases.script("6_first.java", "// revision: j5\n// revises: m4\nclass First { this does not compile }\n");
        databases.script("7_second.java", "// revision: j6\n// revises: j5\nclass Second { }\n");

        for (var error : List.of(assertThrows(MigrateException.class, () -> databases.up(null)),
                assertThrows(MigrateException.class, () -> databases.down("j6:m4")))) {
            assertEquals(ErrorKind.JAVA_OFFLINE, error.kind());
            assertTrue(error.getMessage().contains("6_first.java"), error.getMessage());
            assertTrue(error.getMessage().contains("7_second.java"), error.getMessage());
        }
        assertDoesNotThrow(() -> databases.up("base:m4"));
    }

    @Test
    void printingLooksAtNoDatabase() {
        databases.up(null);
        databases.down("head:base");

        assertFalse(Files.exists(folder.resolve(PROGRAM)));
    }
}
