package tests.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The pooler of PostgreSQL, in the mode in which connections belong to clients for one transaction only. */
public final class PgBouncer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final long PATIENCE_SECONDS = 30;

    private final Path folder;
    private final int port;
    private final String database;

    private PgBouncer(Path folder, int port, String database) {
        this.folder = folder;
        this.port = port;
        this.database = database;
    }

    /** Starts it before a database. The test is skipped where the program is not there. */
    public static PgBouncer start(Path folder, TestDatabase database) throws IOException {
        var program = Programs.find("pgbouncer", Path.of("/usr/sbin"));
        assumeTrue(program.isPresent(), "It needs pgbouncer (Debian: pgbouncer).");
        int port = Server.freePort();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("users"), "\"" + USER + "\" \"\"\n");
        Files.writeString(folder.resolve("ini"), """
                [databases]
                %1$s = host=127.0.0.1 port=%2$d user=%3$s dbname=%1$s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %4$d
                unix_socket_dir =
                auth_type = any
                auth_file = %5$s/users
                pool_mode = transaction
                default_pool_size = 4
                logfile = %5$s/log
                pidfile = %5$s/pid
                ignore_startup_parameters = extra_float_digits
                """.formatted(database.name(), database.server().port(), USER, port, folder));
        Programs.folder(folder, USER);
        Programs.run(Programs.as(USER, List.of(program.get().toString(), "-d", folder.resolve("ini").toString())));
        var started = new PgBouncer(folder, port, database.name());
        started.await();
        return started;
    }

    private void await() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /** {@return the URL of the database behind it} */
    public String url() {
        return "postgresql://" + USER + "@127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        Programs.signal(pid, "TERM");
        Programs.awaitEnd(pid);
    }
}
