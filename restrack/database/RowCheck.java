package restrack.database;

import java.util.Set;

/**
 * A look at the rows before a table is changed.
 *
 * @param hazard   the hazard that the user may accept; empty for rows that a constraint cannot bear
 * @param sentence what is wrong when there are such rows, without the full stop
 * @param rows     a query for the rows that are in the way, each as one text: {@code id 4: 'abc'}
 * @param hint     what to do about them, as a sentence
 */
public record RowCheck(String hazard, String sentence, String rows, String hint) {
    /** The hazard of values that would not be what they were. */
    public static final String CHANGE_DATA = "change-data";

    /** {@return whether the user accepts what is found} */
    public boolean isAllowed(Set<String> allowed) {
        return allowed.contains(hazard);
    }
}
