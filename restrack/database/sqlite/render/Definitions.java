package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.database.Rendered;
import restrack.schema.Change;
import restrack.schema.Definition;
import restrack.schema.Schema;

/** Views, triggers and virtual tables: they go first, and come last. */
final class Definitions {
    private final Schema wanted;
    /** What goes, in the order in which it was made, with the changes that say so. */
    private final Map<Definition, List<Change>> leaving = new LinkedHashMap<>();
    private final Map<Definition, List<Change>> coming = new LinkedHashMap<>();

    Definitions(Schema present, Schema wanted, List<Change> changes) {
        this.wanted = wanted;
        for (var change : changes) {
            if (change instanceof Change.Undefine it) {
                leaving.put(it.definition(), List.of(it));
            } else if (change instanceof Change.Redefine it) {
                leaving.put(it.from(), List.of());
                coming.put(it.to(), List.of(it));
            } else if (change instanceof Change.Define it) {
                coming.put(it.definition(), List.of(it));
            }
        }
        for (var trigger : present.definitions()) {
            // It goes along with its view.
            if (trigger.kind() == Definition.Kind.TRIGGER && !leaving.containsKey(trigger) && replaced(trigger)) {
                coming.put(trigger, List.of());
            }
        }
    }

    private boolean replaced(Definition trigger) {
        return leaving.keySet().stream().anyMatch(it -> it.kind() == Definition.Kind.VIEW
                && trigger.owner().equals(Optional.of(it.name())));
    }

    /** {@return the statements by which they go, triggers before views, each after what may be made of it} */
    List<Rendered> leaving() {
        var statements = new ArrayList<Rendered>();
        for (var kind : List.of(Definition.Kind.TRIGGER, Definition.Kind.VIEW, Definition.Kind.VIRTUAL_TABLE)) {
            var gone = new ArrayList<>(leaving.keySet().stream().filter(it -> it.kind() == kind).toList());
            Collections.reverse(gone);
            for (var definition : gone) {
                statements.add(Rendered.of("DROP " + word(kind) + " " + Names.of(definition.name()),
                        leaving.get(definition)));
            }
        }
        return statements;
    }

    private static String word(Definition.Kind kind) {
        return kind == Definition.Kind.VIRTUAL_TABLE ? "TABLE" : kind.name();
    }

    /** {@return the statements by which they come, in the order of the wanted schema} */
    List<Rendered> coming() {
        var statements = new ArrayList<Rendered>();
        var left = new LinkedHashMap<>(coming);
        for (var definition : wanted.definitions()) {
            for (var it : List.copyOf(left.keySet())) {
                if (it.kind() == definition.kind() && it.name().equals(definition.name())) {
                    statements.add(Rendered.of(it.sql().text(), left.remove(it)));
                }
            }
        }
        left.forEach((definition, changes) -> statements.add(Rendered.of(definition.sql().text(), changes)));
        return statements;
    }
}
