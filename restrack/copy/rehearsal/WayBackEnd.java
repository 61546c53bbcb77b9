package restrack.copy.rehearsal;

import restrack.graph.Revision;

/**
 * A script that a rehearsal does not take back, so that its way back ends above it.
 *
 * @param revision the script
 * @param why      why it is not
 */
public record WayBackEnd(Revision revision, Why why) {
    /** Why a script is not taken back. */
    public enum Why {
        /** It has no way down. */
        NO_WAY_DOWN,
        /** A part of it stood before: its way down leads to before that, and nobody knows what was there. */
        HALF_APPLIED
    }
}
