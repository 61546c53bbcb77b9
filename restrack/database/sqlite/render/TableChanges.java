package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.database.sqlite.grammar.CreateIndex;
import restrack.database.sqlite.read.SqliteNames;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/** Changes by table: what comes, what goes, and what changes about those that stay. */
final class TableChanges {
    final Map<Name, Change.CreateTable> created = new LinkedHashMap<>();
    final Map<Name, Change.DropTable> dropped = new LinkedHashMap<>();
    private final Map<Name, List<Change>> altered = new LinkedHashMap<>();
    private final List<Key> keys;
    private final Map<Name, Set<Set<Name>>> lost = new HashMap<>();
    private final Map<Name, Set<Set<Name>>> gained = new HashMap<>();

    TableChanges(Schema present, List<Change> changes) {
        this.keys = present.tables().stream().flatMap(it -> Key.of(it, present).stream()).toList();
        for (var change : changes) {
            if (change instanceof Change.CreateTable it) {
                created.put(it.table(), it);
            } else if (change instanceof Change.DropTable it) {
                dropped.put(it.table(), it);
            } else if (!(change instanceof Change.Define) && !(change instanceof Change.Undefine)
                    && !(change instanceof Change.Redefine)) {
                altered.computeIfAbsent(change.table(), key -> new ArrayList<>()).add(change);
            }
        }
    }

    List<Change> of(Name table) {
        return altered.getOrDefault(table, List.of());
    }

    /** {@return whether a table stays} */
    boolean stays(Table table) {
        return !dropped.containsKey(table.name());
    }

    /** {@return the change by which a constraint goes, or becomes another one} */
    Optional<Change> leaving(Table table, Constraint constraint) {
        return of(table.name()).stream().filter(it -> it instanceof Change.DropConstraint drop
                && drop.constraint().equals(constraint) || it instanceof Change.AlterConstraint alter
                && alter.from().equals(constraint)).findFirst();
    }

    /** {@return the change by which a constraint only gets another name} */
    Optional<Change.RenameConstraint> renaming(Table table, Constraint constraint) {
        return of(table.name()).stream().filter(Change.RenameConstraint.class::isInstance)
                .map(Change.RenameConstraint.class::cast).filter(it -> it.from().equals(constraint)).findFirst();
    }

    /** {@return the sets of columns that a foreign key could refer to and cannot any more, even if only for a while} */
    Set<Set<Name>> lostKeys(Name table) {
        return lost.computeIfAbsent(table, this::findLostKeys);
    }

    private Set<Set<Name>> findLostKeys(Name table) {
        var keys = new HashSet<Set<Name>>();
        for (var change : of(table)) {
            if (change instanceof Change.DropConstraint it) {
                add(keys, it.constraint());
            } else if (change instanceof Change.AlterConstraint it) {
                add(keys, it.from());
            }
        }
        return keys;
    }

    /** {@return those that it can refer to only when this table has been changed} */
    Set<Set<Name>> gainedKeys(Name table) {
        return gained.computeIfAbsent(table, this::findGainedKeys);
    }

    private Set<Set<Name>> findGainedKeys(Name table) {
        var keys = new HashSet<Set<Name>>();
        for (var change : of(table)) {
            if (change instanceof Change.AddConstraint it) {
                add(keys, it.constraint());
            } else if (change instanceof Change.AlterConstraint it) {
                add(keys, it.to());
            }
        }
        return keys;
    }

    private static void add(Set<Set<Name>> keys, Constraint constraint) {
        if (constraint.kind() == Constraint.Kind.PRIMARY_KEY || constraint.kind() == Constraint.Kind.UNIQUE) {
            keys.add(Set.copyOf(constraint.columns()));
        }
    }

    /** {@return whether a key of a table comes as an index, after all tables} */
    boolean comesAsIndex(Name table, Set<Name> columns) {
        return of(table).stream().anyMatch(it -> it instanceof Change.CreateIndex create
                && isUnique(create.index(), columns) || it instanceof Change.AlterIndex alter
                && isUnique(alter.to(), columns)) || created.containsKey(table)
                && created.get(table).created().indexes().stream().anyMatch(it -> isUnique(it, columns));
    }

    private static boolean isUnique(Index index, Set<Name> columns) {
        var parsed = CreateIndex.parse(index.text());
        return parsed.unique() && parsed.where().isEmpty() && parsed.columns().stream()
                .flatMap(it -> it.column().stream()).map(it -> SqliteNames.of(it.value())).collect(Collectors.toSet())
                .equals(columns);
    }

    /** {@return whether a foreign key has to go before the table that it refers to can be changed} */
    boolean isInTheWay(Key key) {
        return lostKeys(key.parent()).contains(key.columns()) || losesColumn(key.parent(), key.columns());
    }

    private boolean losesColumn(Name table, Set<Name> columns) {
        return of(table).stream().anyMatch(it -> it instanceof Change.DropColumn drop
                && columns.contains(drop.column().name()));
    }

    /** {@return the foreign keys of the present schema} */
    List<Key> keys() {
        return keys;
    }
}
