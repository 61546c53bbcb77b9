package restrack.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import restrack.MigrateException;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Equality;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.sql.Statement;

/** A database that is open. Not for several threads. */
public interface Database extends AutoCloseable {
    /** {@return how this database speaks} */
    Dialect dialect();

    /**
     * {@return the connection} It is in autocommit mode; transactions are begun and ended here only, because
     * drivers differ in what their own calls send.
     */
    Connection connection();

    /**
     * Begins a transaction as the only writer, waiting for others as long as {@link Access#lockTimeout} says.
     *
     * @throws MigrateException {@code busy}, naming who is in the way where that can be known
     */
    void begin();

    /**
     * Ends the transaction, keeping what it did.
     *
     * @throws MigrateException where the database refuses, for instance over deferred keys; the transaction may
     *                          still be open then
     */
    void commit();

    /** Ends the transaction, if one is open, undoing what it did. */
    void rollback();

    /**
     * {@return whether a transaction that failed and was rolled back should be run again: it only met others, and there
     * is still time} Waits a little before it says so, to let them through.
     *
     * @param error what it failed with
     */
    default boolean mayRunAgain(Exception error) {
        return false;
    }

    /**
     * {@return a number for the time in which our tables belong to this runner: while it stays the same, nobody else
     * can have written to them, and nothing that was written here is undone; nothing where others may write between
     * our transactions}
     */
    default OptionalLong turn() {
        return OptionalLong.empty();
    }

    /**
     * Makes sure, when a transaction has ended that nobody here has ended, that this is not because somebody else has
     * the turn.
     *
     * @throws MigrateException {@code overtaken}
     */
    default void requireTurn() {
    }

    /**
     * Says that the transaction that is open is not going to be {@linkplain #mayRunAgain run again}: it waits for
     * others as long as it may, in one go.
     */
    default void waitInOneGo() {
    }

    /**
     * Puts aside what the script that is running has set for the session, so that our own tables are found and may be
     * written; with its next statement it is back.
     */
    default void standAside() {
    }

    /**
     * {@return the tables that a statement names, and whose rows a rollback does not bring back} Only of one that is
     * undone as far as its words tell.
     */
    default Set<String> withoutTransactions(Statement statement) throws SQLException {
        return Set.of();
    }

    /**
     * Changes our tables, in the transaction that is open. A server may be told later, at the latest before anything
     * else is done in the transaction, and with its commit.
     *
     * @param sql    a statement with a question mark for each value, and no others
     * @param values null for NULL
     */
    void write(String sql, Object... values);

    /**
     * Begins a session anew, so that what a script has set (pragmas, attached databases) is gone. No transaction
     * may be open. {@link #connection} is another one afterwards.
     */
    void renewSession();

    /**
     * Watches for a transaction that is ended by something other than {@link #commit} and {@link #rollback}.
     *
     * @return the watch; to be closed before the transaction is ended by us
     */
    TransactionWatch watch();

    /**
     * Stops the statement that is running, from another thread, so that its transaction can be rolled back.
     */
    void interrupt();

    /** {@return whether {@link #interrupt} was called: what is not begun yet should not be begun any more} */
    boolean isInterrupted();

    /**
     * Runs one statement of a script. One that changes a table in a way that the database itself has not becomes what
     * {@link #changes} says, after a look at the rows that would be in the way.
     *
     * @param statement the statement; a transaction is open
     * @param allowed   the hazards that the user accepts
     * @return what was done to tables; empty for a statement that was run as it stands
     * @throws SQLException     what the database said
     * @throws MigrateException {@code hazard} where values would change their meaning, {@code rows_in_the_way} where a
     *                          constraint would not hold, {@code dependents} where something else needs what goes;
     *                          nothing of the statement is done then
     */
    List<TableChange> run(Statement statement, Set<String> allowed) throws SQLException;

    /**
     * {@return what a statement does to tables, as they are now; empty for one that is run as it stands} Reads the
     * schema only, no rows, and changes nothing.
     *
     * @param allowed the hazards that the user accepts: the statements do not look for them
     * @throws MigrateException where the statement cannot be right, whatever the rows are
     */
    List<TableChange> changes(Statement statement, Set<String> allowed);

    /** As above, with no hazard accepted. */
    default List<TableChange> changes(Statement statement) {
        return changes(statement, Set.of());
    }

    /**
     * Looks at the rows that are there now, as {@link #run} will.
     *
     * @throws MigrateException as {@link #run} does
     */
    void refuse(Statement statement, Set<String> allowed);

    /** {@return what a change costs here} A table that is not there has no rows. */
    Cost cost(TableChange change);

    /** {@return how many bytes the database has} */
    long bytes();

    /** {@return how many bytes the disk has left where the database grows; nothing where that cannot be known} */
    OptionalLong freeBytes();

    /**
     * {@return a scratch database with the schema of this one and no rows, to try on it what scripts do} The caller
     * closes it.
     */
    Database scratch();

    /**
     * Says whether a table may be made before those that its foreign keys refer to. Where nothing is said, or can be,
     * the database's own rule holds.
     */
    default void allowForwardKeys(boolean allowed) {
    }

    /**
     * {@return whether some constraint is checked only when the transaction ends} Then one script could pass
     * because a later one in the same transaction mends what it broke.
     */
    boolean hasDeferredConstraints();

    /** {@return a table with all that belongs to it; nothing if there is no such table} */
    Optional<TableDescription> describe(String table);

    /** {@return what tells whether a statement that commits by itself has happened} */
    Traces traces();

    /** {@return what puts aside rows and values that a script takes away} */
    SideTables sideTables();

    /** {@return what copies the database as a whole, and puts a copy in its place} */
    Copies copies();

    /** {@return what looks for damage} */
    Health health();

    /** {@return what is asked of rows, whatever they mean} */
    Rows rows();

    /** {@return what many rows at once need} */
    Loading loading();

    /**
     * {@return what it consists of} Without what belongs to the database itself.
     *
     * @param level what counts as the same
     */
    Schema schema(Level level);

    /** {@return what knows whether parts of tables behave the same} It tries them on the tables that are here. */
    Equality equality();

    /**
     * {@return what the rows that are here now have against a change}
     *
     * @param change     the change; its tables and columns have the names that they have after the renamings
     * @param renamings  what is going to have another name by then
     */
    List<Danger> dangers(Change change, List<Renaming> renamings);

    /** {@return how much of what a column holds would be the same in another one} */
    Fitting fitting(String table, Column from, Column to);

    /**
     * {@return the views and triggers that need what is not there, by what a person calls them, with what the database
     * says of each}
     */
    Map<String, String> broken();

    /**
     * {@return what statements that commit by themselves have left half done, in sentences that say what to do about
     * it} Cheap.
     */
    default List<String> leftovers() {
        return List.of();
    }

    /** {@return the names of its tables, views and triggers} Cheap, beside {@link #schema}. */
    Set<Name> names();

    /** {@return whether there is such a table} */
    boolean hasTable(String name);

    /**
     * {@return a database error as the user should meet it}
     *
     * @param error   what the driver threw
     * @param context what was being done, as the beginning of a sentence: {@code "migrations/1.sql:3"}
     */
    MigrateException explain(SQLException error, String context);

    @Override
    void close();
}
