package restrack.compile;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Transactions of a script inside the migration's own: each is a savepoint, set with SQL. The outermost level is
 * not the script's to end.
 */
final class SavepointTransactions implements TransactionHandler {
    private static final StackWalker STACK = StackWalker.getInstance();

    private final UnaryOperator<String> quote;
    private final Deque<String> begun = new ArrayDeque<>();

    SavepointTransactions(UnaryOperator<String> quote) {
        this.quote = quote;
    }

    /** {@return how many transactions the script has begun and not ended} */
    int depth() {
        return begun.size();
    }

    @Override
    public void begin(Handle handle) {
        var name = "migrate_" + (begun.size() + 1);
        savepoint(handle, name);
        begun.push(name);
    }

    @Override
    public void commit(Handle handle) {
        if (begun.isEmpty()) {
            throw Guard.noCommit();
        }
        releaseSavepoint(handle, begun.peek());
        begun.pop();
    }

    @Override
    public void rollback(Handle handle) {
        if (begun.isEmpty()) {
            throw Guard.noRollback();
        }
        var name = begun.pop();
        rollbackToSavepoint(handle, name);
        releaseSavepoint(handle, name);
    }

    /**
     * Always, since the migration is one. But Jdbi asks this also to decide whether {@code inTransaction} needs a
     * transaction at all, and would not nest if told the truth.
     */
    @Override
    public boolean isInTransaction(Handle handle) {
        return STACK.walk(frames -> frames.skip(1).limit(2).noneMatch(it ->
                it.getMethodName().equals("inTransaction") && it.getClassName().equals(Handle.class.getName())));
    }

    @Override
    public void savepoint(Handle handle, String name) {
        execute(handle, "SAVEPOINT " + quote.apply(name));
    }

    @Override
    public void rollbackToSavepoint(Handle handle, String name) {
        execute(handle, "ROLLBACK TO SAVEPOINT " + quote.apply(name));
    }

    @Override
    public void releaseSavepoint(Handle handle, String name) {
        execute(handle, "RELEASE SAVEPOINT " + quote.apply(name));
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        int outside = begun.size();
        begin(handle);
        R result;
        try {
            result = callback.withHandle(handle);
        } catch (Throwable e) {
            try {
                unwind(handle, outside);
            } catch (RuntimeException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
        if (begun.size() > outside + 1) {
            unwind(handle, outside);
            throw new TransactionException("A transaction was begun inside inTransaction and never ended.");
        }
        if (begun.size() == outside + 1) {
            commit(handle);
        }
        return result;
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, TransactionIsolationLevel level,
                                                    HandleCallback<R, X> callback) throws X {
        handle.setTransactionIsolationLevel(level);
        return inTransaction(handle, callback);
    }

    /** Rolls back what was begun beyond a depth. */
    void unwind(Handle handle, int depth) {
        while (begun.size() > depth) {
            rollback(handle);
        }
    }

    private static void execute(Handle handle, String sql) {
        try (var statement = handle.getConnection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new TransactionException("%s failed: %s".formatted(sql, e.getMessage()), e);
        }
    }
}
