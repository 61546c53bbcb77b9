package tests.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.mariadb.jdbc.Driver;

/** MariaDB as its package has it. */
final class MariaServer implements Server {
    static final String USER = "mysql";
    private static final String PASSWORD = "s3cret-of-tests";
    private static final long PATIENCE_SECONDS = 60;

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public Optional<String> missing() {
        return program("mariadbd").isPresent() && program("mariadb-install-db").isPresent() ? Optional.empty()
                : Optional.of("MariaDB (Debian: mariadb-server)");
    }

    static Optional<Path> program(String name) {
        return Programs.find(name, Path.of("/usr/sbin"));
    }

    /** Makes the folder of a server's data, with a user for the tests. */
    static void install(Path folder) throws IOException {
        Programs.folder(folder, USER);
        Programs.run(Programs.as(USER, List.of(program("mariadb-install-db").orElseThrow().toString(), "--no-defaults",
                "--datadir=" + folder.resolve("data"), "--skip-name-resolve", "--skip-test-db",
                "--auth-root-authentication-method=normal")));
        Files.writeString(folder.resolve("init.sql"), """
                CREATE USER IF NOT EXISTS tester@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL ON *.* TO tester@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(PASSWORD));
    }

    @Override
    public Running start(Path folder, int port, String... options) throws IOException {
        if (!Files.exists(folder.resolve("data"))) {
            install(folder);
        }
        var command = new ArrayList<>(List.of(program("mariadbd").orElseThrow().toString(), "--no-defaults",
                "--datadir=" + folder.resolve("data"), "--port=" + port, "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("socket"), "--pid-file=" + folder.resolve("pid"), "--skip-name-resolve",
                "--innodb-buffer-pool-size=64M", "--innodb-log-file-size=48M", "--character-set-server=utf8mb4",
                "--init-file=" + folder.resolve("init.sql"), "--innodb-flush-log-at-trx-commit=0",
                "--innodb-flush-method=nosync"));
        command.addAll(List.of(options));
        launch(folder, command);
        var running = new Started(folder, port);
        await(running, folder);
        return running;
    }

    /** Starts a server that outlives this process. */
    static void launch(Path folder, List<String> command) throws IOException {
        var detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(Programs.as(USER, command));
        var log = ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile());
        new ProcessBuilder(detached).directory(Path.of("/").toFile()).redirectErrorStream(true).redirectOutput(log)
                .start();
    }

    private static void await(Started running, Path folder) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                running.connect("").close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw new IOException("MariaDB does not start: " + Files.readString(folder.resolve("log")), e);
                }
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Running at(Path folder, int port) {
        return new Started(folder, port);
    }

    /** One that runs. */
    private static final class Started extends Running {
        Started(Path folder, int port) {
            super(folder, port);
        }

        @Override
        public Connection connect(String database) throws SQLException {
            var properties = new Properties();
            properties.put("user", "tester");
            properties.put("password", PASSWORD);
            return new Driver().connect("jdbc:mariadb://127.0.0.1:" + port() + "/" + database + "?sslMode=disable",
                    properties);
        }

        @Override
        public String url(String database) {
            return "mariadb://tester:" + PASSWORD + "@127.0.0.1:" + port() + "/" + database + "?sslMode=disable";
        }

        @Override
        void drop(String database) {
            administer("DROP DATABASE IF EXISTS " + database);
        }

        @Override
        public long pid() throws IOException {
            return Long.parseLong(Files.readString(folder().resolve("pid")).strip());
        }

        @Override
        public void stop() throws IOException {
            long pid = pid();
            Programs.signal(pid, "TERM");
            Programs.awaitEnd(pid);
        }
    }
}
