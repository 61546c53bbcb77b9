package restrack.adhoc;

import java.util.List;

/**
 * A script that has run.
 *
 * @param file       the script, as the user wrote it
 * @param message    what its header says it is for; may be empty
 * @param statements its statements; empty for Java
 * @param changed    how many rows were changed; with Java, by triggers and foreign keys too
 */
public record RanScript(String file, String message, List<Ran> statements, long changed) {
    /** The statements are copied. */
    public RanScript {
        statements = List.copyOf(statements);
    }
}
