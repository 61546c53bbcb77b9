package restrack.database;

/** Sees whether a transaction was ended by something other than the toolkit. */
public interface TransactionWatch extends AutoCloseable {
    /** {@return whether the transaction has been ended} */
    boolean ended();

    /** {@return how: {@code commit} or {@code rollback}; empty while it is open} */
    String how();

    @Override
    void close();
}
