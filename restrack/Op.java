package restrack;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What a Java migration may do. Everything happens inside the migration's own transaction. */
public interface Op {
    /**
     * {@return the Jdbi handle of this migration} Its transaction belongs to the migration: {@code inTransaction}
     * and {@code useTransaction} nest as savepoints, {@code commit()} and {@code rollback()} are refused.
     */
    Handle handle();

    /**
     * Runs one statement.
     *
     * @param sql       the statement, with {@code ?} for each argument
     * @param arguments the values, in order
     * @return the number of rows changed
     */
    int execute(String sql, Object... arguments);

    /**
     * Inserts many rows with one prepared statement.
     *
     * @param table the table's name, as the database has it, unquoted
     * @param rows  a map from column name to value for each row; all rows name the same columns
     * @return the number of rows inserted
     */
    int bulkInsert(String table, List<? extends Map<String, ?>> rows);
}
