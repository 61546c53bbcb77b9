package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Index;
import restrack.schema.Table;

/**
 * Columns that the server makes of no other: nothing but a new one becomes virtual or ceases to be (MariaDB
 * documentation, "Generated Columns"), and there is no cast between a UUID and a number. Such a column goes and comes,
 * and so do the keys and conditions over it, which the server would not find any more.
 */
final class Remade {
    private static final Set<String> STRINGS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext",
            "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "enum", "set");
    private static final Set<String> ADDRESSES = Set.of("uuid", "inet4", "inet6");
    private static final Set<String> PLACES = Set.of("geometry", "point", "linestring", "polygon", "multipoint",
            "multilinestring", "multipolygon", "geometrycollection");

    private final Table from;
    private final Table to;
    private final List<Change> changes;
    private final List<Column> columns;

    private Remade(Table from, Table to, List<Change> changes) {
        this.from = from;
        this.to = to;
        this.changes = new ArrayList<>(changes);
        this.columns = from.columns().stream().filter(it -> to.column(it.name())
                .filter(other -> isVirtual(it) != isVirtual(other) || !isCast(it, other)).isPresent()).toList();
    }

    /** {@return all that changes about a table, with what has to go and come for it} */
    static List<Change> of(Table from, Table to, List<Change> changes) {
        var remade = new Remade(from, to, changes);
        remade.columns.forEach(remade::renew);
        from.indexes().stream().filter(remade::isOver).forEach(remade::renew);
        from.constraints().stream().filter(remade::isOver).forEach(remade::renew);
        return List.copyOf(remade.changes);
    }

    private static boolean isVirtual(Column column) {
        return column.generated().filter(it -> it.text().endsWith("VIRTUAL")).isPresent();
    }

    private static boolean isCast(Column from, Column to) {
        var a = family(from);
        var b = family(to);
        return a.equals(b) || a.equals("string") || b.equals("string");
    }

    private static String family(Column column) {
        var word = column.type().text().replaceFirst("(?s)[^a-z0-9].*", "");
        return STRINGS.contains(word) ? "string" : ADDRESSES.contains(word) ? word
                : PLACES.contains(word) ? "place" : "";
    }

    /** What is computed and will be no more is still told apart: its values go for good. */
    private void renew(Column column) {
        var wanted = to.column(column.name()).orElseThrow();
        changes.removeIf(it -> it instanceof Change.AlterColumn alter && alter.from().equals(column)
                && (column.generated().isEmpty() || wanted.generated().isPresent()));
        changes.add(new Change.DropColumn(from, column));
        changes.add(new Change.AddColumn(from, wanted));
    }

    private boolean isOver(Index index) {
        var normal = index.definition().normal();
        return columns.stream().anyMatch(it -> normal.contains('`' + it.name().key().replace("`", "``") + '`'));
    }

    private void renew(Index index) {
        var wanted = index;
        for (var change : List.copyOf(changes)) {
            if (change instanceof Change.DropIndex it && it.index().equals(index)) {
                return;
            } else if (change instanceof Change.AlterIndex it && it.from().equals(index)) {
                changes.remove(it);
                wanted = it.to();
            }
        }
        changes.add(new Change.DropIndex(from, index));
        changes.add(new Change.CreateIndex(from, wanted));
    }

    /** A condition on the column itself is said with it, and foreign keys go before and come behind all else. */
    private boolean isOver(Constraint constraint) {
        return constraint.kind() != Kind.FOREIGN_KEY && !ConstraintText.isOnColumn(constraint)
                && columns.stream().map(Column::name).anyMatch(constraint.columns()::contains);
    }

    private void renew(Constraint constraint) {
        var wanted = constraint;
        for (var change : List.copyOf(changes)) {
            if (change instanceof Change.DropConstraint it && it.constraint().equals(constraint)) {
                return;
            } else if (change instanceof Change.AlterConstraint it && it.from().equals(constraint)) {
                changes.remove(it);
                wanted = it.to();
            } else if (change instanceof Change.RenameConstraint it && it.from().equals(constraint)) {
                changes.remove(it);
                wanted = it.to();
            }
        }
        changes.add(new Change.DropConstraint(from, constraint));
        changes.add(new Change.AddConstraint(from, wanted));
    }
}
