package restrack.database;

/**
 * What became of a parcel that was to come back.
 *
 * @param parcel   the parcel
 * @param back     how many of its rows are back
 * @param replaced how many of those took the place of a row with the same key and other values, which only happens to a
 *                 {@link Taken.Kind#TABLE}
 * @param left     how many are still in its side table
 * @param reason   why they are, as the end of a sentence; empty if none is
 */
public record Returned(Parcel parcel, long back, long replaced, long left, String reason) {
}
