package restrack.apply;

/** Is told what has happened, as it happens. Nothing is told before it is committed. */
public interface Progress {
    /**
     * A script has run and is recorded.
     *
     * @param done what ran
     */
    void done(Done done);

    /** A statement that runs in batches has come so far; called before its first batch too. */
    default void advanced(Advance advance) {
    }

    /** What was committed together has been told; it can be shown now. */
    default void told() {
    }
}
