package restrack.adhoc;

import restrack.database.OnConflict;

/**
 * What the user says of a load.
 *
 * @param format     how the files are written
 * @param onConflict what happens to a row whose key is there already
 * @param message    what it is for, for the log; may be empty
 * @param dryRun     whether everything is rolled back in the end
 */
public record LoadOptions(CsvFormat format, OnConflict onConflict, String message, boolean dryRun) {
}
