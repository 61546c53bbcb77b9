package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Name;
import restrack.schema.Table;

/** The order in which tables are made: parents first, as far as that is possible. */
final class TableOrder {
    private TableOrder() {
    }

    /** {@return the tables, each behind those that its foreign keys refer to, unless they go round in circles} */
    static List<Table> parentsFirst(List<Table> tables) {
        var left = new ArrayList<>(tables);
        var sorted = new ArrayList<Table>();
        while (!left.isEmpty()) {
            var names = new HashSet<>(left.stream().map(Table::name).toList());
            var next = left.stream().filter(it -> parents(it).stream().noneMatch(names::contains)).findFirst()
                    .orElse(left.get(0));
            sorted.add(next);
            left.remove(next);
        }
        return sorted;
    }

    private static Set<Name> parents(Table table) {
        var parents = new HashSet<Name>();
        table.constraints(Kind.FOREIGN_KEY).stream().map(Constraint::parent).forEach(it -> it.ifPresent(parents::add));
        parents.remove(table.name());
        return parents;
    }

    /** {@return whether a table that goes refers to another one, over whatever tables that go too} */
    static boolean refersTo(Name from, Name to, List<Change> changes) {
        var dropped = changes.stream().filter(Change.DropTable.class::isInstance)
                .map(it -> ((Change.DropTable) it).dropped()).toList();
        var reached = new HashSet<Name>();
        var ahead = new ArrayList<>(List.of(from));
        while (!ahead.isEmpty()) {
            var table = ahead.remove(0);
            dropped.stream().filter(it -> it.name().equals(table)).flatMap(it -> parents(it).stream())
                    .filter(reached::add).forEach(ahead::add);
        }
        return reached.contains(to);
    }
}
