package restrack.database;

import java.util.List;
import java.util.stream.Collectors;
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

    /**
     * An action of an ALTER TABLE, of which one statement can have several.
     *
     * @param action  what stands between the commas
     * @param changes what it carries out; empty if it only makes way for others
     */
    public record Part(String action, List<Change> changes) {
        /** {@return the action that carries out these changes} */
        public static Part of(String action, Change... changes) {
            return new Part(action, List.of(changes));
        }
    }

    /**
     * {@return the ALTER TABLE of these actions, which runs as it stands}
     *
     * @param table the table's name, quoted
     */
    public static Rendered alter(String table, List<Part> parts) {
        return alter(table, parts, "", "");
    }

    /** {@return the ALTER TABLE of these actions, each on a line of its own where there are several} */
    public static Rendered alter(String table, List<Part> parts, String todo, String sketch) {
        var start = "ALTER TABLE " + table;
        var text = parts.size() == 1 ? start + " " + parts.get(0).action()
                : parts.stream().map(Part::action).collect(Collectors.joining(",\n    ", start + "\n    ", ""));
        return new Rendered(text, parts.stream().flatMap(it -> it.changes().stream()).distinct().toList(), todo,
                sketch);
    }
}
