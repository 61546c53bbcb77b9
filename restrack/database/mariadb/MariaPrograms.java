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
    /** Their own limit for a row is lower than what a server may be set to. */
    private static final String LARGEST = "--max-allowed-packet=1G";

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

    /**
     * {@return the program that writes a copy to its output: what is committed when it begins, without locks}
     *
     * @param lease   the table of the lease, whose rows stay out: whoever has the turn here has none in the copy
     * @param history whether there are tables whose former rows the server keeps
     */
    ServerProgram dump(String lease, boolean history) {
        var words = new ArrayList<>(List.of("--single-transaction", "--quick", "--skip-lock-tables",
                "--skip-add-locks", "--routines", "--triggers", "--events", "--hex-blob", "--no-tablespaces",
                "--comments", LARGEST, "--ignore-table-data=" + database + "." + lease));
        if (history) {
            words.add("--dump-history");
        }
        return program("mariadb-dump", words);
    }

    /** {@return the program that runs SQL} What it fails at, rows of a copy, it keeps to itself. */
    ServerProgram client() {
        return program("mariadb", List.of("--batch", "--loose-skip-print-query-on-error", LARGEST));
    }

    private ServerProgram program(String name, List<String> own) {
        var command = new ArrayList<>(List.of(name));
        command.addAll(options);
        command.addAll(own);
        command.add(database);
        return new ServerProgram(command, environment, PACKAGE, url);
    }
}
