package restrack.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What the lease needs of a kind of server: its clock, and what it knows of connections. Stateless. */
public interface Presence {
    /** What is known of a connection. */
    enum Sight {
        /** It is there; it may be running something. */
        THERE,
        /** It is gone: nothing comes of it any more. */
        GONE,
        /** Nobody can tell from here. */
        UNKNOWN
    }

    /** {@return an expression for the server's time, in milliseconds since 1970, as a whole number} */
    String now();

    /** {@return what stands behind the parenthesis of {@code CREATE TABLE}} */
    String tableOptions();

    /** {@return where a connection sits} */
    Seat seat(Connection connection) throws SQLException;

    /**
     * {@return what is known of a connection}
     *
     * @param asking the connection that asks
     * @param ours   where that sits
     * @param other  the one that is asked of
     */
    Sight look(Connection asking, Seat ours, Seat other) throws SQLException;

    /** Ends a connection that is {@link Sight#THERE}, where this user may. It takes its time to go. */
    void end(Connection asking, Seat other) throws SQLException;

    /** {@return whether an error says that something was waited for in vain, and that nothing was done} */
    boolean hasWaited(SQLException error);

    /**
     * Lets the server close a connection that nothing is heard of. Where the connection is not known to be ours alone,
     * nothing is done to it.
     */
    void limitIdle(Connection connection, Seat seat, Duration limit) throws SQLException;

    /**
     * Prepares the transaction that was just begun for what can happen to it while it is open: silence, as
     * {@link #limitIdle}, where that could not be said for the connection; and that peers undo it. Drivers and
     * libraries can swallow the error that tells of it, and what is said after that must not be kept statement by
     * statement.
     */
    void guard(Connection connection, Seat seat, Duration limit) throws SQLException;

    /** Takes back what {@link #guard} has said that outlasts the transaction, which has ended. */
    void unguard(Connection connection, Seat seat) throws SQLException;

    /** Says something on a connection, so that it does not count as idle. Changes nothing that can be asked of it. */
    void keepAlive(Connection connection) throws SQLException;
}
