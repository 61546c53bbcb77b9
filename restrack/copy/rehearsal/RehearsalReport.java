package restrack.copy.rehearsal;

import java.util.List;
import java.util.Optional;
import restrack.MigrateException;

/**
 * What came of a rehearsal.
 *
 * @param bytes     how many bytes were cloned; 0 where there is no database yet
 * @param millis    how long cloning took
 * @param up        the scripts that were applied, repeatable ones last
 * @param failure   what stopped the way up before its end
 * @param roundTrip the way back, if it was tried
 * @param end       the script at which the way back ended early
 */
public record RehearsalReport(long bytes, long millis, List<Rehearsed> up, Optional<MigrateException> failure,
                              Optional<RoundTrip> roundTrip, Optional<WayBackEnd> end) {
    /** The list is copied. */
    public RehearsalReport {
        up = List.copyOf(up);
    }

    /** {@return the hazards for which the upgrade would be refused} */
    public List<MigrateException> refused() {
        return up.stream().flatMap(it -> it.refused().stream()).toList();
    }

    /** {@return whether an upgrade would go through, and the way back leads back as far as it was tried} */
    public boolean holds() {
        return failure.isEmpty() && refused().isEmpty() && roundTrip.map(RoundTrip::holds).orElse(true);
    }

    /** {@return how long the way up took} */
    public long upMillis() {
        return up.stream().mapToLong(Rehearsed::millis).sum();
    }
}
