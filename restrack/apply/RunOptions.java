package restrack.apply;

import java.util.Set;

/**
 * What the user says of a run.
 *
 * @param allowed           the hazards that are accepted
 * @param shareTransactions whether scripts may share transactions; the outcome is the same either way
 */
public record RunOptions(Set<String> allowed, boolean shareTransactions) {
}
