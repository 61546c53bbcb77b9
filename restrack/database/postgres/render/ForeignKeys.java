package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.database.postgres.read.Quoted;
import restrack.database.postgres.read.TableText;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/**
 * The foreign keys that have to go in a statement of their own before any table changes, and those that can come only
 * when all tables and indexes are there. All others go and come with their table.
 */
final class ForeignKeys {
    private final Schema present;
    private final Schema wanted;
    private final ChangesByTable changes;
    private final Map<Name, List<Part>> early = new LinkedHashMap<>();
    private final Map<Name, List<Part>> late = new LinkedHashMap<>();
    private final Set<Constraint> separate = new HashSet<>();

    /** @param dropped the tables that go, in the order in which they do */
    ForeignKeys(Schema present, Schema wanted, ChangesByTable changes, List<Table> dropped) {
        this.present = present;
        this.wanted = wanted;
        this.changes = changes;
        present.tables().stream().filter(it -> !changes.dropped.containsKey(it.name())).forEach(this::staying);
        var gone = new HashSet<Name>();
        for (var table : dropped) {
            gone.add(table.name());
            going(table, dropped, gone);
        }
    }

    private void staying(Table table) {
        for (var key : table.constraints(Kind.FOREIGN_KEY)) {
            var change = changes.of(table.name()).stream().filter(it -> concerns(it, key)).findFirst();
            boolean obstructs = !key.parent().equals(Optional.of(table.name()))
                    && (changes.mayBeInTheWay(key) || changes.changesTypes(table, key))
                    || changes.changesTypes(table, key);
            if (!obstructs) {
                continue;
            }
            var drop = "DROP CONSTRAINT " + Quoted.name(key.name());
            if (change.isPresent()) {
                separate.add(key);
                add(early, table.name(), new Part(drop, change.get() instanceof Change.DropConstraint
                        ? List.of(change.get()) : List.of()));
            } else {
                add(early, table.name(), new Part(drop, List.of()));
                add(late, table.name(), new Part("ADD " + TableText.of(key), List.of()));
            }
        }
    }

    private static boolean concerns(Change change, Constraint key) {
        return change instanceof Change.DropConstraint drop && drop.constraint().equals(key)
                || change instanceof Change.AlterConstraint alter && alter.from().equals(key);
    }

    /** A table that goes takes its keys along, unless what one refers to goes before. */
    private void going(Table table, List<Table> dropped, Set<Name> gone) {
        for (var key : table.constraints(Kind.FOREIGN_KEY)) {
            var parent = key.parent().orElseThrow();
            boolean goes = dropped.stream().anyMatch(it -> it.name().equals(parent));
            if (!parent.equals(table.name()) && (goes ? gone.contains(parent) : changes.mayBeInTheWay(key))) {
                add(early, table.name(), new Part("DROP CONSTRAINT " + Quoted.name(key.name()), List.of()));
            }
        }
    }

    private static void add(Map<Name, List<Part>> parts, Name table, Part part) {
        parts.computeIfAbsent(table, key -> new ArrayList<>()).add(part);
    }

    /** {@return whether a foreign key that goes does so in a statement of its own} */
    boolean goesEarly(Constraint key) {
        return separate.contains(key);
    }

    /**
     * {@return whether a foreign key that comes does so in a statement of its own} It is rendered with {@link #coming}
     * then.
     *
     * @param there the tables that are there when its table comes or changes
     * @param change what it comes with; none for a part of a table that comes
     */
    boolean comesLate(Table table, Constraint key, Set<Name> there, List<Change> change) {
        var parent = key.parent().orElseThrow();
        boolean self = parent.equals(table.name());
        boolean created = change.isEmpty();
        if (self && !(created ? changes.of(parent).stream().anyMatch(Change.CreateIndex.class::isInstance)
                : changes.mayGainKeys(parent)) || !self && there.contains(parent) && !changes.mayGainKeys(parent)) {
            return false;
        }
        add(late, table.name(), new Part("ADD " + TableText.of(key), change));
        return true;
    }

    /** {@return the statements by which they go} */
    List<Rendered> leaving() {
        return statements(early);
    }

    /** {@return the statements by which they come} */
    List<Rendered> coming() {
        return statements(late);
    }

    private List<Rendered> statements(Map<Name, List<Part>> parts) {
        var statements = new ArrayList<Rendered>();
        parts.forEach((table, all) -> statements.add(Rendered.alter(Quoted.name(table), all)));
        return statements;
    }

    /** {@return the tables that are there already} */
    Set<Name> there() {
        var there = new HashSet<Name>();
        present.tables().stream().map(Table::name).filter(it -> wanted.table(it).isPresent()).forEach(there::add);
        return there;
    }
}
