package restrack;

import java.time.Duration;

/**
 * Goes through the rows of a table in the order of a key, some at a time, in a method that says {@link InBatches}:
 * {@snippet :
 * op.batches("user", "id").size(500).run(batch ->
 *         batch.execute("UPDATE \"user\" SET visits = visits + 1 WHERE id BETWEEN ? AND ?", batch.from(), batch.to()));
 * }
 *
 * <p>Each batch is a transaction: what it does and the note of how far it has come are committed together. So no row
 * comes twice and none is left out, whenever the process ends. Rows that get a greater key than any had at the
 * beginning are not looked at; {@code docs/batches.md} says more.
 */
public interface Batches {
    /** {@return the same with so many rows in a batch} Without it there are 1,000. */
    Batches size(int rows);

    /** {@return the same with a pause after each batch, in which others can work} Without it there is none. */
    Batches pause(Duration pause);

    /**
     * Goes through the table. After an interruption, what is done is passed over.
     *
     * @param work what becomes of the rows of one batch
     * @throws MigrateException {@code cannot_batch} where the columns are no key of the table; and what the work
     *                          throws, with its batch rolled back
     */
    void run(Work work);

    /** What becomes of the rows of one batch. */
    @FunctionalInterface
    interface Work {
        /**
         * Changes what is to be changed. It must not change the key.
         *
         * @throws Exception whatever it likes; the batch is rolled back and the message shown
         */
        void run(Batch batch) throws Exception;
    }
}
