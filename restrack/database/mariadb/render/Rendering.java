package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import restrack.database.Rendered;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Name;
import restrack.schema.Schema;
import restrack.schema.Table;

/** Writes changes as statements, in an order in which they run. */
public final class Rendering {
    private final Schema present;
    private final Schema wanted;
    private final List<Change> changes;
    private final Definitions definitions;
    private final ForeignKeys keys;

    private Rendering(List<Change> changes, Schema present, Schema wanted) {
        this.changes = changes;
        this.present = present;
        this.wanted = wanted;
        this.definitions = new Definitions(present, wanted, changes);
        this.keys = new ForeignKeys(present, wanted, changes);
    }

    /**
     * {@return the statements that carry out changes}
     *
     * @param changes the changes
     * @param present the schema as it is
     * @param wanted  the schema as it is going to be
     */
    public static List<Rendered> of(List<Change> changes, Schema present, Schema wanted) {
        return new Rendering(changes, present, wanted).statements();
    }

    private List<Rendered> statements() {
        var statements = new ArrayList<>(definitions.leaving());
        statements.addAll(definitions.sequences());
        statements.addAll(keys.leaving());
        statements.addAll(droppedTables());
        for (var table : present.tables()) {
            statements.addAll(alterations(table));
        }
        statements.addAll(createdTables());
        statements.addAll(keys.coming());
        statements.addAll(definitions.sequencesLeaving());
        statements.addAll(definitions.coming());
        return statements;
    }

    private List<Rendered> droppedTables() {
        var dropped = changes.stream().filter(Change.DropTable.class::isInstance).map(Change.DropTable.class::cast)
                .collect(Collectors.toMap(Change.DropTable::dropped, it -> it));
        var statements = new ArrayList<Rendered>();
        for (var table : TableOrder.parentsFirst(List.copyOf(inOrder(dropped.keySet(), present)))) {
            statements.add(0, Rendered.of("DROP TABLE " + MariaNames.quoted(table.name()),
                    List.of(dropped.get(table))));
        }
        return statements;
    }

    private static List<Table> inOrder(Set<Table> tables, Schema schema) {
        var sorted = new ArrayList<>(schema.tables().stream().filter(tables::contains).toList());
        tables.stream().filter(it -> !sorted.contains(it)).forEach(sorted::add);
        return sorted;
    }

    private List<Rendered> alterations(Table table) {
        var own = changes.stream().filter(it -> it.table().equals(table.name()) && (it instanceof Change.OfTable
                || it instanceof Change.Reorder)).toList();
        return own.isEmpty() ? List.of()
                : new Alteration(table, wanted.table(table.name()).orElseThrow(), own).statements();
    }

    private List<Rendered> createdTables() {
        var created = changes.stream().filter(Change.CreateTable.class::isInstance).map(Change.CreateTable.class::cast)
                .collect(Collectors.toMap(Change.CreateTable::created, it -> it));
        var missing = new HashSet<>(created.keySet().stream().map(Table::name).toList());
        var statements = new ArrayList<Rendered>();
        for (var table : TableOrder.parentsFirst(inOrder(created.keySet(), wanted))) {
            missing.remove(table.name());
            var later = later(table, missing);
            later.forEach(it -> keys.putOff(table.name(), it));
            var indexes = changes.stream().filter(it -> it instanceof Change.CreateIndex
                    && it.table().equals(table.name())).map(Change.CreateIndex.class::cast).toList();
            statements.add(NewTable.of(created.get(table), indexes, later));
        }
        return statements;
    }

    private static Set<Constraint> later(Table table, Set<Name> missing) {
        return table.constraints(Kind.FOREIGN_KEY).stream().filter(it -> it.parent().filter(missing::contains)
                .isPresent()).collect(Collectors.toSet());
    }
}
