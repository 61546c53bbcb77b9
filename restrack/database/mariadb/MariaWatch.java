package restrack.database.mariadb;

import org.mariadb.jdbc.client.Context;
import org.mariadb.jdbc.util.constants.ServerStatus;
import restrack.database.TransactionWatch;

/**
 * Notices when a transaction ends without our doing. The server says with each answer whether one is open, so asking
 * costs nothing. What ended it, it does not say; a statement that commits by itself is by far the likeliest, and
 * whoever reads that something stands looks at it.
 */
final class MariaWatch implements TransactionWatch {
    private final Context context;
    private boolean ended;

    /** @param context what the driver knows of the connection; a transaction is open */
    MariaWatch(Context context) {
        this.context = context;
    }

    @Override
    public boolean ended() {
        ended |= (context.getServerStatus() & ServerStatus.IN_TRANSACTION) == 0;
        return ended;
    }

    @Override
    public String how() {
        return ended() ? "commit" : "";
    }

    @Override
    public void close() {
        // Nothing was registered: the driver keeps the flag for its own use.
        return;
    }
}
