package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.jdbc.PgConnection;
import restrack.config.DatabaseUrl;
import restrack.database.server.ServerProgram;

/**
 * The programs that come with PostgreSQL, told where a database is by their environment (PostgreSQL documentation,
 * "Environment Variables").
 *
 * @param environment what they find there
 * @param url         the database for which they run
 */
record PostgresPrograms(Map<String, String> environment, DatabaseUrl url) {
    private static final String PACKAGE = "postgresql-client";
    private static final Map<String, String> OPTIONS = Map.of("sslmode", "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT", "sslkey", "PGSSLKEY");

    /** {@return the programs for the database to which a connection is} */
    static PostgresPrograms of(Connection connection, DatabaseUrl url) throws SQLException {
        var environment = new HashMap<String, String>();
        var host = connection.unwrap(PgConnection.class).getQueryExecutor().getHostSpec();
        environment.put("PGHOST", host.getHost());
        environment.put("PGPORT", String.valueOf(host.getPort()));
        environment.put("PGUSER", connection.unwrap(PgConnection.class).getUserName());
        environment.put("PGDATABASE", connection.getCatalog());
        environment.put("PGAPPNAME", "migrate");
        if (url.properties().containsKey("password")) {
            environment.put("PGPASSWORD", url.properties().get("password"));
        }
        int question = url.jdbc().indexOf('?');
        for (var pair : question < 0 ? new String[0] : url.jdbc().substring(question + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && OPTIONS.containsKey(pair.substring(0, equals))) {
                environment.put(OPTIONS.get(pair.substring(0, equals)), pair.substring(equals + 1));
            }
        }
        return new PostgresPrograms(Map.copyOf(environment), url);
    }

    /** {@return the same for another database on that server} */
    PostgresPrograms on(String database) {
        var other = new HashMap<>(environment);
        other.put("PGDATABASE", database);
        return new PostgresPrograms(other, url);
    }

    /** {@return the program that writes a copy to its output} */
    ServerProgram dump(String... options) {
        return program("pg_dump", with(List.of("--format=custom", "--no-password"), options));
    }

    /** {@return the program that reads a copy} */
    ServerProgram restore(String... options) {
        return program("pg_restore", List.of(options));
    }

    /** {@return the program that runs SQL, all of it in one transaction} */
    ServerProgram psql() {
        return program("psql", List.of("--no-psqlrc", "--no-password", "--quiet", "--single-transaction",
                "--set=ON_ERROR_STOP=1", "--file=-"));
    }

    private ServerProgram program(String name, List<String> options) {
        return new ServerProgram(with(List.of(name), options.toArray(String[]::new)), environment, PACKAGE, url);
    }

    private static List<String> with(List<String> words, String... more) {
        var all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }
}
