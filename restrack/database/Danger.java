package restrack.database;

/**
 * What the rows that are there now have against a change of the schema.
 *
 * @param hazard   what {@code --allow} calls it; empty for rows that a constraint cannot bear, which nobody can allow
 * @param sentence what is wrong, with the number of rows where that is known, without the full stop
 * @param query    a query that shows the rows, as a person would write it
 */
public record Danger(String hazard, String sentence, String query) {
    /**
     * {@return what is wrong with some rows}
     *
     * @param number how many they are
     * @param words  what is wrong with them, behind their number and their table, as it is said of several: {@code have
     *               no value for n}
     */
    public static Danger ofRows(String hazard, long number, String table, String words, String query) {
        return new Danger(hazard, number == 1 ? "1 row of " + table + " " + singular(words)
                : number + " rows of " + table + " " + words, query);
    }

    private static String singular(String words) {
        return words.replaceFirst("^have ", "has ").replaceFirst("^do not ", "does not ")
                .replaceFirst("^refer to ", "refers to ").replaceFirst("^that are ", "that is ")
                .replaceFirst("^would lose what they have ", "would lose what it has ");
    }
}
