package restrack.apply;

import java.util.Set;

/**
 * What the user says of a run.
 *
 * @param allowed           the hazards that are accepted
 * @param shareTransactions whether scripts may share transactions; the outcome is the same either way
 * @param keepData          whether what a way down takes away is kept for the next way up
 */
public record RunOptions(Set<String> allowed, boolean shareTransactions, boolean keepData) {
    /** A run that keeps nothing. */
    public RunOptions(Set<String> allowed, boolean shareTransactions) {
        this(allowed, shareTransactions, false);
    }
}
