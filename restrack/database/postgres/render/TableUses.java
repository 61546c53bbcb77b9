package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import restrack.database.Rendered;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Sql;
import restrack.schema.Table;

/**
 * What tables have that cannot stay while a type or a function is replaced: constraints, indexes, defaults. It goes and
 * comes back; what is going to be dropped anyway goes for good.
 */
final class TableUses {
    private final List<Change> changes;
    private final Map<Table, Set<Constraint>> constraints = new LinkedHashMap<>();
    private final Map<Table, Set<Index>> indexes = new LinkedHashMap<>();
    private final Map<Table, Set<Column>> defaults = new LinkedHashMap<>();
    private final Set<Change> done = new LinkedHashSet<>();

    TableUses(List<Change> changes) {
        this.changes = changes;
    }

    /** Adds what is said of a table in such words. */
    void add(Table table, BiPredicate<List<Name>, String> uses) {
        table.constraints().stream().filter(it -> uses.test(it.columns(), it.definition().text()))
                .forEach(it -> constraints.computeIfAbsent(table, key -> new LinkedHashSet<>()).add(it));
        table.indexes().stream().filter(it -> uses.test(List.of(), it.text()))
                .forEach(it -> indexes.computeIfAbsent(table, key -> new LinkedHashSet<>()).add(it));
    }

    /** Adds the defaults of a table that call what is looked for. */
    void addDefaults(Table table, BiPredicate<List<Name>, String> uses) {
        table.columns().stream().filter(it -> uses.test(List.of(), it.defaultValue().map(Sql::text).orElse("")))
                .forEach(it -> defaults.computeIfAbsent(table, key -> new LinkedHashSet<>()).add(it));
    }

    /** {@return the statements by which it goes; foreign keys first, since they need the others} */
    List<Rendered> leaving() {
        var statements = new ArrayList<Rendered>();
        constraints.forEach((table, gone) -> {
            var carried = new ArrayList<Change>();
            gone.forEach(it -> drop(it, table).ifPresent(carried::add));
            statements.add(alter(table, gone.stream().sorted((a, b) -> Boolean.compare(isForeign(b), isForeign(a)))
                    .map(it -> "DROP CONSTRAINT " + Quoted.name(it.name())).toList(), carried));
        });
        indexes.forEach((table, gone) -> gone.forEach(index -> {
            var carried = changes.stream().filter(it -> it instanceof Change.DropIndex drop
                    && drop.table().equals(table.name()) && drop.index().equals(index)).toList();
            done.addAll(carried);
            statements.add(Rendered.of("DROP INDEX " + Quoted.name(index.name()), carried));
        }));
        defaults.forEach((table, gone) -> statements.add(alter(table, gone.stream()
                .map(it -> "ALTER COLUMN " + Quoted.name(it.name()) + " DROP DEFAULT").toList(), List.of())));
        return statements;
    }

    private Optional<Change> drop(Constraint constraint, Table table) {
        var carried = changes.stream().filter(it -> it instanceof Change.DropConstraint drop
                && drop.table().equals(table.name()) && drop.constraint().equals(constraint)).findFirst();
        carried.ifPresent(done::add);
        return carried;
    }

    /** {@return the statements by which the rest of it comes back; foreign keys last} */
    List<Rendered> coming() {
        var statements = new ArrayList<Rendered>();
        defaults.forEach((table, back) -> statements.add(alter(table, back.stream()
                .map(it -> "ALTER COLUMN " + Quoted.name(it.name()) + " SET DEFAULT "
                        + it.defaultValue().orElseThrow().text()).toList(), List.of())));
        come(statements, false);
        indexes.forEach((table, back) -> back.stream().filter(index -> done.stream().noneMatch(
                it -> it instanceof Change.DropIndex drop && drop.index().equals(index)))
                .forEach(it -> statements.add(Rendered.of(it.text(), List.of()))));
        come(statements, true);
        return statements;
    }

    private void come(List<Rendered> statements, boolean foreign) {
        constraints.forEach((table, back) -> {
            var actions = back.stream().filter(it -> isForeign(it) == foreign && done.stream().noneMatch(
                    change -> change instanceof Change.DropConstraint drop && drop.constraint().equals(it)))
                    .map(it -> "ADD CONSTRAINT " + Quoted.name(it.name()) + " " + it.definition().text()).toList();
            if (!actions.isEmpty()) {
                statements.add(alter(table, actions, List.of()));
            }
        });
    }

    /** {@return the changes that are carried out by {@link #leaving}} */
    Set<Change> done() {
        return done;
    }

    private static boolean isForeign(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.FOREIGN_KEY;
    }

    static Rendered alter(Table table, List<String> actions, List<Change> changes) {
        return Rendered.of("ALTER TABLE " + Quoted.name(table.name())
                + (actions.size() == 1 ? " " : "\n    ") + String.join(",\n    ", actions), changes);
    }
}
