package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import restrack.lease.Presence;
import restrack.lease.Seat;

/**
 * What MariaDB and MySQL know of connections (MariaDB documentation, {@code information_schema.PROCESSLIST}): a number,
 * which is given anew when the server is started again, and the port of the client, which makes it unique. A node of a
 * cluster knows its own connections only. A connection without a port, or one whose number is not that which the driver
 * was given (a proxy), is not known.
 */
final class MariaPresence implements Presence {
    /** Error numbers: no such connection, not its owner. */
    private static final int NO_SUCH_THREAD = 1094;
    private static final int NOT_OWNER = 1095;

    @Override
    public String now() {
        return "CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)";
    }

    @Override
    public String tableOptions() {
        return OwnTables.OPTIONS;
    }

    @Override
    public Seat seat(Connection connection) throws SQLException {
        var member = Galera.member(connection);
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT id, user, host, CONCAT(@@hostname, ':', @@port), DATABASE()
                FROM information_schema.processlist WHERE id = CONNECTION_ID()""")) {
            rows.next();
            long id = rows.getLong(1);
            var host = rows.getString(3);
            boolean known = host.contains(":")
                    && id == connection.unwrap(org.mariadb.jdbc.Connection.class).getThreadId();
            return new Seat(known ? id + " " + host + " " + rows.getString(2) : "", rows.getString(4)
                    + member.map(it -> " " + it).orElse(""), rows.getString(5), member.isPresent());
        }
    }

    @Override
    public Sight look(Connection asking, Seat ours, Seat other) throws SQLException {
        if (other.connection().isEmpty() || !other.node().equals(ours.node())) {
            return Sight.UNKNOWN;
        }
        try (var statement = asking.prepareStatement("""
                SELECT host FROM information_schema.processlist WHERE id = ?""")) {
            statement.setLong(1, id(other));
            try (var rows = statement.executeQuery()) {
                if (rows.next()) {
                    return part(other, 1).equals(rows.getString(1)) ? Sight.THERE : Sight.GONE;
                }
                // Without a right of its own, a user sees the connections of the same user only.
                return part(other, 2).equals(part(ours, 2)) ? Sight.GONE : Sight.UNKNOWN;
            }
        }
    }

    private static long id(Seat seat) {
        return Long.parseLong(part(seat, 0));
    }

    private static String part(Seat seat, int number) {
        var parts = seat.connection().split(" ", 3);
        return number < parts.length ? parts[number] : "";
    }

    @Override
    public void end(Connection asking, Seat other) throws SQLException {
        try (var statement = asking.createStatement()) {
            statement.execute("KILL CONNECTION " + id(other));
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD && e.getErrorCode() != NOT_OWNER) {
                throw e;
            }
        }
    }

    @Override
    public boolean hasWaited(SQLException error) {
        return LockWait.isLockWait(error);
    }

    @Override
    public void limitIdle(Connection connection, Seat seat, Duration limit) throws SQLException {
        if (!seat.connection().isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET SESSION wait_timeout = " + Math.max(1, limit.toSeconds()));
            }
        }
    }

    /**
     * {@inheritDoc} The driver prepares statements to describe their parameters, and keeps to itself that this failed
     * with 1213: what follows would be committed by itself, each statement and the record of the script among them.
     */
    @Override
    public void guard(Connection connection, Seat seat, Duration limit) throws SQLException {
        commitByItself(connection, seat, false);
    }

    @Override
    public void unguard(Connection connection, Seat seat) throws SQLException {
        commitByItself(connection, seat, true);
    }

    private static void commitByItself(Connection connection, Seat seat, boolean on) throws SQLException {
        if (seat.cluster()) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET autocommit = " + (on ? 1 : 0));
            }
        }
    }

    @Override
    public void keepAlive(Connection connection) throws SQLException {
        // COM_PING. Its timeout has to be that of the connection, which the driver would change otherwise.
        connection.isValid(connection.getNetworkTimeout() / 1000);
    }
}
