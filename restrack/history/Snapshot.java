package restrack.history;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a database says of itself at one moment.
 *
 * @param applied     the records, in the order in which they came
 * @param repeatables the checksum of each repeatable script as it last ran, by name
 * @param journal     scripts that are half applied
 * @param lastEvent   the number of the newest event: as long as it stays, nobody has changed anything
 */
public record Snapshot(List<Applied> applied, Map<String, String> repeatables, List<JournalEntry> journal,
                       long lastEvent) {
    /** A database that knows nothing yet, or does not exist. */
    public static final Snapshot EMPTY = new Snapshot(List.of(), Map.of(), List.of(), 0);

    /** {@return the ids of the applied revisions} */
    public Set<String> ids() {
        var ids = new LinkedHashSet<String>();
        for (var record : applied) {
            ids.add(record.revision());
        }
        return ids;
    }
}
