package restrack.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
     * What the database may lay beside a file while it is open belongs to it. Only where a database is a file.
     */
    default void cloneTo(Path file) {
        throw new UnsupportedOperationException("This database is no file.");
    }

    /**
     * {@return a copy of the whole database as it was committed last, beside it on its server; the caller closes it}
     * Only where a database is no file.
     *
     * @throws MigrateException where none can be made; nothing is left of it then
     */
    default ClonedDatabase cloneBeside() {
        throw new UnsupportedOperationException("This database is a file.");
    }

    /**
     * {@return what is wrong with a copy that was made, in the database's words; nothing where a copy is a database
     * that can be opened and asked}
     */
    default Optional<List<String>> problems(Path copy) {
        return Optional.empty();
    }

    /**
     * Waits, as {@link Database#begin} does, until nobody else reads or writes, and keeps everybody out until the
     * database is closed; a server cannot be kept from letting others in, so there it only refuses where somebody is
     * connected. No transaction may be open.
     *
     * @throws MigrateException {@code busy}, naming who is in the way where that can be known
     */
    void isolate();

    /**
     * Puts a copy in the place of all that is here, in one transaction: after a kill at any moment there is either the
     * old or the new, unless the database commits statement by statement; then a failure says so. Programs that have
     * the database open find the new one in it. {@link #isolate} comes before.
     *
     * @param copy a database of the same kind, which was looked at before
     * @throws MigrateException where the copy could not be put in; everything is as it was then
     */
    void replaceWith(Path copy);
}
