package restrack.database;

/**
 * How much of what a column holds would fit into another one.
 *
 * @param values how many values there are that are not NULL
 * @param fit    how many of them would be there as they are
 */
public record Fitting(long values, long fit) {
}
