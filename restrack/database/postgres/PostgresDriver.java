package restrack.database.postgres;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;
import restrack.config.DatabaseUrl;

/**
 * Makes connections with PostgreSQL's driver. By itself the driver writes to standard error what it finds wrong with a
 * URL, and what it finds wrong may be a password; so it does not write, and what it throws does not repeat the URL.
 */
final class PostgresDriver {
    /** Whoever does not hold a logger loses what was said to it. */
    private static final Logger LOGGER = Logger.getLogger("org.postgresql");
    private static final String CANNOT_CONNECT = "08001";
    private static final String REJECTED = "08004";

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private PostgresDriver() {
    }

    /** {@return a new connection with the URL's properties and nothing else} */
    static Connection connect(DatabaseUrl url) throws SQLException {
        var properties = new Properties();
        properties.putAll(url.properties());
        return connect(url, properties);
    }

    /**
     * {@return a new connection}
     *
     * @throws SQLException what the server said; class 08 where it was not reached
     */
    static Connection connect(DatabaseUrl url, Properties properties) throws SQLException {
        try {
            return new Driver().connect(url.jdbc(), properties);
        } catch (PSQLException e) {
            if (e.getServerErrorMessage() != null || REJECTED.equals(e.getSQLState())) {
                throw e;
            }
            if (String.valueOf(e.getMessage()).contains(url.jdbc())) {
                throw new SQLException("the driver does not understand this URL", CANNOT_CONNECT);
            }
            throw new SQLException(e.getMessage() + more(e.getCause()), CANNOT_CONNECT, e);
        }
    }

    private static String more(Throwable cause) {
        return cause instanceof UnknownHostException ? " No host of that name is known."
                : cause instanceof SocketTimeoutException ? " It did not answer in time."
                : cause instanceof IOException && cause.getMessage() != null ? " " + cause.getMessage() : "";
    }
}
