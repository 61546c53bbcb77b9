package restrack.database;

import restrack.config.DatabaseUrl;

/** A copy of a whole database beside it, to try things on. It goes when this is closed; after a kill, by the next. */
public interface ClonedDatabase extends AutoCloseable {
    /** {@return the clone} */
    DatabaseUrl url();

    /** {@return how many bytes it has} */
    long bytes();

    @Override
    void close();
}
