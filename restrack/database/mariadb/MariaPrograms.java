package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import restrack.config.DatabaseUrl;
import restrack.database.server.ServerProgram;

/**
 * The programs that come with MariaDB. Options that a user has set for them elsewhere do not count; the password is in
 * their environment (MariaDB documentation, "MariaDB Environment Variables").
 *
 * @param options     where the server is
 * @param database    the name of the database there
 * @param environment what they find in their environment
 * @param url         the database for which they run
 */
record MariaPrograms(List<String> options, String database, Map<String, String> environment, DatabaseUrl url) {
    private static final String PACKAGE = "mariadb-client";

    /** {@return the programs for the database to which a connection is} */
    static MariaPrograms of(Connection connection, DatabaseUrl url) throws SQLException {
        var address = connection.unwrap(org.mariadb.jdbc.Connection.class).getClient().getHostAddress();
        var options = new ArrayList<>(List.of("--no-defaults", "--protocol=tcp", "--host=" + address.host,
                "--port=" + address.port, "--default-character-set=utf8mb4"));
        if (url.properties().containsKey("user")) {
            options.add("--user=" + url.properties().get("user"));
        }
        var jdbc = url.jdbc();
        options.add(jdbc.contains("sslMode=disable") ? "--skip-ssl" : "--ssl");
        if (jdbc.contains("sslMode=verify-full")) {
            options.add("--ssl-verify-server-cert");
        }
        var password = url.properties().getOrDefault("password", "");
        return new MariaPrograms(List.copyOf(options), connection.getCatalog(), Map.of("MYSQL_PWD", password),
                url);
    }

    /** {@return the same for another database on that server} */
    MariaPrograms on(String other) {
        return new MariaPrograms(options, other, environment, url);
    }

    /** {@return the program that writes a copy to its output: what is committed when it begins, without locks} */
    ServerProgram dump() {
        return program("mariadb-dump", List.of("--single-transaction", "--quick", "--skip-lock-tables",
                "--skip-add-locks", "--routines", "--triggers", "--events", "--hex-blob", "--no-tablespaces",
                "--comments"));
    }

    /** {@return the program that runs SQL} */
    ServerProgram client() {
        return program("mariadb", List.of("--batch"));
    }

    private ServerProgram program(String name, List<String> own) {
        var command = new ArrayList<>(List.of(name));
        command.addAll(options);
        command.addAll(own);
        command.add(database);
        return new ServerProgram(command, environment, PACKAGE, url);
    }
}
