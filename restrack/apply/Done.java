package restrack.apply;

import restrack.graph.Revision;

/**
 * A script that has run and is committed with its record.
 *
 * @param operation {@code up}, {@code down} or {@code repeatable}
 * @param revision  the revision; for a repeatable script the id is its file name
 * @param millis    how long its statements took
 */
public record Done(String operation, Revision revision, long millis) {
}
