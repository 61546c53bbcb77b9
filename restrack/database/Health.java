package restrack.database;

import java.util.List;

/** What a database says of its own pages, indexes and references. */
public interface Health {
    /**
     * {@return what the database's own check of all pages and indexes finds wrong, in its words; empty for a sound one}
     * Reads everything.
     */
    List<String> problems();

    /**
     * {@return what should be known of a database that is sound, a sentence each: references that lead nowhere, tables
     * that could not be checked}
     */
    List<String> remarks();

    /** {@return how what can be read of a damaged one is saved, as the end of a sentence} */
    String rescue();
}
