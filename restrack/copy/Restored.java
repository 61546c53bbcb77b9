package restrack.copy;

import java.util.Optional;

/**
 * A copy that was put back.
 *
 * @param kept   the copy of what the database was before; nothing where it was empty
 * @param millis how long putting it in took
 */
public record Restored(Optional<Backup> kept, long millis) {
}
