package restrack.apply;

import java.util.List;
import restrack.graph.Revision;

/**
 * A script that has run and is committed with its record.
 *
 * @param operation {@code up}, {@code down} or {@code repeatable}
 * @param revision  the revision; for a repeatable script the id is its file name
 * @param millis    how long its statements took
 * @param notes     what should be known of the changes that it made to tables, a phrase each
 * @param written   how many rows it wrote; see {@link restrack.database.Database#rowsWritten}
 */
public record Done(String operation, Revision revision, long millis, List<String> notes, long written) {
    /** As above, for what was not run. */
    public Done(String operation, Revision revision, long millis) {
        this(operation, revision, millis, List.of(), 0);
    }
}
