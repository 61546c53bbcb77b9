package tests.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.Databases;
import restrack.history.Event;
import restrack.history.History;
import restrack.history.JournalEntry;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** What a runner need not ask again while it has the turn, and what one script leaves to the next. */
class TurnTest {
    @TempDir
    Path folder;

    static Stream<Server> servers() {
        return Stream.of(Server.POSTGRES, Server.MARIADB);
    }

    private static Database open(TestDatabase database) {
        var url = DatabaseUrl.parse(database.url(), Path.of(""));
        return Databases.dialect(url).open(url, new Access(Duration.ofSeconds(5), true, who -> { }));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void itStaysTheSameUntilSomethingIsUndone(Server server) {
        try (var database = server.database(); var opened = open(database)) {
            assertEquals(OptionalLong.empty(), opened.turn());

            opened.begin();
            var first = opened.turn();
            opened.commit();
            opened.renewSession();
            opened.begin();
            assertTrue(first.isPresent());
            assertEquals(first, opened.turn());

            opened.rollback();
            assertNotEquals(first, opened.turn());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsUndoneIsNotRemembered(Server server) {
        try (var database = server.database(); var opened = open(database)) {
            var history = new History(opened, "migrate_");
            opened.begin();
            history.create();
            history.lastEvent();
            history.log(new Event("up", "a", "", 1, ""));
            assertFalse(history.isApplied("a"));
            assertEquals(List.of(), history.journal());
            opened.commit();

            opened.begin();
            history.log(new Event("up", "b", "", 1, ""));
            history.journal(new JournalEntry("b", "up", 1, "c", History.now(), "", Optional.empty()));
            assertEquals(2, history.lastEvent());
            assertEquals(1, history.journal().size());
            opened.rollback();

            opened.begin();
            assertEquals(1, history.lastEvent());
            assertEquals(List.of(), history.journal());
            opened.commit();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatOthersHaveWrittenBetweenTwoTurnsIsSeen(Server server) {
        try (var database = server.database()) {
            try (var opened = open(database)) {
                var history = new History(opened, "migrate_");
                opened.begin();
                history.create();
                opened.commit();
            }
            try (var opened = open(database)) {
                var history = new History(opened, "migrate_");
                assertEquals(0, history.lastEvent());
                assertFalse(history.isApplied("a"));
                database.execute("INSERT INTO migrate_event (id, at, operation, subject, message, ms, done_by, "
                        + "tool_version, detail) VALUES (7, '', 'up', 'a', '', 1, '', '', '')");

                opened.begin();

                assertEquals(7, history.lastEvent());
                opened.commit();
            }
        }
    }

    @Test
    void theNextScriptDoesNotSeeWhatWasSetForTheSessionOfMariaDb() {
        try (var database = Server.MARIADB.database()) {
            var project = new Project(folder).on(database)
                    .script("a", "", "CREATE TABLE a (id INTEGER AUTO_INCREMENT PRIMARY KEY, n INTEGER, t TEXT);", "")
                    .script("b", "a", "SET sql_mode = 'ANSI_QUOTES', @n = 5; INSERT INTO a (n) VALUES (@n);", "")
                    .script("c", "b", "INSERT INTO a (n, t) VALUES (@n, \"text\");", "")
                    .script("d", "c", "INSERT INTO a (n) SELECT LAST_INSERT_ID();", "");

            var result = project.migrate("upgrade");

            assertEquals(0, result.exitCode(), result.err());
            assertEquals(List.of("5|null", "null|text", "0|null"), project.query("SELECT n, t FROM a ORDER BY id"));
            assertEquals(List.of("4"), project.query("SELECT count(*) FROM migrate_revision"));
        }
    }

    @Test
    void theNextScriptDoesNotSeeWhatWasSetForTheSessionOfPostgres() {
        try (var database = Server.POSTGRES.database()) {
            var project = new Project(folder).on(database)
                    .script("a", "", "CREATE TABLE a (id SERIAL PRIMARY KEY, n TEXT); CREATE SCHEMA s;", "")
                    .script("b", "a", "SET search_path = s; SET work_mem = '5MB'; CREATE TEMP TABLE c (n INTEGER);", "")
                    .script("c", "b", "INSERT INTO a (n) VALUES (to_regclass('pg_temp.c')::text);", "")
                    .script("d", "c", "INSERT INTO a (n) SELECT current_setting('work_mem');", "")
                    .script("e", "d", "INSERT INTO a (n) SELECT lastval()::text;", "");

            var result = project.migrate("upgrade");

            assertEquals(1, result.exitCode());
            assertTrue(result.err().contains("lastval is not yet defined"), result.err());
            assertEquals(List.of("null", "4MB"), project.query("SELECT n FROM a ORDER BY id"));
        }
    }
}
