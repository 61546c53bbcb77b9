package restrack.database;

import java.util.List;
import restrack.MigrateException;
import restrack.sql.TableEdit;

/**
 * Puts aside what a script takes away, exactly as it is stored, and brings it back. All of it happens in the
 * transaction that is open.
 */
public interface SideTables {
    /**
     * {@return what a statement would take away of the rows that are there now, in the order in which it is to be put
     * aside} Rows of other tables that go with theirs, because a foreign key says {@code ON DELETE CASCADE}, come
     * first. What is computed from the rest is no loss. Nothing is changed.
     *
     * @param edits what the statement drops or deletes, in order
     */
    List<Taken> taken(List<TableEdit> edits);

    /**
     * Copies into a side table what is going to be taken away.
     *
     * @param taken what; it has no {@linkplain Taken#obstacle obstacle}
     * @param home  where it will belong when it comes back
     * @param side  the name of the side table, which is made here
     * @return what was put aside
     */
    Parcel put(Taken taken, Home home, String side);

    /**
     * Brings back what was put aside, without firing triggers. What does not fit stays in its side table, exactly; what
     * came back is there no longer.
     *
     * @param parcels what, in the order in which it is to come back
     * @return what became of each, in that order
     * @throws MigrateException where the database itself fails, the disk is full for instance
     */
    List<Returned> bringBack(List<Parcel> parcels);

    /** Drops a side table with all that is in it. */
    void drop(String side);
}
