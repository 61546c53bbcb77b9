package tests.servers;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A kind of server that tests can have. */
public interface Server {
    /** PostgreSQL. */
    Server POSTGRES = new PostgresServer();
    /** MariaDB. */
    Server MARIADB = new MariaServer();

    /** {@return its name: {@code mariadb}} */
    String name();

    /** {@return what has to be installed before it can be started; nothing if it can} */
    Optional<String> missing();

    /**
     * Starts it, with data of its own.
     *
     * @param folder where the data are; made if it is not there, and taken as it is if it is
     * @param options what the server program is told besides, one word each
     */
    Running start(Path folder, int port, String... options) throws IOException;

    /** {@return an empty database on the server that all tests share} The test is skipped where there is none. */
    default TestDatabase database() {
        return Shared.running(this).database();
    }

    /**
     * {@return a port that nobody listens on} It is none of those that a system gives to connections, one of which could
     * have it before it is used.
     */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                continue;
            }
        }
    }
}
