package restrack.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The turn of one runner. It is taken with the first transaction that writes, and given back when the runner ends. */
public final class Lease implements AutoCloseable {
    /**
     * @param prefix what the names of our tables begin with
     * @param length how long the lease of a runner that is not heard of any more lasts
     */
    public Lease(String prefix, Duration length) {
    }

    /** Takes the turn, if it is not taken yet, waiting for others. No transaction may be open. */
    public void take(Connection connection) throws SQLException {
    }

    /** Makes sure, in the transaction that is open, that nobody else can have the turn until it is committed. */
    public void fence(Connection connection) throws SQLException {
    }

    /** Gives the turn back. */
    @Override
    public void close() {
    }
}
