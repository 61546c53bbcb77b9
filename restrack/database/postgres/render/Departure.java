package restrack.database.postgres.render;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Definition;
import restrack.schema.Definition.Kind;
import restrack.schema.Name;
import restrack.schema.Schema;

/**
 * Finds out what has to go before tables change. PostgreSQL refuses to change the type of a column, or to replace
 * anything, as long as something else needs it; {@code CASCADE} would take that away for good. So all of it goes, and
 * comes back.
 */
final class Departure {
    private final Schema present;
    private final Schema wanted;
    private final TypeColumns columns;
    /** What is another one afterwards, under the same name: what needs it has to go, and can come back. */
    private final Set<Name> replaced = new HashSet<>();
    /** What is gone afterwards: what does not need it any more has to let go of it first. */
    private final Set<Name> gone = new HashSet<>();
    private final Map<Definition, Change.Undefine> undefined = new LinkedHashMap<>();
    private final Map<Definition, Change.Redefine> redefined = new LinkedHashMap<>();
    private final Set<Definition> leaving = new LinkedHashSet<>();
    private final Map<Definition, Definition> swapped = new LinkedHashMap<>();

    Departure(Schema present, Schema wanted, List<Change> changes) {
        this.present = present;
        this.wanted = wanted;
        this.columns = new TypeColumns(present, changes);
        changes.forEach(this::note);
        undefined.keySet().forEach(this::undefine);
        redefined.values().forEach(this::redefine);
        while (moreLeave()) {
            // What needs what leaves, leaves.
        }
    }

    private void note(Change change) {
        if (change instanceof Change.AlterColumn it && (it.aspect() == Aspect.TYPE
                || it.aspect() == Aspect.COLLATION || it.aspect() == Aspect.GENERATED)) {
            replaced.add(part(it, it.from().name()));
        } else if (change instanceof Change.AlterConstraint it) {
            replaced.add(part(it, it.from().name()));
        } else if (change instanceof Change.DropConstraint it) {
            gone.add(part(it, it.constraint().name()));
        } else if (change instanceof Change.DropColumn it) {
            gone.add(part(it, it.column().name()));
        } else if (change instanceof Change.DropTable) {
            gone.add(change.table());
        } else if (change instanceof Change.Undefine it) {
            undefined.put(it.definition(), it);
        } else if (change instanceof Change.Redefine it) {
            redefined.put(it.from(), it);
        }
    }

    private static Name part(Change.OfTable change, Name part) {
        return Quoted.known(change.table().text() + "." + part.text());
    }

    /** Types go in the end, and so do functions: tables may need them until they are changed. */
    private void undefine(Definition definition) {
        var other = wanted.definitions().stream().filter(it -> it.owner().isEmpty() && it.kind() != definition.kind()
                && it.name().equals(definition.name())).findFirst();
        if (Parts.isType(definition)) {
            other.filter(Parts::isType).ifPresent(it -> swap(definition, it));
        } else if (Parts.isRoutine(definition)) {
            replaced.add(definition.name());
            if (other.isPresent()) {
                leaving.add(definition);
            }
        } else if (definition.kind() != Kind.SEQUENCE && definition.kind() != Kind.EXTENSION) {
            leaving.add(definition);
            gone.add(definition.name());
        }
    }

    private void redefine(Change.Redefine change) {
        if (InPlace.canBecome(change.from(), change.to())
                && !(change.to().kind() == Kind.ENUM && EnumValues.areUsed(change.from(), change.to(), wanted))) {
            return;
        }
        if (Parts.isType(change.from())) {
            swap(change.from(), change.to());
        } else {
            leave(change.from());
        }
    }

    private void swap(Definition from, Definition to) {
        swapped.put(from, to);
        replaced.add(from.name());
        replaced.addAll(columns.names(from));
    }

    private void leave(Definition definition) {
        leaving.add(definition);
        if (definition.owner().isEmpty()) {
            replaced.add(definition.name());
        }
    }

    private boolean moreLeave() {
        boolean more = false;
        for (var definition : present.definitions()) {
            if (!leaving.contains(definition) && !swapped.containsKey(definition) && hasToLeave(definition)) {
                more = true;
                if (Parts.isType(definition)) {
                    swap(definition, inWanted(definition));
                } else {
                    leave(definition);
                }
            }
        }
        return more;
    }

    /** {@return the same thing as it is going to be} */
    Definition inWanted(Definition definition) {
        return wanted.definitions().stream().filter(it -> it.kind() == definition.kind()
                && it.name().equals(definition.name())).findFirst().orElse(definition);
    }

    private boolean hasToLeave(Definition definition) {
        var needs = definition.detail().needs();
        boolean movable = definition.kind() != Kind.SEQUENCE && definition.kind() != Kind.EXTENSION
                && !(Parts.isType(definition) && undefined.containsKey(definition));
        return movable && (!Collections.disjoint(needs, replaced)
                || (undefined.containsKey(definition) || redefined.containsKey(definition))
                        && !Collections.disjoint(needs, gone));
    }

    /** {@return what goes before anything else} */
    Set<Definition> leaving() {
        return leaving;
    }

    /** {@return what goes when everything else is done} */
    List<Definition> clearing() {
        return undefined.keySet().stream().filter(it -> !leaving.contains(it) && !swapped.containsKey(it)).toList();
    }

    /** {@return the types that are another one under the same name, each with that} */
    Map<Definition, Definition> swapped() {
        return swapped;
    }

    /** {@return the columns of types} */
    TypeColumns columns() {
        return columns;
    }

    /** {@return the change that says that something goes, or is another one; none where it only makes way} */
    Optional<Change> change(Definition definition) {
        return Optional.<Change>ofNullable(undefined.get(definition))
                .or(() -> Optional.ofNullable(redefined.get(definition)));
    }

    /** {@return whether it is gone for good} */
    boolean isGone(Definition definition) {
        return undefined.containsKey(definition);
    }
}
