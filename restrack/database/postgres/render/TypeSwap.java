package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.database.Rendered;
import restrack.database.postgres.read.MakingOrder;
import restrack.database.postgres.read.Quoted;
import restrack.database.postgres.read.Words;
import restrack.schema.Change;
import restrack.schema.Definition;
import restrack.schema.Name;
import restrack.schema.Schema;

/**
 * Puts another type in the place of one that PostgreSQL cannot change so: the old one gets another name, columns are
 * converted to the new one, the old one goes.
 */
final class TypeSwap {
    private final Schema present;
    private final Departure departure;
    private final List<Change> changes;
    private final TableUses uses;
    private final Map<Definition, Definition> old = new LinkedHashMap<>();
    private final List<Rendered> leaving;

    TypeSwap(Schema present, Departure departure, List<Change> changes) {
        this.present = present;
        this.departure = departure;
        this.changes = changes;
        this.uses = new TableUses(changes);
        for (var type : MakingOrder.of(present.definitions())) {
            if (departure.swapped().containsKey(type)) {
                old.put(departure.swapped().get(type), type);
            }
        }
        old.values().forEach(this::detach);
        this.leaving = uses.leaving();
    }

    private void detach(Definition type) {
        var word = type.name().text();
        for (var table : departure.columns().tables()) {
            var columns = new HashSet<Name>();
            departure.columns().of(table, type).forEach(it -> columns.add(it.name()));
            if (!columns.isEmpty()) {
                uses.add(table, (on, text) -> Words.of(text).contains(word)
                        || text.startsWith("FOREIGN KEY") && !Collections.disjoint(on, columns));
            }
        }
    }

    /** {@return what makes way} */
    List<Rendered> leaving() {
        return leaving;
    }

    /** {@return the statements that make a new type, if this is one; the old one has another name then} */
    List<Rendered> of(Definition type) {
        var from = Optional.ofNullable(old.get(type));
        if (from.isEmpty()) {
            return List.of();
        }
        var carried = changes.stream().filter(it -> it instanceof Change.Redefine redefine
                && redefine.from().equals(from.get()) || it instanceof Change.Undefine undefine
                && undefine.definition().equals(from.get()) || it instanceof Change.Define define
                && define.definition().equals(type)).toList();
        return List.of(Rendered.of("ALTER " + Parts.word(from.get()) + " " + Parts.name(from.get()) + " RENAME TO "
                + Quoted.name(oldName(from.get())), List.of()), Rendered.of(type.sql().text(), carried));
    }

    private String oldName(Definition type) {
        var name = type.name().text() + "_old";
        while (isTaken(name)) {
            name += "_";
        }
        return name;
    }

    private boolean isTaken(String name) {
        return present.definitions().stream().anyMatch(it -> it.name().text().equals(name))
                || present.tables().stream().anyMatch(it -> it.name().text().equals(name));
    }

    /** {@return what gives columns the new types, and what made way back} */
    List<Rendered> coming() {
        var statements = new ArrayList<Rendered>();
        for (var table : departure.columns().tables()) {
            var actions = new ArrayList<String>();
            old.forEach((to, from) -> {
                departure.columns().of(table, from)
                        .forEach(it -> actions.addAll(departure.columns().conversion(table, it, isDirect(from, to))));
            });
            if (!actions.isEmpty()) {
                statements.add(TableUses.alter(table, actions, List.of()));
            }
        }
        statements.addAll(uses.coming());
        return statements;
    }

    /** Whether there is a way from the one type to the other that is not by text. */
    private boolean isDirect(Definition from, Definition to) {
        return from.kind() == Definition.Kind.DOMAIN && to.kind() == Definition.Kind.DOMAIN && old.values().stream()
                .noneMatch(it -> from.detail().needs().contains(it.name()));
    }

    /** {@return what takes the old types away} */
    List<Rendered> clearing() {
        var statements = new ArrayList<Rendered>();
        var types = new ArrayList<>(old.values());
        Collections.reverse(types);
        types.forEach(it -> statements.add(Rendered.of("DROP " + Parts.word(it) + " " + Quoted.name(oldName(it)),
                List.of())));
        return statements;
    }

    /** {@return the changes of tables that are carried out} */
    Set<Change> done() {
        return uses.done();
    }
}
