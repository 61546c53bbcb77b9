package restrack.copy.rehearsal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be rehearsed.
 *
 * @param target  where the upgrade is to lead
 * @param allowed the hazards that the user accepts
 * @param wayBack whether the way back is rehearsed too
 * @param place   the folder for the clone; beside the database if nothing is said
 */
public record RehearsalOptions(String target, Set<String> allowed, boolean wayBack, Optional<Path> place) {
    /** The hazards are copied. */
    public RehearsalOptions {
        allowed = Set.copyOf(allowed);
    }
}
