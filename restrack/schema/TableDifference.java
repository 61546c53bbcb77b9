package restrack.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Compares two tables of one name. */
final class TableDifference {
    private final Table from;
    private final Table to;
    private final Equality equality;
    private final boolean back;

    /** @param back whether a constraint that has no name in the wanted table may have none in the present one */
    TableDifference(Table from, Table to, Equality equality, boolean back) {
        this.from = from;
        this.to = to;
        this.equality = equality;
        this.back = back;
    }

    void addTo(List<Change> changes) {
        if (from.equals(to)) {
            return;
        }
        columns(changes);
        constraints(changes);
        options(changes);
        indexes(changes);
        order(changes);
    }

    private void columns(List<Change> changes) {
        for (var column : from.columns()) {
            var other = to.column(column.name());
            if (other.isEmpty()) {
                changes.add(new Change.DropColumn(from, column));
                continue;
            }
            for (var aspect : Aspect.values()) {
                if (!same(aspect, column, other.get())) {
                    changes.add(new Change.AlterColumn(from, column, other.get(), aspect));
                }
            }
        }
        for (var column : to.columns()) {
            if (from.column(column.name()).isEmpty()) {
                changes.add(new Change.AddColumn(from, column));
            }
        }
    }

    private boolean same(Aspect aspect, Column a, Column b) {
        return aspect.of(a).equals(aspect.of(b)) || switch (aspect) {
            case DEFAULT -> equality.sameDefault(to, a, b);
            case GENERATED -> a.generated().isPresent() && b.generated().isPresent()
                    && equality.sameGenerated(to, a, b);
            default -> false;
        };
    }

    /**
     * Those that ask for the same belong together, best those that also have the same name; then those of the same name
     * that ask for something else.
     */
    private void constraints(List<Change> changes) {
        var gone = new ArrayList<>(from.constraints());
        var come = new ArrayList<>(to.constraints());
        var renamed = new ArrayList<Change>();
        match(gone, come, (a, b) -> a.name().equals(b.name()) && sameConstraint(a, b));
        match(gone, come, (a, b) -> b.implied() && (a.implied() || !back) && sameConstraint(a, b));
        for (var pair : match(gone, come, (a, b) -> !b.implied() && sameConstraint(a, b))) {
            renamed.add(new Change.RenameConstraint(from, pair.a(), pair.b()));
        }
        for (var pair : match(gone, come, TableDifference::sameRole)) {
            changes.add(new Change.AlterConstraint(from, pair.a(), pair.b()));
        }
        gone.forEach(it -> changes.add(new Change.DropConstraint(from, it)));
        changes.addAll(renamed);
        come.forEach(it -> changes.add(new Change.AddConstraint(from, it)));
    }

    private boolean sameConstraint(Constraint a, Constraint b) {
        return a.kind() == b.kind() && (a.definition().equals(b.definition()) || equality.same(to, a, b));
    }

    private static boolean sameRole(Constraint a, Constraint b) {
        return a.kind() == b.kind() && (a.kind() == Constraint.Kind.PRIMARY_KEY
                || !a.implied() && !b.implied() && a.name().equals(b.name()));
    }

    private void options(List<Change> changes) {
        var all = new TreeSet<>(from.options());
        all.addAll(to.options());
        for (var option : all) {
            if (from.options().contains(option) != to.options().contains(option)) {
                changes.add(new Change.SetOption(from, option, to.options().contains(option)));
            }
        }
    }

    private void indexes(List<Change> changes) {
        for (var index : from.indexes()) {
            var other = Difference.find(to.indexes(), it -> it.name().equals(index.name()));
            if (other.isEmpty()) {
                changes.add(new Change.DropIndex(from, index));
            } else if (!index.definition().equals(other.get().definition())
                    && !equality.same(to, index, other.get())) {
                changes.add(new Change.AlterIndex(from, index, other.get()));
            }
        }
        for (var index : to.indexes()) {
            if (Difference.find(from.indexes(), it -> it.name().equals(index.name())).isEmpty()) {
                changes.add(new Change.CreateIndex(from, index));
            }
        }
    }

    private void order(List<Change> changes) {
        var before = from.columns().stream().map(Column::name).filter(it -> to.column(it).isPresent()).toList();
        var after = to.columns().stream().map(Column::name).filter(it -> from.column(it).isPresent()).toList();
        if (!before.equals(after)) {
            changes.add(new Change.Reorder(from, to));
        }
    }

    private record Pair<T>(T a, T b) {
    }

    /** Takes out of both lists what belongs together. */
    private static <T> List<Pair<T>> match(List<T> gone, List<T> come, BiPredicate<T, T> together) {
        var pairs = new ArrayList<Pair<T>>();
        for (var a : List.copyOf(gone)) {
            Optional<T> b = come.stream().filter(it -> together.test(a, it)).findFirst();
            if (b.isPresent()) {
                gone.remove(a);
                come.remove(b.get());
                pairs.add(new Pair<>(a, b.get()));
            }
        }
        return pairs;
    }
}
