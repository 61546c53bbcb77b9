package tests.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers that all tests of a run share, whatever processes they are in. Each is started for the first test that
 * needs it, and stopped with the run.
 */
public final class Shared {
    /** Names the folder of the servers, for the processes of one run. */
    public static final String FOLDER = "tests.servers";
    private static final String PORT = "port";
    private static final Map<String, Running> KNOWN = new HashMap<>();

    private Shared() {
    }

    /** {@return the shared server of a kind} The test that asks is skipped where there can be none. */
    static synchronized Running running(Server server) {
        assumeTrue(server.missing().isEmpty(), () -> "There is no " + server.missing().orElseThrow() + " here.");
        return KNOWN.computeIfAbsent(server.name(), name -> {
            try {
                return startOrJoin(server, folder().resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Running startOrJoin(Server server, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        try (var lock = FileChannel.open(folder.resolveSibling(server.name() + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var held = lock.lock()) {
            var port = folder.resolveSibling(server.name() + "." + PORT);
            if (held.isValid() && Files.exists(port)) {
                return join(server, folder, Integer.parseInt(Files.readString(port)));
            }
            var running = server.start(folder, Server.freePort());
            Files.writeString(port, Integer.toString(running.port()));
            return running;
        }
    }

    private static Running join(Server server, Path folder, int port) {
        return server == Server.POSTGRES ? PostgresServer.at(folder, port) : MariaServer.at(folder, port);
    }

    /** The folder of this run; one of this process, if it is a run of its own. */
    private static Path folder() throws IOException {
        var given = Optional.ofNullable(System.getProperty(FOLDER));
        if (given.isPresent()) {
            return Path.of(given.get());
        }
        var own = Files.createTempDirectory("servers");
        System.setProperty(FOLDER, own.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(own)));
        return own;
    }

    /** Stops the servers of a run and removes their data. */
    public static void stop(Path folder) {
        for (var server : new Server[] {Server.POSTGRES, Server.MARIADB}) {
            try {
                if (Files.exists(folder.resolve(server.name() + "." + PORT))) {
                    join(server, folder.resolve(server.name()), 0).stop();
                }
            } catch (IOException e) {
                System.err.println("A server of the tests could not be stopped: " + e.getMessage());
            }
        }
        try {
            Programs.run(List.of("rm", "-rf", folder.toString()));
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
