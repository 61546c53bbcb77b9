package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import restrack.database.Rendered;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Change;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Table;

/** A table that comes, with its indexes, in one statement. */
final class NewTable {
    private NewTable() {
    }

    /**
     * {@return the statement that makes it}
     *
     * @param later the foreign keys that come when other tables are there
     */
    static Rendered of(Change.CreateTable change, List<Change.CreateIndex> indexes, Set<Constraint> later) {
        var table = change.created();
        var lines = new ArrayList<String>();
        for (var column : table.columns()) {
            var check = table.constraints().stream().filter(it -> ConstraintText.isOnColumn(it)
                    && it.name().equals(column.name())).findFirst();
            lines.add(ColumnText.of(column, check));
        }
        for (var kind : List.of(Kind.PRIMARY_KEY, Kind.UNIQUE)) {
            table.constraints(kind).forEach(it -> lines.add(ConstraintText.of(it)));
        }
        indexes.forEach(it -> lines.add(ConstraintText.of(it.index())));
        for (var kind : List.of(Kind.FOREIGN_KEY, Kind.CHECK)) {
            table.constraints(kind).stream().filter(it -> !later.contains(it) && !ConstraintText.isOnColumn(it))
                    .forEach(it -> lines.add(ConstraintText.of(it)));
        }
        var changes = new ArrayList<Change>(List.of(change));
        changes.addAll(indexes);
        return Rendered.of("CREATE TABLE " + MariaNames.quoted(table.name()) + " (\n    "
                + String.join(",\n    ", withPeriods(table, lines)) + "\n)" + options(table), changes);
    }

    /** A period has to be there before a key that uses it. */
    private static List<String> withPeriods(Table table, List<String> lines) {
        var all = new ArrayList<>(lines);
        table.options().stream().filter(it -> it.startsWith("PERIOD ")).sorted()
                .forEach(it -> all.add(table.columns().size(), it));
        return all;
    }

    /** Partitions are said last. */
    private static String options(Table table) {
        var said = new StringBuilder();
        var options = new TreeSet<>(table.options());
        options.removeIf(it -> it.startsWith("PERIOD "));
        var last = options.stream().filter(it -> it.startsWith("PARTITION BY ")).toList();
        options.stream().filter(it -> !last.contains(it)).forEach(it -> said.append(' ').append(it));
        last.forEach(it -> said.append('\n').append(it));
        return said.toString();
    }
}
