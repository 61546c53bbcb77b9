package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.database.Rendered;
import restrack.database.Rendered.Part;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/**
 * Tables that come, change and go, in an order that their foreign keys allow. A key that is in the way goes in a
 * statement of its own before, one that comes too early in one after all the others.
 */
final class Tables {
    private final Schema present;
    private final Schema wanted;
    private final TableChanges changes;
    private final Map<Name, CurrentNames> names = new LinkedHashMap<>();
    private final Map<Name, List<ConstraintPart>> leaving = new LinkedHashMap<>();
    private final Map<Name, List<ConstraintPart>> coming = new LinkedHashMap<>();
    private final List<Name> order;

    Tables(Schema present, Schema wanted, List<Change> changes) {
        this.present = present;
        this.wanted = wanted;
        this.changes = new TableChanges(present, changes);
        constraints();
        this.order = order();
    }

    /** What goes and what comes, with the foreign keys that only make way and then come back. */
    private void constraints() {
        for (var table : present.tables()) {
            for (var change : changes.of(table.name())) {
                if (change instanceof Change.DropConstraint it) {
                    add(leaving, table.name(), it.constraint(), List.of(it));
                } else if (change instanceof Change.AlterConstraint it) {
                    add(leaving, table.name(), it.from(), List.of());
                    add(coming, table.name(), it.to(), List.of(it));
                } else if (change instanceof Change.AddConstraint it) {
                    add(coming, table.name(), it.constraint(), List.of(it));
                }
            }
        }
        for (var key : changes.keys()) {
            boolean gone = changes.leaving(key.table(), key.constraint()).isPresent();
            boolean orphaned = changes.dropped.containsKey(key.parent());
            if (changes.stays(key.table()) && !gone && (orphaned || changes.isInTheWay(key))) {
                add(leaving, key.table().name(), key.constraint(), List.of());
                var renaming = changes.renaming(key.table(), key.constraint());
                add(coming, key.table().name(), renaming.map(Change.RenameConstraint::to)
                        .orElseGet(() -> as(key.table().name(), key.constraint())),
                        renaming.<List<Change>>map(List::of).orElse(List.of()));
            }
        }
    }

    private static void add(Map<Name, List<ConstraintPart>> to, Name table, Constraint constraint,
            List<Change> changes) {
        to.computeIfAbsent(table, key -> new ArrayList<>()).add(new ConstraintPart(constraint, changes));
    }

    /** {@return how a foreign key that stays is called and spelled in the wanted schema} */
    private Constraint as(Name table, Constraint key) {
        return wanted.table(table).stream().flatMap(it -> it.constraints(Constraint.Kind.FOREIGN_KEY).stream())
                .filter(it -> it.definition().equals(key.definition())).findFirst().orElse(key);
    }

    private List<Name> order() {
        var nodes = new LinkedHashSet<Name>();
        wanted.tables().stream().map(Table::name).filter(changes.created::containsKey).forEach(nodes::add);
        present.tables().stream().map(Table::name).filter(it -> isAltered(it)).forEach(nodes::add);
        var order = new Order<>(List.copyOf(nodes));
        for (var name : changes.created.keySet()) {
            for (var key : Key.of(changes.created.get(name).created(), wanted)) {
                // While a key refers to nothing unique, SQLite lets nobody write into the parent.
                if (!changes.lostKeys(key.parent()).isEmpty()
                        || changes.gainedKeys(key.parent()).contains(key.columns())) {
                    order.need(key.parent(), name);
                } else {
                    order.wish(key.parent(), name);
                }
            }
        }
        for (var key : changes.keys()) {
            if (leaves(key) && changes.isInTheWay(key)) {
                order.wish(key.table().name(), key.parent());
            }
        }
        coming.forEach((table, all) -> all.stream().filter(it -> it.is(Constraint.Kind.FOREIGN_KEY))
                .map(it -> Key.of(present.table(table).orElseThrow(), it.constraint(), wanted))
                .filter(it -> changes.created.containsKey(it.parent()) || isTouched(it))
                .forEach(it -> order.wish(it.parent(), table)));
        return order.sorted();
    }

    private boolean isAltered(Name table) {
        return !changes.dropped.containsKey(table) && (leaving.containsKey(table) || coming.containsKey(table)
                || changes.of(table).stream().anyMatch(it -> !(it instanceof Change.CreateIndex
                        || it instanceof Change.DropIndex || it instanceof Change.AlterIndex)));
    }

    private boolean leaves(Key key) {
        return leaving.getOrDefault(key.table().name(), List.of()).stream()
                .anyMatch(it -> it.constraint().equals(key.constraint()));
    }

    /** Whether what a foreign key refers to changes along with the table that has it. */
    private boolean isTouched(Key key) {
        return changes.isInTheWay(key) || changes.gainedKeys(key.parent()).contains(key.columns());
    }

    /** Whether a foreign key has to go before any table is changed. */
    private boolean isEarly(Key key) {
        return changes.isInTheWay(key) && !key.isSelf() && (!changes.stays(key.table())
                || leaves(key) && order.indexOf(key.table().name()) > order.indexOf(key.parent()));
    }

    /** Whether a foreign key can come only when everything else is there. */
    private boolean isLate(Key key) {
        if (wanted.table(key.parent()).isEmpty() || changes.comesAsIndex(key.parent(), key.columns())) {
            return true;
        }
        if (key.isSelf()) {
            return changes.gainedKeys(key.parent()).contains(key.columns()) && changes.of(key.parent()).stream()
                    .anyMatch(it -> it instanceof Change.AddColumn add && key.columns().contains(add.column().name()));
        }
        boolean before = order.indexOf(key.parent()) < order.indexOf(key.table().name());
        return !before && (changes.created.containsKey(key.parent()) || isTouched(key));
    }

    /** {@return the statements, but for the foreign keys that need the indexes too} */
    List<Rendered> statements() {
        var statements = new ArrayList<Rendered>();
        statements.addAll(early());
        for (var name : order) {
            var creation = changes.created.get(name);
            if (creation != null) {
                statements.add(Rendered.of(creation.created().text(), List.of(creation)));
            } else {
                statements.addAll(alter(present.table(name).orElseThrow()));
            }
        }
        statements.addAll(drops());
        return statements;
    }

    private List<Rendered> early() {
        var byTable = new LinkedHashMap<Name, List<Constraint>>();
        changes.keys().stream().filter(this::isEarly).forEach(it ->
                byTable.computeIfAbsent(it.table().name(), key -> new ArrayList<>()).add(it.constraint()));
        var statements = new ArrayList<Rendered>();
        byTable.forEach((table, keys) -> {
            statements.add(drop(table, keys));
            leaving.getOrDefault(table, new ArrayList<>()).removeIf(it -> keys.contains(it.constraint()));
        });
        return statements;
    }

    private Rendered drop(Name table, List<Constraint> keys) {
        var current = names(table);
        var parts = new ArrayList<Part>();
        for (var it : current.inOrderOfDropping(keys)) {
            var changed = leaving.getOrDefault(table, List.of()).stream().filter(part -> part.constraint().equals(it))
                    .flatMap(part -> part.changes().stream()).toList();
            parts.add(new Part("DROP CONSTRAINT " + Names.of(current.of(it.name())), changed));
            current.drop(it.name());
        }
        return Rendered.alter(Names.of(table), parts);
    }

    private CurrentNames names(Name table) {
        return names.computeIfAbsent(table, it -> new CurrentNames(present.table(it).orElseThrow().text()));
    }

    private List<Rendered> alter(Table table) {
        var name = table.name();
        var now = coming.getOrDefault(name, List.of()).stream().filter(it -> !isLate(table, it)).toList();
        return new Alteration(table, wanted.table(name).orElse(table), changes.of(name),
                leaving.getOrDefault(name, List.of()), now, names(name)).statements();
    }

    private boolean isLate(Table table, ConstraintPart part) {
        return part.is(Constraint.Kind.FOREIGN_KEY) && isLate(Key.of(table, part.constraint(), wanted));
    }

    /** Children before parents. SQLite deletes the rows of a table that goes, which others would follow. */
    private List<Rendered> drops() {
        var keys = changes.keys().stream().filter(it -> !changes.stays(it.table()) && !isEarly(it)
                && changes.dropped.containsKey(it.parent())).toList();
        var order = new Order<>(List.copyOf(changes.dropped.keySet()));
        keys.forEach(it -> order.wish(it.table().name(), it.parent()));
        var sorted = order.sorted();
        var byParent = keys.stream().collect(Collectors.groupingBy(Key::parent));
        var statements = new ArrayList<Rendered>();
        var gone = new LinkedHashSet<Name>();
        for (var name : sorted) {
            var hindering = byParent.getOrDefault(name, List.of()).stream().filter(it ->
                    !gone.contains(it.table().name()) && (!it.isSelf() || it.hindersDeletion())).toList();
            hindering.stream().map(it -> it.table().name()).distinct().forEach(child -> statements.add(drop(child,
                    hindering.stream().filter(it -> it.table().name().equals(child)).map(Key::constraint).toList())));
            statements.add(Rendered.of("DROP TABLE " + Names.of(name), List.of(changes.dropped.get(name))));
            gone.add(name);
        }
        return statements;
    }

    /** {@return the statements for the foreign keys that could not come earlier} */
    List<Rendered> late() {
        var statements = new ArrayList<Rendered>();
        for (var name : order) {
            Optional<Table> table = present.table(name);
            var parts = coming.getOrDefault(name, List.of()).stream()
                    .filter(it -> isLate(table.orElseThrow(), it)).map(ConstraintPart::addition).toList();
            if (!parts.isEmpty()) {
                statements.add(Rendered.alter(Names.of(name), parts));
            }
        }
        return statements;
    }
}
