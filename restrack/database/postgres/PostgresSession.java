package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.jdbc.PgConnection;
import restrack.config.DatabaseUrl;
import restrack.database.server.Session;

/** A session with PostgreSQL. */
final class PostgresSession implements Session {
    @Override
    public Connection connect(DatabaseUrl url, Properties properties) throws SQLException {
        return new Driver().connect(url.jdbc(), properties);
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
        }
    }

    @Override
    public String begin() {
        return "BEGIN";
    }

    @Override
    public boolean comparesRows() {
        return true;
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(PgConnection.class).cancelQuery();
    }
}
