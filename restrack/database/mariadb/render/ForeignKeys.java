package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.database.mariadb.read.ImpliedIndexes;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/**
 * Foreign keys go before anything else is done and come when all tables are what they are going to be. One that stays
 * goes for a while if a column on either side gets another type, or the key that it refers to is another one: the
 * server refuses that as long as it is there.
 */
final class ForeignKeys {
    private static final Set<Aspect> OF_VALUES = Set.of(Aspect.TYPE, Aspect.COLLATION, Aspect.GENERATED);

    private final Schema wanted;
    private final List<Change> changes;
    private final Map<Table, List<Part>> leaving = new LinkedHashMap<>();
    private final Map<Name, List<Part>> coming = new LinkedHashMap<>();

    ForeignKeys(Schema present, Schema wanted, List<Change> changes) {
        this.wanted = wanted;
        this.changes = changes;
        for (var table : present.tables()) {
            for (var key : table.constraints(Kind.FOREIGN_KEY)) {
                leave(table, key);
            }
        }
        for (var change : changes) {
            if (change instanceof Change.AddConstraint it) {
                come(it.table(), it.constraint(), it);
            } else if (change instanceof Change.AlterConstraint it) {
                come(it.table(), it.to(), it);
            } else if (change instanceof Change.RenameConstraint it) {
                come(it.table(), it.to(), it);
            }
        }
    }

    private void leave(Table table, Constraint key) {
        var change = changes.stream().filter(it -> it.table().equals(table.name())
                && Optional.of(key).equals(leaves(it))).findFirst();
        boolean dropped = isDropped(table.name());
        if (change.isPresent()) {
            add(table, key, change.get() instanceof Change.DropConstraint ? List.of(change.get()) : List.of(), true);
        } else if (dropped ? isInCircle(table, key) : key.parent().filter(this::isDropped).isPresent()) {
            add(table, key, List.of(), false);
        } else if (!dropped && isInTheWay(table, key)) {
            add(table, key, List.of(), false);
            come(table.name(), key);
        }
    }

    /** {@return the foreign key, or other constraint, that goes with a change, be it for another one} */
    static Optional<Constraint> leaves(Change change) {
        return change instanceof Change.DropConstraint it ? Optional.of(it.constraint())
                : change instanceof Change.AlterConstraint alter ? Optional.of(alter.from())
                : change instanceof Change.RenameConstraint rename ? Optional.of(rename.from()) : Optional.empty();
    }

    private void add(Table table, Constraint key, List<Change> done, boolean forGood) {
        var parts = leaving.computeIfAbsent(table, it -> new ArrayList<>());
        parts.add(new Part("DROP " + ConstraintText.dropped(key), done));
        if (forGood) {
            ImpliedIndexes.of(table.text(), key).filter(it -> isUnused(table, key, it))
                    .map(it -> Part.of("DROP KEY " + MariaNames.quoted(it))).filter(it -> !parts.contains(it))
                    .ifPresent(parts::add);
        }
    }

    /** Whether the index that the server made for a key serves nobody else. One that comes makes its own. */
    private boolean isUnused(Table table, Constraint key, Name index) {
        var after = wanted.table(table.name());
        return after.isPresent() && table.constraints(Kind.FOREIGN_KEY).stream()
                .noneMatch(it -> !it.equals(key) && it.columns().get(0).equals(key.columns().get(0))
                        && stays(table, it))
                && (comes(table, index) || after.get().indexes().stream().noneMatch(it -> it.name().equals(index)));
    }

    /** Whether another index is going to have the name. */
    private boolean comes(Table table, Name index) {
        return changes.stream().anyMatch(it -> it instanceof Change.CreateIndex create
                && it.table().equals(table.name()) && create.index().name().equals(index));
    }

    private boolean stays(Table table, Constraint key) {
        return changes.stream().noneMatch(it -> it.table().equals(table.name())
                && Optional.of(key).equals(leaves(it)));
    }

    private boolean isDropped(Name table) {
        return changes.stream().anyMatch(it -> it instanceof Change.DropTable && it.table().equals(table));
    }

    /** Tables that go are dropped in an order in which each goes before its parents; unless there is none. */
    private boolean isInCircle(Table table, Constraint key) {
        var parent = key.parent().orElseThrow();
        return !parent.equals(table.name()) && isDropped(parent)
                && TableOrder.refersTo(parent, table.name(), changes);
    }

    private boolean isInTheWay(Table table, Constraint key) {
        var parent = key.parent().orElseThrow();
        return changes.stream().anyMatch(it ->
                it instanceof Change.AlterColumn alter && OF_VALUES.contains(alter.aspect())
                        && (it.table().equals(table.name()) && key.columns().contains(alter.from().name())
                        || it.table().equals(parent) && mentions(key, alter.from().name()))
                || it.table().equals(parent) && leaves(it).filter(gone -> gone.kind() != Kind.FOREIGN_KEY
                        && gone.kind() != Kind.CHECK && gone.columns().stream().allMatch(c -> mentions(key, c)))
                        .isPresent());
    }

    private static boolean mentions(Constraint key, Name column) {
        return key.definition().normal().substring(key.definition().normal().indexOf(" REFERENCES "))
                .contains("`" + column.key().replace("`", "``") + "`");
    }

    private void come(Name table, Constraint key, Change... done) {
        if (key.kind() == Kind.FOREIGN_KEY) {
            coming.computeIfAbsent(table, it -> new ArrayList<>()).add(Part.of("ADD " + ConstraintText.of(key), done));
        }
    }

    /** Puts off a foreign key of a table that is made before the one that it refers to. */
    void putOff(Name table, Constraint key) {
        come(table, key);
    }

    List<Rendered> leaving() {
        return leaving.entrySet().stream()
                .map(it -> Rendered.alter(MariaNames.quoted(it.getKey().name()), it.getValue())).toList();
    }

    List<Rendered> coming() {
        return coming.entrySet().stream().map(it -> Rendered.alter(MariaNames.quoted(it.getKey()), it.getValue()))
                .toList();
    }
}
