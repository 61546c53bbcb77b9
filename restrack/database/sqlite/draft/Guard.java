package restrack.database.sqlite.draft;

/**
 * Rows that may break a constraint after a change only if they did so before. What a CHECK makes of new values depends
 * on affinities and collations that are there only once the table is changed, so it is asked then.
 *
 * @param sentence what is wrong when there are more, without the full stop
 * @param before   how many there are before: a SQL expression
 * @param after    how many there are afterwards, likewise
 */
public record Guard(String sentence, String before, String after) {
}
