package restrack;

/**
 * A migration written in Java. It runs inside one transaction together with its record: when a method
 * throws, nothing of it remains. A method that says {@link InBatches} is the exception.
 */
public interface Migration {
    /**
     * The way up.
     *
     * @param op what the migration may do
     * @throws Exception whatever it likes; the transaction is rolled back and the message shown
     */
    void up(Op op) throws Exception;

    /**
     * The way down. A migration that does not override it has none, and {@code downgrade} refuses it before
     * anything is touched.
     *
     * @param op what the migration may do
     * @throws Exception whatever it likes; the transaction is rolled back and the message shown
     */
    default void down(Op op) throws Exception {
        throw new UnsupportedOperationException("This migration has no way down.");
    }
}
