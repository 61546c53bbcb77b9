package restrack.database.server;

import restrack.config.DatabaseUrl;
import restrack.database.ClonedDatabase;

/**
 * A clone in a database of its own.
 *
 * @param spare that database
 * @param bytes how many bytes it has
 */
public record SpareClone(SpareDatabase spare, long bytes) implements ClonedDatabase {
    @Override
    public DatabaseUrl url() {
        return spare.url();
    }

    @Override
    public void close() {
        spare.close();
    }
}
