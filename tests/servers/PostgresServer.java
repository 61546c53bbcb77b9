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
import java.util.stream.Stream;
import org.postgresql.Driver;

/** PostgreSQL as its package or any other installation has it. */
final class PostgresServer implements Server {
    private static final String USER = "postgres";
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Optional<String> missing() {
        return program("initdb").isPresent() ? Optional.empty() : Optional.of("PostgreSQL (Debian: postgresql)");
    }

    private static Optional<Path> program(String name) {
        try (Stream<Path> versions = Files.isDirectory(VERSIONS) ? Files.list(VERSIONS) : Stream.empty()) {
            return Programs.find(name, versions.map(it -> it.resolve("bin")).toArray(Path[]::new));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Running start(Path folder, int port, String... options) throws IOException {
        var data = folder.resolve("data");
        if (!Files.exists(data)) {
            Programs.folder(folder, USER);
            run("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        }
        var server = new ArrayList<>(List.of("-p " + port, "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=" + folder, "-c max_connections=200", "-c fsync=off"));
        Stream.of(options).map(it -> "-c " + it).forEach(server::add);
        run("pg_ctl", "-s", "-w", "-t", "60", "-D", data.toString(), "-l", folder.resolve("log").toString(), "-o",
                String.join(" ", server), "start");
        return new Started(folder, port);
    }

    private static void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(program(program).orElseThrow().toString()));
        command.addAll(List.of(arguments));
        Programs.run(Programs.as(USER, command));
    }

    /** One that runs. */
    private static final class Started extends Running {
        Started(Path folder, int port) {
            super(folder, port);
        }

        @Override
        public Connection connect(String database) throws SQLException {
            return new Driver().connect("jdbc:postgresql://127.0.0.1:" + port() + "/"
                    + (database.isEmpty() ? USER : database) + "?user=" + USER, new Properties());
        }

        @Override
        public String url(String database) {
            return "postgresql://" + USER + "@127.0.0.1:" + port() + "/" + database;
        }

        @Override
        void drop(String database) {
            administer("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }

        @Override
        public long pid() throws IOException {
            return Long.parseLong(Files.readAllLines(folder().resolve("data/postmaster.pid")).get(0).strip());
        }

        @Override
        public void stop() throws IOException {
            run("pg_ctl", "-s", "-w", "-D", folder().resolve("data").toString(), "-m", "immediate", "stop");
        }
    }

    static Running at(Path folder, int port) {
        return new Started(folder, port);
    }
}
