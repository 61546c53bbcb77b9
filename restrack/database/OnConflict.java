package restrack.database;

/** What happens to a new row whose key is there already. */
public enum OnConflict {
    /** It is an error. */
    FAIL,
    /** The row that is there stays as it is. */
    SKIP,
    /** The row that is there gets the new values. */
    UPDATE
}
