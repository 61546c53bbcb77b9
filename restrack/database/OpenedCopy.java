package restrack.database;

import java.util.List;

/** A copy of a database, opened to be looked at. */
public interface OpenedCopy extends AutoCloseable {
    /** {@return what is in the copy, as a database} It is only read. */
    Database database();

    /** {@return what is wrong with it, in the database's words; empty for a sound one} */
    default List<String> problems() {
        return database().health().problems();
    }

    /** {@return what should be known of a sound one, a sentence each} */
    default List<String> remarks() {
        return database().health().remarks();
    }

    @Override
    void close();
}
