package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.database.Rendered;
import restrack.database.postgres.read.MakingOrder;
import restrack.database.postgres.read.Words;
import restrack.schema.Change;
import restrack.schema.Definition;
import restrack.schema.Schema;

/**
 * Says what comes, goes and changes of what is known by its statement. What tables need (extensions, types, sequences,
 * functions) comes before them and goes after them; what needs tables (views, triggers, policies) the other way round.
 */
public final class DefinitionRendering {
    private final Schema present;
    private final Schema wanted;
    private final List<Change> changes;
    private final Departure departure;
    private final TypeSwap swap;
    private final TableUses functions;
    /** What is made, as it is going to be, with what is carried out by that. */
    private final Map<Definition, List<Change>> made = new LinkedHashMap<>();
    private final Map<Definition, Change.Redefine> altered = new LinkedHashMap<>();
    private final Set<Definition> founding;
    private final List<Rendered> freed;

    /**
     * @param present the schema as it is
     * @param wanted  the schema as it is going to be
     * @param changes what leads there
     */
    public DefinitionRendering(Schema present, Schema wanted, List<Change> changes) {
        this.present = present;
        this.wanted = wanted;
        this.changes = changes;
        this.departure = new Departure(present, wanted, changes);
        this.swap = new TypeSwap(present, departure, changes);
        this.functions = new TableUses(changes);
        var swapped = departure.swapped().values();
        for (var change : changes) {
            if (change instanceof Change.Define it && !swapped.contains(it.definition())) {
                made.put(it.definition(), List.of(it));
            } else if (change instanceof Change.Redefine it && !departure.swapped().containsKey(it.from())) {
                if (departure.leaving().contains(it.from())) {
                    made.put(it.to(), List.of(it));
                } else {
                    altered.put(it.to(), it);
                }
            }
        }
        departure.leaving().stream().filter(it -> departure.change(it).isEmpty())
                .forEach(it -> made.put(departure.inWanted(it), List.of()));
        departure.leaving().stream().filter(it -> Parts.isRoutine(it) && !departure.isGone(it)).forEach(this::detach);
        this.freed = functions.leaving();
        this.founding = Founding.of(made.keySet(), wanted, changes);
    }

    /** What tables have that calls a function goes with it. */
    private void detach(Definition function) {
        var name = Words.bare(function.name().text());
        for (var table : departure.columns().tables()) {
            functions.add(table, (columns, text) -> Words.of(text).contains(name));
            functions.addDefaults(table, (columns, text) -> Words.of(text).contains(name));
        }
    }

    /**
     * {@return what runs before anything else: views, triggers and policies go} Those that stay too, where a change of
     * a table would not be possible with them; {@link #coming} brings them back.
     */
    public List<Rendered> leaving() {
        var statements = new ArrayList<>(freed);
        for (var definition : reversed(departure.leaving())) {
            boolean gone = departure.isGone(definition);
            var lost = gone || definition.owner().isPresent() ? ""
                    : "-- It comes back below. Rights that were granted on it do not: GRANT them again.\n";
            statements.add(Rendered.of(lost + Parts.drop(definition),
                    gone ? departure.change(definition).stream().toList() : List.of()));
        }
        return statements;
    }

    private List<Definition> reversed(Set<Definition> going) {
        var order = new ArrayList<>(MakingOrder.of(present.definitions()).stream().filter(going::contains).toList());
        Collections.reverse(order);
        return order;
    }

    /** {@return what runs before tables come and change: extensions, types, sequences, functions come} */
    public List<Rendered> founding() {
        var statements = new ArrayList<>(swap.leaving());
        for (var definition : MakingOrder.of(wanted.definitions())) {
            if (made.containsKey(definition) && founding.contains(definition)) {
                statements.add(Rendered.of(definition.sql().text(), made.get(definition)));
            } else if (altered.containsKey(definition) && !isLate(definition)) {
                statements.add(alter(definition));
            }
            statements.addAll(swap.of(definition));
        }
        statements.addAll(swap.coming());
        statements.addAll(functions.coming());
        return statements;
    }

    private Rendered alter(Definition definition) {
        var change = altered.get(definition);
        return Rendered.of(String.join(";\n", InPlace.statements(change.from(), change.to())), List.of(change));
    }

    /** A function that is replaced may read what only now comes, and so may a view. */
    private static boolean isLate(Definition definition) {
        return switch (definition.kind()) {
            case EXTENSION, ENUM, DOMAIN, COMPOSITE_TYPE, SEQUENCE -> false;
            default -> true;
        };
    }

    /** {@return what runs when tables and indexes are as they should be: views, triggers and policies come} */
    public List<Rendered> coming() {
        var statements = new ArrayList<Rendered>();
        for (var definition : MakingOrder.of(wanted.definitions())) {
            if (made.containsKey(definition) && !founding.contains(definition)) {
                statements.add(Rendered.of(definition.sql().text(), made.get(definition)));
            } else if (altered.containsKey(definition) && isLate(definition)) {
                statements.add(alter(definition));
            }
        }
        return statements;
    }

    /** {@return what runs in the end: functions, sequences, types, extensions go} */
    public List<Rendered> clearing() {
        var statements = new ArrayList<>(swap.clearing());
        for (var definition : reversed(new LinkedHashSet<>(departure.clearing()))) {
            statements.add(Rendered.of(Parts.drop(definition), departure.change(definition).stream().toList()));
        }
        return statements;
    }

    /** {@return the changes that are left to be carried out: not those of tables that have to make way for a type} */
    public List<Change> left() {
        return changes.stream().filter(it -> !swap.done().contains(it) && !functions.done().contains(it)).toList();
    }
}
