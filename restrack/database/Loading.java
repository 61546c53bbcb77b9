package restrack.database;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What it takes to write many rows that come in any order. */
public interface Loading {
    /**
     * Begins a transaction as {@link Database#begin} does, for many rows: foreign keys are not looked at and do
     * nothing, so that rows may come in any order, and {@link #brokenKeys} looks at them; generated keys are not told.
     * This stays so until the session is renewed or closed.
     */
    void begin();

    /** {@return what the rows of a table have to be like; nothing if there is no such table} */
    Optional<RowForm> form(String table);

    /**
     * {@return the rows whose foreign keys lead nowhere, as far as writing to these tables can have broken them} Keys
     * that the database cannot check at all are in it once, without a row.
     */
    List<BrokenKey> brokenKeys(Set<String> tables);

    /** {@return what is wrong with such a row, as a sentence with its values} */
    String words(BrokenKey broken);
}
