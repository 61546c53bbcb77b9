package restrack.database;

/**
 * What a change costs on the data that is there. Estimates, but for the rows.
 *
 * @param rows         how many rows the table has
 * @param milliseconds how long it takes
 * @param bytes        how much disk it needs while it runs
 */
public record Cost(long rows, long milliseconds, long bytes) {
}
