package restrack.adhoc;

import java.util.List;

/**
 * A row of a CSV file.
 *
 * @param line   the line of the file on which it begins, counted from 1
 * @param fields its fields; null for one that has no value
 */
record CsvRow(long line, List<String> fields) {
}
