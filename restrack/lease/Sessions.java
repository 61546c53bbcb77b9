package restrack.lease;

import java.sql.Connection;
import java.sql.SQLException;

/** Whoever works under a lease. */
public interface Sessions {
    /** {@return one more connection to the database, in autocommit mode; the caller closes it} */
    Connection open() throws SQLException;

    /** {@return whether the user wants no more to be begun} */
    boolean isInterrupted();

    /** Stops what is running, and lets nothing more be sent: somebody else has the turn. From another thread. */
    void stop();
}
