package restrack.database.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import restrack.database.Copies;

/** Copies of an open database. */
final class LiveCopies implements Copies {
    private final SqliteDatabase database;
    private final SqliteCopies copies;
    private final LockWait lock;
    /** Whether the connection keeps its lock, so that another one could not even read. */
    private boolean isolated;

    /**
     * @param database the database
     * @param copies   what copies
     * @param lock     how it is locked
     */
    LiveCopies(SqliteDatabase database, SqliteCopies copies, LockWait lock) {
        this.database = database;
        this.copies = copies;
        this.lock = lock;
    }

    /** Over a connection of its own, because a connection that has begun to write is no source of copies. */
    @Override
    public void copyTo(Path file) {
        if (database.isInMemory() || isolated) {
            copies.copy(database.connection(), file);
            return;
        }
        try (var second = database.connect()) {
            copies.copy(second, file);
        } catch (SQLException e) {
            throw database.explain(e, "The database could not be copied");
        }
    }

    @Override
    public void cloneTo(Path file) {
        copyTo(file);
        copies.takeMode(database.connection(), file);
    }

    /**
     * In a mode in which the lock outlives the transaction that took it. With a write-ahead log only the second
     * transaction takes it; it fails while any other program has the file open.
     */
    @Override
    public void isolate() {
        long end = lock.end();
        try {
            lock.take(database.connection(), "BEGIN EXCLUSIVE", end);
            database.run("PRAGMA locking_mode = EXCLUSIVE");
            database.run("COMMIT");
            lock.take(database.connection(), "BEGIN EXCLUSIVE", end);
            database.run("COMMIT");
            isolated = true;
        } catch (SQLException e) {
            throw database.explain(e, "The database could not be locked against everybody else");
        }
    }

    @Override
    public void replaceWith(Path copy) {
        copies.replace(database.connection(), copy);
    }
}
