package restrack.database.mariadb.render;

import java.util.List;
import java.util.stream.Collectors;
import restrack.database.Rendered;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Change;
import restrack.schema.Name;

/**
 * An action of an ALTER TABLE.
 *
 * @param action  what stands between the commas
 * @param changes what it carries out; empty if it only makes way for others
 */
record Part(String action, List<Change> changes) {
    static Part of(String action, Change... changes) {
        return new Part(action, List.of(changes));
    }

    /** {@return the statement that consists of these; on a line of its own each, where there are several} */
    static Rendered statement(Name table, List<Part> parts, String todo, String sketch) {
        var start = "ALTER TABLE " + MariaNames.quoted(table);
        var text = parts.size() == 1 ? start + " " + parts.get(0).action()
                : parts.stream().map(Part::action).collect(Collectors.joining(",\n    ", start + "\n    ", ""));
        return new Rendered(text, parts.stream().flatMap(it -> it.changes().stream()).distinct().toList(), todo, sketch);
    }

    static Rendered statement(Name table, List<Part> parts) {
        return statement(table, parts, "", "");
    }
}
