package restrack.database;

/**
 * A row whose foreign key leads nowhere.
 *
 * @param table  the table that has the row
 * @param row    what the database knows the row by
 * @param parent the table that it should lead to
 * @param key    the number of the key among those of the table
 */
public record BrokenKey(String table, String row, String parent, int key) {
}
