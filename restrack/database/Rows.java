package restrack.database;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import restrack.MigrateException;
import restrack.schema.Name;

/** How many rows there are, which they are, and by what they are known. */
public interface Rows {
    /** {@return whether a table holds rows; false if it is not there} */
    boolean has(String table);

    /** {@return whether a column holds anything but null; false if it is not there} */
    boolean hasValues(String table, String column);

    /** {@return how many rows a table has; none if it is not there} */
    long count(String table);

    /**
     * {@return the key that columns of a table are}
     *
     * @throws MigrateException {@code cannot_batch} where there is no such table, or the columns are not unique, may be
     *                          null or have no index of their own
     */
    RowKey key(String table, List<String> columns);

    /**
     * {@return how many rows statements have written over this database since it was opened} Those that triggers and
     * foreign keys wrote count; those that went with a dropped table do not.
     */
    long written();

    /**
     * {@return what the rows of the tables are, by the tables' names} All rows are read, none is kept. What belongs to
     * the database itself is not in it.
     *
     * @param tables whether a table is wanted, by its name
     */
    Map<Name, TableDigest> digests(Predicate<String> tables);

    /**
     * {@return the rows of each table, by its name, in the order of their keys; a row is its values by column, as
     * literals that tell types apart} For databases that are small enough to be held in memory.
     */
    Map<String, List<Map<String, String>>> all();
}
