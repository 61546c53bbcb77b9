package tests.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.Project;
import tests.servers.Server;

/** The runner that has the turn is killed. */
class KilledTest {
    @TempDir
    Path folder;

    static Stream<Server> servers() {
        return Stream.of(Server.POSTGRES, Server.MARIADB);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theNextOneSeesThatItsConnectionIsGoneAndDoesNotWaitForTheLease(Server server) {
        try (var database = server.database()) {
            var held = new HeldScript(new Project(folder).on(database));
            held.project().environment("MIGRATE_LEASE", "60m");
            try (var holder = held.start()) {
                holder.kill();
                held.letGo();

                var result = held.project().migrate("upgrade", "--lock-timeout", "20s");

                assertEquals(0, result.exitCode(), result.err());
            }
            assertEquals(List.of("1", "2", "3"), held.project().query("SELECT n FROM a ORDER BY n"));
        }
    }
}
