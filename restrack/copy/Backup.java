package restrack.copy;

import java.nio.file.Path;
import java.util.List;

/**
 * A verified copy of a database that was made.
 *
 * @param path   where it is
 * @param bytes  its size
 * @param millis how long copying and verifying took
 * @param notes  what should be known of what is in it, a sentence each: references that lead nowhere,
 *               tables that could not be checked
 * @param pruned the older copies that went for it
 */
public record Backup(Path path, long bytes, long millis, List<String> notes, List<Path> pruned) {
    public Backup {
        notes = List.copyOf(notes);
        pruned = List.copyOf(pruned);
    }

    Backup withPruned(List<Path> gone) {
        return new Backup(path, bytes, millis, notes, gone);
    }
}
