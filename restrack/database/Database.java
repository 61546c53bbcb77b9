package restrack.database;

import java.sql.Connection;
import java.sql.SQLException;
import restrack.MigrateException;

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

    /**
     * {@return whether some constraint is checked only when the transaction ends} Then one script could pass
     * because a later one in the same transaction mends what it broke.
     */
    boolean hasDeferredConstraints();

    /** {@return whether there is such a table} */
    boolean hasTable(String name);

    /** {@return whether a table holds rows; false if it is not there} */
    boolean hasRows(String table);

    /** {@return whether a column holds anything but null; false if it is not there} */
    boolean hasValues(String table, String column);

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
