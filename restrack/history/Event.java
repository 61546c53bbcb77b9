package restrack.history;

/**
 * An entry of the event log.
 *
 * @param operation what was done: {@code up}, {@code down}, {@code stamp}, {@code forget}, {@code repeatable},
 *                  {@code repair}, {@code squash}, {@code adopt}, {@code run}, {@code load}, {@code backup},
 *                  {@code restore}, {@code drop-kept}
 * @param subject   the revision, or the file of a repeatable script
 * @param message   the message of the revision
 * @param millis    how long it took
 * @param detail    what else is to be known, the reason of a repair for instance; may be empty
 * @param script    the text that ran where it is recorded nowhere else, that before a repair for instance; null for
 *                  none
 * @param changed   how many rows were changed; null where nobody counted
 */
public record Event(String operation, String subject, String message, long millis, String detail, String script,
                    Long changed) {
    /** An event without a text of its own. */
    public Event(String operation, String subject, String message, long millis, String detail) {
        this(operation, subject, message, millis, detail, null, null);
    }
}
