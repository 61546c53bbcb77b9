package restrack.adopt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import restrack.autogenerate.Elsewhere;
import restrack.schema.Change;
import restrack.schema.Definition;
import restrack.schema.HistoryTables;
import restrack.schema.Name;
import restrack.schema.Schema;

/**
 * What of a database is the business of a folder of scripts: what some script of it makes at some time. Not histories,
 * not what repeatable scripts make, and nothing that somebody else keeps in the same database.
 *
 * @param known   the names of what scripts make
 * @param leftOut the toolkit's own tables and what repeatable scripts make, in small letters
 */
record Extent(Set<Name> known, Set<String> leftOut) {
    /** The sets are copied. */
    Extent {
        known = Set.copyOf(known);
        leftOut = Set.copyOf(leftOut);
    }

    /** {@return the names without those of histories and of what repeatable scripts make} */
    static List<Name> counting(Collection<Name> names, Set<String> leftOut) {
        return names.stream().filter(it -> !isLeftOut(it, leftOut)).toList();
    }

    private static boolean isLeftOut(Name name, Set<String> leftOut) {
        return HistoryTables.isOneOf(name.text()) || leftOut.contains(Elsewhere.key(name));
    }

    private boolean counts(Name name) {
        return known.contains(name) && !isLeftOut(name, leftOut);
    }

    private boolean counts(Definition definition) {
        return counts(definition.name()) && definition.owner().filter(it -> !counts(it)).isEmpty();
    }

    /** {@return the part of a schema that counts} */
    Schema of(Schema schema) {
        return new Schema(schema.tables().stream().filter(it -> counts(it.name())).toList(),
                schema.definitions().stream().filter(this::counts).toList());
    }

    /** {@return what a schema is going to be when it is made another one} What does not count stays as it is. */
    Schema goal(Schema present, Schema wanted) {
        var counted = of(wanted);
        var tables = new ArrayList<>(counted.tables());
        present.tables().stream().filter(it -> !counts(it.name())).forEach(tables::add);
        var definitions = new ArrayList<>(counted.definitions());
        present.definitions().stream().filter(it -> !counts(it)).forEach(definitions::add);
        return new Schema(tables, definitions);
    }

    /** {@return the tables and views of a schema that are somebody else's} */
    List<Name> elsewhere(Schema schema) {
        var names = new ArrayList<Name>();
        Predicate<Name> other = it -> !known.contains(it) && !isLeftOut(it, leftOut);
        schema.tables().stream().map(it -> it.name()).filter(other).forEach(names::add);
        schema.definitions().stream().filter(it -> it.owner().filter(owner -> !counts(owner)).isEmpty())
                .map(Definition::name).filter(other).forEach(names::add);
        return names;
    }

    /** {@return those changes without which a database does not behave as another} */
    static List<Change> behaving(List<Change> changes) {
        return changes.stream()
                .filter(it -> !(it instanceof Change.Reorder || it instanceof Change.RenameConstraint)).toList();
    }
}
