package tests.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A pgbouncer before a database, in transaction mode: each transaction may run in another session of the server. */
public final class PgBouncer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final int PATIENCE_TENTHS = 100;

    private final Process process;
    private final TestDatabase database;
    private final int port;

    private PgBouncer(Process process, TestDatabase database, int port) {
        this.process = process;
        this.database = database;
        this.port = port;
    }

    /**
     * Starts one; the test is skipped where it is not installed.
     *
     * @param folder where its files are
     * @param pool   how many sessions of the server it has at most
     */
    public static PgBouncer before(TestDatabase database, Path folder, int pool) throws IOException {
        var program = Programs.find("pgbouncer", Path.of("/usr/sbin"));
        assumeTrue(program.isPresent(), "There is no pgbouncer here.");
        int port = Server.freePort();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("users"), "\"" + USER + "\" \"\"\n");
        Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                %s = host=127.0.0.1 port=%d user=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                auth_file = %s
                pool_mode = transaction
                default_pool_size = %d
                """.formatted(database.name(), database.server().port(), USER, port, folder.resolve("users"), pool));
        Programs.folder(folder, USER);
        var process = new ProcessBuilder(Programs.as(USER, List.of(program.get().toString(), "-q",
                folder.resolve("pgbouncer.ini").toString()))).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()).start();
        var started = new PgBouncer(process, database, port);
        started.awaitListening();
        return started;
    }

    private void awaitListening() throws IOException {
        for (int i = 0; i < PATIENCE_TENTHS; i++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                pause();
            }
        }
        throw new IOException("pgbouncer does not listen.");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the URL of the database through it} */
    public String url() {
        return "postgresql://" + USER + "@127.0.0.1:" + port + "/" + database.name();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
