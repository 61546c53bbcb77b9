package restrack.adhoc;

/**
 * A file that has been loaded.
 *
 * @param file    the file, as the user wrote it
 * @param table   the table that its rows are in
 * @param rows    how many rows were inserted, or changed in the place of one that was there
 * @param skipped how many were left out, because their key was there
 * @param millis  how long it took
 */
public record Loaded(String file, String table, long rows, long skipped, long millis) {
}
