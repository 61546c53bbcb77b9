package restrack.history;

/**
 * How far a script has come that runs outside a transaction, statement by statement.
 *
 * @param revision  its revision
 * @param direction {@code up} or {@code down}
 * @param done      how many of its statements are done
 * @param checksum  the checksum of those statements, so that an edit of the script shows
 * @param at        when it began, in UTC (ISO 8601)
 * @param position  within the statement that comes next: how far its batches have come; empty before the first
 */
public record JournalEntry(String revision, String direction, int done, String checksum, String at,
                           String position) {
    /** {@return whether anything of the script stands} */
    public boolean stands() {
        return done > 0 || !position.isEmpty();
    }
}
