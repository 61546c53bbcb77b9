package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.schema.Column;
import restrack.schema.Sql;

/** What is said of a column, taken apart. */
final class ColumnText {
    private ColumnText() {
    }

    /** {@return the definition of a column} */
    static String of(Column column) {
        var words = new ArrayList<String>();
        words.add(Names.of(column.name()));
        words.add(column.type().text());
        column.collation().ifPresent(it -> words.add("COLLATE " + collation(it)));
        column.notNull().ifPresent(it -> words.add(it.text()));
        column.defaultValue().ifPresent(it -> words.add("DEFAULT " + it.text()));
        column.generated().ifPresent(it -> words.add(it.text()));
        return String.join(" ", words.stream().filter(it -> !it.isEmpty()).toList());
    }

    /** {@return the name of a collation as it can stand behind COLLATE} */
    static String collation(Sql collation) {
        return collation.text().replaceFirst("(?i)^COLLATE\\s+", "");
    }

    /** {@return what ON CONFLICT says of NOT NULL} */
    static Constraint.NotNull notNull(Sql text) {
        return find(text, Constraint.NotNull.class);
    }

    /** {@return whether what a column computes is stored} */
    static boolean isStored(Sql generated) {
        return find(generated, Constraint.Generated.class).stored();
    }

    /** {@return the expression that a column computes} */
    static String expression(Sql generated) {
        return find(generated, Constraint.Generated.class).expression().in(parsed(generated).text());
    }

    private static <T extends Constraint> T find(Sql text, Class<T> kind) {
        return parsed(text).columns().get(0).constraints(kind).findFirst().orElseThrow();
    }

    private static CreateTable parsed(Sql text) {
        return CreateTable.parse("CREATE TABLE t (c " + text.text() + "\n)");
    }

    /** {@return columns in an order in which each that is computed stands behind those that it is made of} */
    static List<Column> byDependency(List<Column> columns) {
        var left = new ArrayList<>(columns.stream().filter(it -> it.generated().isPresent()).toList());
        var sorted = new ArrayList<>(columns.stream().filter(it -> it.generated().isEmpty()).toList());
        while (!left.isEmpty()) {
            Optional<Column> next = left.stream().filter(it -> left.stream()
                    .noneMatch(other -> other != it && Mentioned.in(it.generated().orElseThrow().text(),
                            other.name().text()))).findFirst();
            sorted.add(next.orElse(left.get(0)));
            left.remove(next.orElse(left.get(0)));
        }
        return sorted;
    }
}
