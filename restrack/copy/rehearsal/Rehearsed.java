package restrack.copy.rehearsal;

import java.nio.file.Path;
import java.util.List;
import restrack.MigrateException;
import restrack.apply.Done;
import restrack.schema.Described;

/**
 * A script as it ran on the clone.
 *
 * @param done    what ran, and how many rows it wrote
 * @param file    the script
 * @param millis  how long it took, with its transaction, its commit and its record
 * @param before  how many bytes the database had before
 * @param after   how many it had afterwards
 * @param changes what it changed of the schema
 * @param refused the hazards that were not accepted, for which it would not have run
 */
public record Rehearsed(Done done, Path file, long millis, long before, long after, List<Described> changes,
                        List<MigrateException> refused) {
    /** The lists are copied. */
    public Rehearsed {
        changes = List.copyOf(changes);
        refused = List.copyOf(refused);
    }
}
