package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import restrack.database.server.Session;
import restrack.lease.Presence;
import restrack.lease.Seat;

/**
 * What PostgreSQL knows of connections (PostgreSQL documentation, {@code pg_stat_activity}): a process, and when it was
 * started. Behind a pooler the process is not ours alone: the number that the driver was given when it connected is
 * then another one than that of the process which answers. Servers that only speak as PostgreSQL does have several
 * nodes, and know of their own connections only.
 */
final class PostgresPresence implements Presence {
    private static final String SEAT = """
            SELECT pg_backend_pid(), (SELECT extract(epoch FROM backend_start)::text FROM pg_stat_activity
                WHERE pid = pg_backend_pid()), current_database() || '/' || coalesce(current_schema(), ''),
                version()""";
    /**
     * Since version 14 the server can also end what is idle without a transaction, and notice that a client is gone.
     */
    private static final int MORE_LIMITS = 14;

    @Override
    public String now() {
        return "CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT)";
    }

    @Override
    public String tableOptions() {
        return "";
    }

    @Override
    public Seat seat(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(SEAT)) {
            rows.next();
            int process = rows.getInt(1);
            var started = rows.getString(2);
            var version = rows.getString(4);
            boolean known = started != null && version.startsWith("PostgreSQL") && !version.contains("-YB-")
                    && process == connection.unwrap(PGConnection.class).getBackendPID();
            return new Seat(known ? process + "/" + started : "", "", rows.getString(3), false);
        }
    }

    @Override
    public Sight look(Connection asking, Seat ours, Seat other) throws SQLException {
        if (other.connection().isEmpty()) {
            return Sight.UNKNOWN;
        }
        try (var statement = asking.prepareStatement("""
                SELECT extract(epoch FROM backend_start)::text FROM pg_stat_activity WHERE pid = ?""")) {
            statement.setInt(1, process(other));
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Sight.GONE;
                }
                // Users without the right see that there is a process, and not when it was started.
                var started = rows.getString(1);
                return started == null || other.connection().endsWith("/" + started) ? Sight.THERE : Sight.GONE;
            }
        }
    }

    private static int process(Seat seat) {
        return Integer.parseInt(seat.connection().substring(0, seat.connection().indexOf('/')));
    }

    @Override
    public void end(Connection asking, Seat other) throws SQLException {
        try (var statement = asking.prepareStatement("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE pid = ? AND pid || '/' || extract(epoch FROM backend_start)::text = ?""")) {
            statement.setInt(1, process(other));
            statement.setString(2, other.connection());
            statement.execute();
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** SQLSTATE lock_not_available. */
    @Override
    public boolean hasWaited(SQLException error) {
        return "55P03".equals(error.getSQLState());
    }

    @Override
    public void limitIdle(Connection connection, Seat seat, Duration limit) throws SQLException {
        if (seat.connection().isEmpty()) {
            return;
        }
        var all = "SET idle_in_transaction_session_timeout = " + limit.toMillis();
        if (connection.getMetaData().getDatabaseMajorVersion() < MORE_LIMITS) {
            Session.execute(connection, all);
            return;
        }
        all += "; SET idle_session_timeout = " + limit.toMillis();
        try {
            Session.execute(connection, all + "; SET client_connection_check_interval = " + limit.toMillis());
        } catch (SQLException e) {
            // Not on every system can the server tell that a client is gone: invalid_parameter_value.
            if (!"22023".equals(e.getSQLState())) {
                throw e;
            }
            Session.execute(connection, all);
        }
    }

    @Override
    public void guard(Connection connection, Seat seat, Duration limit) throws SQLException {
        if (seat.connection().isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET LOCAL idle_in_transaction_session_timeout = " + limit.toMillis());
            }
        }
    }

    @Override
    public void unguard(Connection connection, Seat seat) {
    }

    @Override
    public void keepAlive(Connection connection) throws SQLException {
        // A query without words (PostgreSQL documentation, "Frontend/Backend Protocol", EmptyQueryResponse).
        try (var statement = connection.createStatement()) {
            statement.execute("");
        }
    }
}
