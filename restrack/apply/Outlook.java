package restrack.apply;

import restrack.MigrateException;
import restrack.database.Cost;
import restrack.database.TableChange;
import restrack.sql.TableName;

/** What is to be expected of a statement, before anything of its plan has run. */
public sealed interface Outlook {
    /** {@return the statement and where it stands} */
    Place place();

    /**
     * The table is changed.
     *
     * @param change how
     * @param cost   what it takes with the rows that are there now
     */
    record Change(Place place, TableChange change, Cost cost) implements Outlook {
    }

    /**
     * The statement runs in batches.
     *
     * @param table   the table that it goes through
     * @param size    how many rows a batch has
     * @param key     the key by which it goes, as it is written
     * @param rows    how many rows there are now
     * @param batches how many batches they make
     */
    record InBatches(Place place, TableName table, int size, String key, long rows, long batches) implements Outlook {
    }

    /**
     * The statement is going to be refused.
     *
     * @param error with the place in its message
     */
    record Refused(Place place, MigrateException error) implements Outlook {
    }

    /**
     * How the table is changed depends on what cannot be known yet.
     *
     * @param table  the table
     * @param reason what it depends on, as a sentence without its full stop
     */
    record Unknown(Place place, TableName table, String reason) implements Outlook {
    }
}
