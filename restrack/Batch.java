package restrack;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Some neighbouring rows of a table, at least one, inside a transaction of their own. Of keys, whole numbers are
 * {@link Long}, other numbers {@link Double}, texts {@link String} and bytes {@code byte[]}.
 */
public interface Batch {
    /** {@return the key of its first row, if the key is one column} */
    Object from();

    /** {@return the greatest key that belongs to it, if the key is one column} */
    Object to();

    /** {@return the key of each of its rows in order, if the key is one column} */
    List<Object> keys();

    /** {@return the key of each of its rows in order, a list of the values of all its columns} */
    List<List<Object>> compositeKeys();

    /** {@return the Jdbi handle of this batch} As {@link Op#handle}, for the batch's transaction. */
    Handle handle();

    /** Runs one statement in the batch's transaction. As {@link Op#execute}. */
    int execute(String sql, Object... arguments);

    /** Inserts many rows in the batch's transaction. As {@link Op#bulkInsert}. */
    int bulkInsert(String table, List<? extends Map<String, ?>> rows);
}
