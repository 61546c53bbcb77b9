package restrack;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * What a Java migration may do. Everything happens inside the migration's own transaction; in a method that says
 * {@link InBatches}, inside the transactions of {@link #batches}, and nothing else can be done there.
 */
public interface Op {
    /**
     * {@return the Jdbi handle of this migration} Its transaction belongs to the migration: {@code inTransaction}
     * and {@code useTransaction} nest as savepoints, {@code commit()} and {@code rollback()} are refused. What it
     * executes goes to the database as it stands, {@code ALTER TABLE} too: see {@link #execute}.
     */
    Handle handle();

    /**
     * Runs one statement. An {@code ALTER TABLE} without arguments means what it means in a SQL script: it also does
     * what the database itself has no statement for.
     *
     * @param sql       the statement, with {@code ?} for each argument
     * @param arguments the values, in order
     * @return the number of rows changed
     */
    int execute(String sql, Object... arguments);

    /**
     * Changes a table, action by action, each when it is called:
     * {@code op.alterTable("user").alterColumn("email").type("VARCHAR(320)")}.
     *
     * @param name the table's name, as the database has it, unquoted
     * @return the table, to say what becomes of it; by itself this does nothing
     */
    AlterTable alterTable(String name);

    /**
     * Changes a table with one statement, so that its rows are copied once at most. Nothing is done if {@code actions}
     * throws or calls no action.
     *
     * @param name    the table's name, as the database has it, unquoted
     * @param actions calls the actions, on the table that it is given
     */
    void alterTable(String name, Consumer<AlterTable> actions);

    /**
     * Inserts many rows with one prepared statement.
     *
     * @param table the table's name, as the database has it, unquoted
     * @param rows  a map from column name to value for each row; all rows name the same columns
     * @return the number of rows inserted
     */
    int bulkInsert(String table, List<? extends Map<String, ?>> rows);

    /**
     * Goes through the rows of a table in batches. Only in a method that says {@link InBatches}.
     *
     * @param table the table's name, as the database has it, unquoted
     * @param key   the columns of its primary key or of another unique key without nulls; {@code rowid} in SQLite
     * @return the batches, to say how large they are and what they do; by itself this does nothing
     */
    Batches batches(String table, String... key);
}
