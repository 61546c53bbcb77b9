package restrack.database.postgres.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import restrack.schema.Column;
import restrack.schema.Constraint;
import restrack.schema.Sql;
import restrack.schema.Table;

/** A table as the statement that makes it. */
public final class TableText {
    private TableText() {
    }

    static Table in(Table table) {
        return new Table(table.name(), table.columns(), table.constraints(), table.indexes(), table.options(),
                of(table, it -> true));
    }

    /**
     * {@return the statement that makes a table} Comments, and what is said of row security, are statements of their
     * own.
     *
     * @param inside which of its constraints are in it
     */
    public static String of(Table table, Predicate<Constraint> inside) {
        var lines = new ArrayList<String>();
        table.columns().forEach(it -> lines.add(of(it, table.name().text())));
        table.constraints().stream().filter(inside).forEach(it -> lines.add(of(it)));
        var options = new TreeSet<>(table.options());
        var body = lines.isEmpty() ? "" : "\n    " + String.join(",\n    ", lines) + "\n";
        var partition = starting(options, TableOptions.PARTITION);
        var text = new StringBuilder("CREATE ").append(options.contains(TableOptions.UNLOGGED) ? "UNLOGGED " : "")
                .append("TABLE ").append(Quoted.name(table.name()));
        if (partition.isEmpty()) {
            text.append(" (").append(body).append(")");
        } else {
            var said = partition.get(0);
            int bound = bound(said);
            text.append(" PARTITION OF ").append(said, 0, bound).append(lines.isEmpty() ? "" : " (" + body + ")")
                    .append(said.substring(bound));
        }
        var parents = starting(options, TableOptions.INHERITS);
        if (!parents.isEmpty()) {
            text.append(" INHERITS (").append(String.join(", ", parents)).append(")");
        }
        starting(options, TableOptions.PARTITIONED).forEach(it -> text.append(" PARTITION BY ").append(it));
        starting(options, TableOptions.METHOD).forEach(it -> text.append(" USING ").append(it));
        var parameters = starting(options, TableOptions.PARAMETER);
        if (!parameters.isEmpty()) {
            text.append(" WITH (").append(String.join(", ", parameters)).append(")");
        }
        starting(options, TableOptions.TABLESPACE).forEach(it -> text.append(" TABLESPACE ").append(it));
        return text.toString();
    }

    /** {@return where the name of the parent ends in what stands behind PARTITION OF} */
    public static int bound(String partition) {
        int values = partition.indexOf(" FOR VALUES ");
        return values < 0 ? partition.lastIndexOf(" DEFAULT") : values;
    }

    private static List<String> starting(Set<String> options, String start) {
        return options.stream().filter(it -> it.startsWith(start)).map(it -> it.substring(start.length())).toList();
    }

    /** {@return a constraint with its name} */
    public static String of(Constraint constraint) {
        return "CONSTRAINT " + Quoted.name(constraint.name()) + " " + constraint.definition().text();
    }

    /**
     * {@return a column as it stands in a table, or behind {@code ADD COLUMN}}
     *
     * @param table the name of the table
     */
    public static String of(Column column, String table) {
        var text = new StringBuilder(Quoted.name(column.name())).append(" ");
        var counter = column.identity().map(Counter::of);
        boolean serial = counter.isPresent() && isSerial(column, table);
        text.append(serial ? serial(column) : column.type().text());
        column.collation().ifPresent(it -> text.append(" COLLATE ").append(it.text()));
        column.defaultValue().ifPresent(it -> text.append(" DEFAULT ").append(it.text()));
        column.generated().ifPresent(it -> text.append(" ").append(it.text()));
        if (counter.isPresent() && counter.get().kind() != Counter.Kind.SERIAL) {
            text.append(" ").append(column.identity().get().text().replace(", ", " "));
        } else if (counter.isPresent() && !serial) {
            text.append(" DEFAULT nextval(").append(Quoted.string(counter.get().sequence())).append("::regclass)");
        }
        column.notNull().map(Sql::text).ifPresent(it -> text.append(" ").append(it));
        return text.toString();
    }

    /** {@return whether {@code SERIAL} says all that there is to say of what counts a column} */
    public static boolean isSerial(Column column, String table) {
        return column.identity().map(Counter::of).filter(it -> it.kind() == Counter.Kind.SERIAL
                && it.options().isEmpty() && column.notNull().isPresent()
                && it.sequence().equals(Quoted.name(table + "_" + column.name().text() + "_seq"))
                && List.of("smallint", "integer", "bigint").contains(column.type().text())).isPresent();
    }

    private static String serial(Column column) {
        return switch (column.type().text()) {
            case "smallint" -> "smallserial";
            case "bigint" -> "bigserial";
            default -> "serial";
        };
    }
}
