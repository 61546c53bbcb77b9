package restrack.apply;

/**
 * How far a statement has come that runs in batches. What is told here is committed.
 *
 * @param place   where it stands: file and line
 * @param table   the table that it goes through
 * @param rows    how many rows are done, those of an earlier run included
 * @param all     how many there are to do; more or fewer may have become of them meanwhile
 * @param earlier how many of them an earlier run has done
 */
public record Advance(String place, String table, long rows, long all, long earlier) {
}
