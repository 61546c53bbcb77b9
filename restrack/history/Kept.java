package restrack.history;

import restrack.database.Parcel;

/**
 * What was kept of a script that was taken back.
 *
 * @param id       its number
 * @param revision the revision that took it along, and that brings it back
 * @param parcel   what it is, and where
 * @param at       when it was kept, in UTC (ISO 8601)
 * @param remains  why it did not come back with its revision, as the end of a sentence; empty while it waits
 */
public record Kept(long id, String revision, Parcel parcel, String at, String remains) {
    /** {@return whether it comes back when its revision is applied again} What once did not fit is left to a person. */
    public boolean waits() {
        return remains.isEmpty();
    }
}
