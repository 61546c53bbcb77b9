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
 * @param origin      where it was taken over from, {@code alembic} for instance; empty for one that ran or was stamped
 */
public record Applied(String revision, List<String> revises, List<String> dependsOn, String message, String kind,
                      String checksum, String at, long millis, String by, String toolVersion, String origin) {
    public Applied {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
    }

    /** What is to be recorded: when, by whom and with what is filled in then. */
    public Applied(String revision, List<String> revises, List<String> dependsOn, String message, String kind,
                   String checksum, long millis) {
        this(revision, revises, dependsOn, message, kind, checksum, "", millis, "", "", "");
    }

    /** {@return whether it was recorded without having been run by the toolkit} */
    public boolean stamped() {
        return checksum.isEmpty();
    }
}
