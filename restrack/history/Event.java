package restrack.history;

/**
 * An entry of the event log.
 *
 * @param operation what was done: {@code up}, {@code down}, {@code stamp}, {@code forget}, {@code repeatable},
 *                  {@code repair}
 * @param subject   the revision, or the file of a repeatable script
 * @param message   the message of the revision
 * @param millis    how long it took
 * @param detail    what else is to be known, the reason of a repair for instance; may be empty
 */
public record Event(String operation, String subject, String message, long millis, String detail) {
}
