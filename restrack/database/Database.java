package restrack.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
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
     * Begins a transaction as {@link #begin} does, for many rows: foreign keys are not looked at and do nothing, so
     * that rows may come in any order, and {@link #brokenKeys} looks at them; generated keys are not told. This stays
     * so until the session is renewed or closed.
     */
    void beginLoading();

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

    /**
     * Copies the whole database as it was committed last, while others go on working with it. A transaction may be
     * open: what it has not committed is not in the copy, and its lock stays.
     *
     * @param file where to; what was there is overwritten, and its mode is kept. The copy is this one file
     * @throws MigrateException {@code disk_full}, {@code busy}, or what else kept it from being written; the file then
     *                          holds nothing of use
     */
    void copyTo(Path file);

    /**
     * Waits, as {@link #begin} does, until nobody else reads or writes, and keeps everybody out until this is closed.
     * No transaction may be open.
     *
     * @throws MigrateException {@code busy}, naming who is in the way where that can be known
     */
    void isolate();

    /**
     * Puts a copy in the place of all that is here, in one transaction: after a kill at any moment there is either the
     * old or the new. Programs that have the database open find the new one in it. {@link #isolate} comes before.
     *
     * @param copy a database of the same kind, which was looked at before
     * @throws MigrateException where the copy could not be put in; everything is as it was then
     */
    void replaceWith(Path copy);

    /**
     * {@return what the database's own check of all pages and indexes finds wrong, in its words; empty for a sound one}
     * Reads everything.
     */
    List<String> integrityProblems();

    /**
     * {@return what should be known of a database that is sound, a sentence each: references that lead nowhere, tables
     * that could not be checked}
     */
    List<String> remarks();

    /**
     * {@return how many rows statements have written over this database since it was opened} Those that triggers and
     * foreign keys wrote count; those that went with a dropped table do not.
     */
    long rowsWritten();

    /**
     * {@return what the rows of the tables are, by the tables' names} All rows are read, none is kept. What belongs to
     * the database itself is not in it.
     *
     * @param tables whether a table is wanted, by its name
     */
    Map<Name, TableDigest> digests(Predicate<String> tables);

    /** {@return how many bytes the database has} */
    long bytes();

    /** {@return how many bytes the disk has left where the database grows; nothing where that cannot be known} */
    OptionalLong freeBytes();

    /**
     * {@return a database in memory with the schema of this one and no rows, to try on it what scripts do} The caller
     * closes it.
     */
    Database scratch();

    /**
     * {@return whether some constraint is checked only when the transaction ends} Then one script could pass
     * because a later one in the same transaction mends what it broke.
     */
    boolean hasDeferredConstraints();

    /** {@return a table with all that belongs to it; nothing if there is no such table} */
    Optional<TableDescription> describe(String table);

    /** {@return what puts aside rows and values that a script takes away} */
    SideTables sideTables();

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

    /** {@return what the rows of a table have to be like; nothing if there is no such table} */
    Optional<RowForm> rowForm(String table);

    /**
     * {@return the rows whose foreign keys lead nowhere, as far as writing to these tables can have broken them} Keys
     * that the database cannot check at all are in it once, without a row.
     */
    List<BrokenKey> brokenKeys(Set<String> tables);

    /** {@return what is wrong with such a row, as a sentence with its values} */
    String words(BrokenKey broken);

    /** {@return how many rows this session has inserted, changed and deleted, triggers and foreign keys included} */
    long changedRows();

    /** {@return the names of its tables, views and triggers} Cheap, beside {@link #schema}. */
    Set<Name> names();

    /**
     * {@return the key that columns of a table are}
     *
     * @throws MigrateException {@code cannot_batch} where there is no such table, or the columns are not unique, may be
     *                          null or have no index of their own
     */
    RowKey rowKey(String table, List<String> columns);

    /** {@return how many rows a table has; none if it is not there} */
    long rows(String table);

    /** {@return whether there is such a table} */
    boolean hasTable(String name);

    /** {@return whether a table holds rows; false if it is not there} */
    boolean hasRows(String table);

    /** {@return whether a column holds anything but null; false if it is not there} */
    boolean hasValues(String table, String column);

    /**
     * {@return the rows of each table, by its name, in the order of their keys; a row is its values by column, as
     * literals that tell types apart} For databases that are small enough to be held in memory.
     */
    Map<String, List<Map<String, String>>> allRows();

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
