package tests.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.Server;
import tests.servers.TestDatabase;

/** The runner that has the turn stands still, and comes back. */
class StoppedTest {
    @TempDir
    Path folder;

    static Stream<Server> servers() {
        return Stream.of(Server.POSTGRES, Server.MARIADB);
    }

    private HeldScript held(TestDatabase database) {
        return new HeldScript(new Project(folder).on(database).environment("MIGRATE_LEASE", "2s"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void itIsOvertakenAndWritesNothingWhenItComesBack(Server server) {
        try (var database = server.database()) {
            var held = held(database);
            try (var stopped = held.start()) {
                stopped.suspend();
                held.letGo();
                try (var other = MigrateProcess.start(held.project(), "upgrade", "--lock-timeout", "30s")) {
                    var result = other.end();
                    assertEquals(0, result.exitCode(), result.err());
                }
                stopped.resume();
                var result = stopped.end();

                assertEquals(5, result.exitCode(), result.out());
                assertEquals("overtaken", result.errorKind());
            }
            assertEquals(List.of("1", "2", "3"), held.project().query("SELECT n FROM a ORDER BY n"));
            assertEquals(List.of("up a", "up b", "up c"),
                    held.project().query("SELECT concat(operation, ' ', subject) FROM migrate_event ORDER BY id"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void oneThatOnlyThinksForLongKeepsItsTurnAndItsConnection(Server server) throws InterruptedException {
        try (var database = server.database()) {
            var held = held(database);
            try (var thinking = held.start()) {
                Thread.sleep(3500);

                var busy = held.project().migrate("upgrade", "--lock-timeout", "0", "--json");
                assertEquals("busy", busy.errorKind());
                held.letGo();
                var result = thinking.end();
                assertEquals(0, result.exitCode(), result.out());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aStatementThatStillRunsIsEndedBeforeAnotherRunnerGoesOn(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database).environment("MIGRATE_LEASE", "2s");
            var sleep = server == Server.POSTGRES ? "SELECT pg_sleep(%s)" : "SELECT sleep(%s)";
            project.script("a", "", "CREATE TABLE a (n INTEGER);", "");
            assertEquals(0, project.migrate("upgrade").exitCode());
            project.file("b.sql", "-- revision: b\n-- revises: a\n-- migrate:up\n" + sleep.formatted(50) + ";\n");
            try (var stopped = MigrateProcess.start(project, "upgrade", "--json")) {
                while (project.query("SELECT holder FROM migrate_lease WHERE part = 'turn' AND token = 2").isEmpty()) {
                    continue;
                }
                stopped.suspend();
                project.script("b", "a", "INSERT INTO a VALUES (1);", "");

                var result = project.migrate("upgrade", "--lock-timeout", "20s");

                assertEquals(0, result.exitCode(), result.err());
                stopped.resume();
                assertEquals("overtaken", stopped.end().errorKind());
            }
            assertEquals(List.of("1"), project.query("SELECT n FROM a"));
        }
    }
}
