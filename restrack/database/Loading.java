package restrack.database;

import java.sql.SQLException;
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

    /**
     * Is told of the tables that are going to be filled, before the first row. Keys that lead from one of them to
     * another are not looked at from here on, as far as the user may say so.
     */
    default void expect(Set<String> tables) {
    }

    /** {@return what the rows of a table have to be like; nothing if there is no such table} */
    Optional<RowForm> form(String table);

    /**
     * {@return the rows whose foreign keys lead nowhere, as far as writing to these tables can have broken them} Keys
     * that the database cannot check at all are in it once, without a row.
     */
    List<BrokenKey> brokenKeys(Set<String> tables);

    /** {@return what is wrong with such a row, as a sentence with its values} */
    String words(BrokenKey broken);

    /**
     * {@return how many rows are best sent at once} With 1, a row that is refused leaves the transaction as it is;
     * with more, it needs a savepoint to go back to.
     */
    default int portion() {
        return 1;
    }

    /**
     * {@return whether a row was refused because its key is there} Asked with {@link OnConflict#SKIP}, where the
     * statement cannot say that such a row is left out.
     */
    default boolean isTaken(SQLException error) {
        return false;
    }

    /** Does, before the commit, what has to follow all rows: what counts keys up goes on behind the greatest one. */
    default void finish(Set<String> tables) {
    }
}
