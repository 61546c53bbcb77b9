package restrack.database;

/**
 * What the rows that are there now have against a change of the schema.
 *
 * @param hazard   what {@code --allow} calls it; empty for rows that a constraint cannot bear, which nobody can allow
 * @param sentence what is wrong, with the number of rows where that is known, without the full stop
 * @param query    a query that shows the rows, as a person would write it
 */
public record Danger(String hazard, String sentence, String query) {
}
