package restrack.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Definition;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Subject;
import restrack.wanted.Wanted;

/**
 * What is compared. What is not, the wanted schema is given as it is at present: so it is never dropped.
 *
 * @param ignored   what a person leaves out
 * @param ownTables the toolkit's own tables, in small letters
 * @param elsewhere the views and triggers that repeatable scripts make, in small letters
 */
public record Scope(Ignored ignored, Set<String> ownTables, Set<String> elsewhere) {
    /** The sets are copied. */
    public Scope {
        ownTables = Set.copyOf(ownTables);
        elsewhere = Set.copyOf(elsewhere);
    }

    /** {@return the wanted schema with all of the present one that is none of the models' business} */
    Schema goal(Schema present, Schema wanted, Wanted models) {
        var tables = new ArrayList<>(wanted.tables());
        tables.removeIf(it -> ignored.leavesOut(Subject.TABLE, it.name().text()));
        for (var table : present.tables()) {
            if (ignored.leavesOut(Subject.TABLE, table.name().text())
                    || wanted.table(table.name()).isEmpty() && isHistory(table.name().text())) {
                tables.add(table);
            }
        }
        return new Schema(tables, definitions(present, wanted, tables.stream().map(it -> it.name()).toList(), models));
    }

    private boolean isHistory(String table) {
        return HistoryTables.isOneOf(table) || ownTables.contains(table.toLowerCase(Locale.ROOT));
    }

    private List<Definition> definitions(Schema present, Schema wanted, List<Name> tables, Wanted models) {
        var definitions = new ArrayList<>(wanted.definitions());
        definitions.removeIf(this::isLeftOut);
        for (var definition : present.definitions()) {
            boolean said = wanted.definitions().stream()
                    .anyMatch(it -> it.kind() == definition.kind() && it.name().equals(definition.name()));
            boolean kept = isLeftOut(definition) || !said && models.unsaid().contains(subject(definition));
            // A trigger goes with its table, whoever made it.
            boolean orphan = definition.kind() == Definition.Kind.TRIGGER && definition.owner()
                    .filter(owner -> !tables.contains(owner) && present.table(owner).isPresent()).isPresent();
            if (kept && !orphan) {
                definitions.add(definition);
            }
        }
        return definitions;
    }

    private boolean isLeftOut(Definition definition) {
        return elsewhere.contains(definition.name().text().toLowerCase(Locale.ROOT))
                || ignored.leavesOut(subject(definition), definition.name().text())
                || definition.owner().filter(it -> ignored.leavesOut(Subject.TABLE, it.text())).isPresent();
    }

    private static Subject subject(Definition definition) {
        return Subject.valueOf(definition.kind().name());
    }

    /** {@return whether a change counts} Not if a person leaves it out, or the models cannot say otherwise. */
    boolean counts(Change change, Wanted models) {
        return !ignored.leavesOut(change)
                && !(models.classTables().contains(change.table().key()) && isUnsayable(change));
    }

    /** What there is, and no class can say: it stays. */
    private static boolean isUnsayable(Change change) {
        if (change instanceof Change.AlterColumn it) {
            return (it.aspect() == Aspect.COLLATION || it.aspect() == Aspect.GENERATED)
                    && it.aspect().of(it.to()).isEmpty();
        }
        if (change instanceof Change.DropColumn it) {
            return it.column().generated().isPresent();
        }
        if (change instanceof Change.SetOption it) {
            return !it.on();
        }
        if (change instanceof Change.DropIndex it) {
            return !it.index().plain();
        }
        return change instanceof Change.AlterIndex it && !it.from().plain() && it.to().plain();
    }
}
