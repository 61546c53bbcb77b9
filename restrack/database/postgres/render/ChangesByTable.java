package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Aspect;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Name;
import restrack.schema.Table;

/** Changes by table: what comes, what goes, and what changes about those that stay. */
final class ChangesByTable {
    final Map<Name, Change.CreateTable> created = new LinkedHashMap<>();
    final Map<Name, Change.DropTable> dropped = new LinkedHashMap<>();
    private final Map<Name, List<Change>> altered = new LinkedHashMap<>();

    ChangesByTable(List<Change> changes) {
        for (var change : changes) {
            if (change instanceof Change.CreateTable it) {
                created.put(it.table(), it);
            } else if (change instanceof Change.DropTable it) {
                dropped.put(it.table(), it);
            } else if (!(change instanceof Change.OfDefinition)) {
                altered.computeIfAbsent(change.table(), key -> new ArrayList<>()).add(change);
            }
        }
    }

    /** {@return what changes about a table that stays, or the indexes of one that comes} */
    List<Change> of(Name table) {
        return altered.getOrDefault(table, List.of());
    }

    /** {@return whether a foreign key may be in the way of what changes about the table that it refers to} */
    boolean mayBeInTheWay(Constraint key) {
        var parent = key.parent().orElseThrow();
        return dropped.containsKey(parent) || of(parent).stream().anyMatch(it ->
                it instanceof Change.DropColumn drop && refersTo(key, drop.column().name())
                || it instanceof Change.DropConstraint gone && mayNeed(key, gone.constraint())
                || it instanceof Change.AlterConstraint alter && mayNeed(key, alter.from())
                || it instanceof Change.DropIndex index && Indexes.isUnique(index.index())
                || it instanceof Change.AlterIndex other && Indexes.isUnique(other.from()));
    }

    private static boolean mayNeed(Constraint key, Constraint unique) {
        return isKey(unique) && unique.columns().stream().allMatch(it -> refersTo(key, it));
    }

    /** As far as its words tell: what only looks so goes and comes back, which does no harm. */
    private static boolean refersTo(Constraint key, Name column) {
        var text = key.definition().text();
        return text.substring(text.indexOf("REFERENCES")).contains(Quoted.name(column));
    }

    /** {@return whether what a foreign key refers to may be there only in the end} */
    boolean mayGainKeys(Name parent) {
        return of(parent).stream().anyMatch(it -> it instanceof Change.AddColumn
                || it instanceof Change.AddConstraint add && isKey(add.constraint())
                || it instanceof Change.AlterConstraint alter && isKey(alter.to())
                || it instanceof Change.CreateIndex index && Indexes.isUnique(index.index())
                || it instanceof Change.AlterIndex other && Indexes.isUnique(other.to()))
                || hasTypes(parent, it -> true);
    }

    private static boolean isKey(Constraint constraint) {
        return constraint.kind() == Kind.PRIMARY_KEY || constraint.kind() == Kind.UNIQUE;
    }

    /** {@return whether both ends of a foreign key get other types} In between they could not be compared. */
    boolean changesTypes(Table table, Constraint key) {
        return hasTypes(table.name(), key.columns()::contains)
                && hasTypes(key.parent().orElseThrow(), it -> true);
    }

    private boolean hasTypes(Name table, Predicate<Name> column) {
        return of(table).stream().anyMatch(it -> it instanceof Change.AlterColumn alter
                && alter.aspect() == Aspect.TYPE && column.test(alter.from().name()));
    }
}
