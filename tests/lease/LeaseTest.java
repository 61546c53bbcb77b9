package tests.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.MigrateProcess;
import tests.Project;
import tests.servers.Server;

/** Only one runner writes at a time, and the others say for whom they wait. */
class LeaseTest {
    private static final String WHO = "SELECT part, holder, seat FROM migrate_lease ORDER BY part";

    @TempDir
    Path folder;

    static Stream<Server> servers() {
        return Stream.of(Server.POSTGRES, Server.MARIADB);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void runnersThatBeginTogetherOnAnEmptyDatabaseApplyEachScriptOnce(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database);
            project.execute("CREATE TABLE a (n INTEGER)");
            for (int i = 0; i < 12; i++) {
                project.script("b" + i, i == 0 ? "" : "b" + (i - 1), "INSERT INTO a VALUES (%d);".formatted(i), "");
            }

            var processes = IntStream.range(0, 3).mapToObj(i -> MigrateProcess.start(project, "upgrade")).toList();

            for (var process : processes) {
                try (process) {
                    var result = process.end();
                    assertEquals(0, result.exitCode(), result.err());
                }
            }
            assertEquals(List.of("12|66"), project.query("SELECT count(*), sum(n) FROM a"));
            assertEquals(List.of("12"), project.query("SELECT count(*) FROM migrate_event"));
            assertEquals(List.of("2"), project.query("SELECT count(*) FROM migrate_lease"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whoeverWaitsSaysForWhomAndEndsAsBusy(Server server) {
        try (var database = server.database()) {
            var held = new HeldScript(new Project(folder).on(database));
            try (var holder = held.start()) {
                var result = held.project().migrate("upgrade", "--lock-timeout", "1500ms");

                assertEquals(5, result.exitCode());
                var name = "(process " + holder.pid() + ")";
                assertTrue(result.err().contains("Waiting for the database, which is in use by "
                        + System.getProperty("user.name") + "@"), result.err());
                assertTrue(result.err().lines().anyMatch(it -> it.startsWith("Error: ") && it.contains(name)
                        && it.contains("since 2") && it.contains("its lease ends in ")), result.err());
                held.letGo();
                assertEquals(0, holder.end().exitCode());
            }
            assertEquals(List.of("1", "2", "3"), held.project().query("SELECT n FROM a ORDER BY n"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aWaitThatIsInterruptedEnds(Server server) {
        try (var database = server.database()) {
            var held = new HeldScript(new Project(folder).on(database));
            try (var holder = held.start(); var waiting = MigrateProcess.start(held.project(), "upgrade",
                    "--lock-timeout", "60s").awaitWords("Waiting for the database")) {
                waiting.interrupt();

                assertEquals(130, waiting.end().exitCode());
                held.letGo();
                assertEquals(0, holder.end().exitCode());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatOnlyReadsDoesNotWait(Server server) {
        try (var database = server.database()) {
            var held = new HeldScript(new Project(folder).on(database));
            try (var holder = held.start()) {
                for (var command : List.of("current", "status", "history")) {
                    assertEquals(0, held.project().migrate(command, "--lock-timeout", "0").exitCode(), command);
                }
                assertEquals(0, held.project().migrate("upgrade", "a", "--lock-timeout", "0").exitCode());
                holder.kill();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theTurnIsGivenBackWhenAScriptFailsToo(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database).script("a", "", "INSERT INTO nowhere VALUES (1);", "");

            assertEquals(1, project.migrate("upgrade").exitCode());

            assertEquals(List.of("beat||", "turn||"), project.query(WHO));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aLeaseOfAnotherDatabaseThatWasCopiedMeansNothing(Server server) {
        try (var database = server.database()) {
            var project = new Project(folder).on(database).script("a", "", "CREATE TABLE a (n INTEGER);", "");
            assertEquals(0, project.migrate("upgrade").exitCode());
            project.execute("UPDATE migrate_lease SET holder = 'somebody', seat = '1', home = 'elsewhere', "
                    + "expires = 99999999999999 WHERE part = 'beat'");
            project.script("b", "a", "INSERT INTO a VALUES (1);", "");

            assertEquals(0, project.migrate("upgrade", "--lock-timeout", "0").exitCode());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whoeverFindsAnotherTokenInTheFenceWritesNothing(Server server) {
        try (var database = server.database()) {
            var held = new HeldScript(new Project(folder).on(database));
            held.project().file("b.java", """
                    // revision: b
                    // revises: a
                    class B implements Migration {
                        public void up(Op op) {
                            op.execute("INSERT INTO a VALUES (1)");
                            op.execute("UPDATE migrate_lease SET token = token + 1, claim = 'x'");
                        }
                    }
                    """);

            var result = held.project().migrate("upgrade", "--json");

            assertEquals(5, result.exitCode(), result.out());
            assertEquals("overtaken", result.errorKind());
            assertEquals(List.of("1"), held.project().query("SELECT n FROM a"));
        }
    }
}
