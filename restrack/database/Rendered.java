package restrack.database;

import java.util.List;
import restrack.schema.Change;

/**
 * A statement that carries out changes of a schema.
 *
 * @param text    the statement, without its semicolon; several lines where it has several parts
 * @param changes what it carries out; empty for one that only makes way for others
 * @param todo    what a person has to fill in before it, as a sentence; empty if nothing
 * @param sketch  a line to start from for what is to be filled in, as a statement; empty if there is none
 */
public record Rendered(String text, List<Change> changes, String todo, String sketch) {
    /** The list is copied. */
    public Rendered {
        changes = List.copyOf(changes);
    }

    /** {@return a statement that runs as it stands} */
    public static Rendered of(String text, List<Change> changes) {
        return new Rendered(text, changes, "", "");
    }
}
