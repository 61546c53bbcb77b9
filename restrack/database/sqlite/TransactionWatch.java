package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

/**
 * Notices when a transaction ends without our doing: a script that commits, {@code INSERT OR ROLLBACK},
 * {@code RAISE(ROLLBACK, …)}, a full disk. Whoever ends the transaction itself closes the watch before.
 */
public final class TransactionWatch implements SQLiteCommitListener, restrack.database.TransactionWatch {
    private final SQLiteConnection connection;
    private volatile String how = "";

    private TransactionWatch(SQLiteConnection connection) {
        this.connection = connection;
    }

    /**
     * Begins to watch.
     *
     * @param connection a connection of sqlite-jdbc, inside a transaction
     * @return the watch, to be closed before the transaction is ended
     */
    public static TransactionWatch on(Connection connection) throws SQLException {
        var watch = new TransactionWatch(connection.unwrap(SQLiteConnection.class));
        watch.connection.addCommitListener(watch);
        return watch;
    }

    /** {@return whether the transaction has ended} */
    public boolean ended() {
        return !how.isEmpty();
    }

    /** {@return {@code commit} or {@code rollback}, whichever ended the transaction; empty while it lasts} */
    public String how() {
        return how;
    }

    @Override
    public void onCommit() {
        end("commit");
    }

    @Override
    public void onRollback() {
        end("rollback");
    }

    /** The first end counts: what comes after is no longer that transaction. */
    private void end(String by) {
        if (how.isEmpty()) {
            how = by;
        }
    }

    /** Stops watching; what was seen stays readable. */
    @Override
    public void close() {
        connection.removeCommitListener(this);
    }
}
