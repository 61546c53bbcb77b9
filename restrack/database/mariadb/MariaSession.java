package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.mariadb.jdbc.Driver;
import restrack.config.DatabaseUrl;
import restrack.database.server.Session;

/** A session with MariaDB. */
final class MariaSession implements Session {
    @Override
    public Connection connect(DatabaseUrl url, Properties properties) throws SQLException {
        return new Driver().connect(url.jdbc(), properties);
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00'");
        }
    }

    @Override
    public String begin() {
        return "START TRANSACTION";
    }

    @Override
    public boolean comparesRows() {
        return false;
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        connection.unwrap(org.mariadb.jdbc.Connection.class).cancelCurrentQuery();
    }
}
