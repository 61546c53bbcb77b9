package restrack.database;

import java.nio.file.Path;
import restrack.MigrateException;

/** Copies of a whole database, made and put back while other programs have it open. */
public interface Copies {
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
     * As {@link #copyTo}, and the copy then works as this database does: it has a write-ahead log if this one has.
     * What the database may lay beside a file while it is open belongs to it.
     */
    void cloneTo(Path file);

    /**
     * Waits, as {@link Database#begin} does, until nobody else reads or writes, and keeps everybody out until the
     * database is closed. No transaction may be open.
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
}
