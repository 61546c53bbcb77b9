package restrack.history;

import java.util.Optional;

/**
 * How far a script has come that is not undone as a whole, statement by statement.
 *
 * @param revision  its revision
 * @param direction {@code up} or {@code down}
 * @param done      how many of its statements are done
 * @param checksum  the checksum of those statements, and of one that has started, so that an edit of them shows
 * @param at        when it began, in UTC (ISO 8601)
 * @param position  within the statement that comes next: how far its batches have come; empty before the first
 * @param trace     what the statement that comes next is about, as it was right before that started; empty where
 *                  nothing tells; nothing if it has not started
 */
public record JournalEntry(String revision, String direction, int done, String checksum, String at,
                           String position, Optional<String> trace) {
    /** {@return whether anything of the script stands, or may stand} */
    public boolean stands() {
        return done > 0 || !position.isEmpty() || hasStarted();
    }

    /** {@return whether the statement that comes next had started, and nobody has seen its end} */
    public boolean hasStarted() {
        return trace.isPresent();
    }

    /** {@return how far it has come, as a phrase: {@code after 2 of its statements}} */
    public String words() {
        return "after " + done + " of its statements" + (hasStarted() ? ", in the next one"
                : position.isEmpty() ? "" : ", in the batches of the next one");
    }
}
