package restrack.history;

import java.util.List;

/**
 * The record of a revision that is applied.
 *
 * @param revision    its id
 * @param revises     what it revised when it was recorded
 * @param dependsOn   what it depended on then
 * @param message     its message
 * @param kind        {@code sql} or {@code java}
 * @param checksum    the checksum of the script as it ran; empty for one that was only stamped
 * @param at          when, in UTC (ISO 8601)
 * @param millis      how long it took
 * @param by          by whom, {@code user@host}
 * @param toolVersion the version of the toolkit that recorded it
 */
public record Applied(String revision, List<String> revises, List<String> dependsOn, String message, String kind,
                      String checksum, String at, long millis, String by, String toolVersion) {
    public Applied {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
    }

    /** {@return whether it was recorded without having been run by the toolkit} */
    public boolean stamped() {
        return checksum.isEmpty();
    }
}
