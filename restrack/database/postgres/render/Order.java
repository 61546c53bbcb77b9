package restrack.database.postgres.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.database.postgres.read.Quoted;
import restrack.database.postgres.read.TableOptions;
import restrack.database.postgres.read.TableText;
import restrack.schema.Constraint.Kind;
import restrack.schema.Name;
import restrack.schema.Table;

/** Puts tables in an order in which each stands behind those that it refers to, as far as that is possible. */
final class Order {
    private Order() {
    }

    /** {@return the tables, those first that others need} What a table is a part of always comes before it. */
    static List<Table> of(List<Table> tables) {
        var left = new ArrayList<>(tables);
        var sorted = new ArrayList<Table>();
        while (!left.isEmpty()) {
            var names = left.stream().map(Table::name).toList();
            var next = left.stream().filter(it -> isFree(it, names, true)).findFirst()
                    .or(() -> left.stream().filter(it -> isFree(it, names, false)).findFirst())
                    .orElse(left.get(0));
            sorted.add(next);
            left.remove(next);
        }
        return sorted;
    }

    private static boolean isFree(Table table, List<Name> waiting, boolean keys) {
        boolean needs = table.options().stream().map(Order::parent).flatMap(Optional::stream)
                .anyMatch(it -> waiting.stream().map(Quoted::name).anyMatch(it::equals));
        return !needs && (!keys || table.constraints(Kind.FOREIGN_KEY).stream().flatMap(it -> it.parent().stream())
                .noneMatch(it -> !it.equals(table.name()) && waiting.contains(it)));
    }

    /** {@return the table that an option makes another one a part of, as a statement names it} */
    private static Optional<String> parent(String option) {
        if (option.startsWith(TableOptions.INHERITS)) {
            return Optional.of(option.substring(TableOptions.INHERITS.length()));
        }
        return option.startsWith(TableOptions.PARTITION) ? Optional.of(option.substring(
                TableOptions.PARTITION.length(), TableText.bound(option))) : Optional.empty();
    }
}
