package restrack.database.sqlite.draft;

import java.util.List;
import java.util.Set;
import restrack.database.sqlite.catalog.Quoted;

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
    static final String CHANGE_DATA = "change-data";

    /** {@return statements that fail with the sentence if there are such rows, for a program that only runs them} */
    public List<String> printed() {
        return List.of("CREATE TEMP TABLE migrate_check (found INTEGER CONSTRAINT " + Quoted.name(sentence)
                + " CHECK (found = 0))", "INSERT INTO temp.migrate_check SELECT count(*) FROM (" + rows + ")",
                "DROP TABLE temp.migrate_check");
    }

    public boolean isAllowed(Set<String> allowed) {
        return allowed.contains(hazard);
    }
}
