package restrack.database.mariadb.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.database.mariadb.read.MariaNames;
import restrack.schema.Constraint;
import restrack.schema.Name;

/**
 * What must not be there twice.
 *
 * @param columns its columns
 * @param terms   what of each has to be unique: a column, the beginning of one, one in another collation
 */
record Uniqueness(List<Name> columns, List<String> terms) {
    private static final Pattern PREFIX = Pattern.compile("` \\( (\\d+) \\)");

    static Uniqueness of(Constraint constraint) {
        return of(constraint, Optional.empty(), "");
    }

    /** {@return the same, once a column has another collation} */
    static Uniqueness of(Constraint constraint, Optional<Name> column, String collation) {
        var normal = constraint.definition().normal();
        var parts = normal.substring(normal.indexOf('(') + 1).split(" , ");
        var terms = new ArrayList<String>();
        for (int i = 0; i < constraint.columns().size(); i++) {
            var name = constraint.columns().get(i);
            var prefix = PREFIX.matcher(i < parts.length ? parts[i] : "");
            var quoted = MariaNames.quoted(name);
            var text = column.filter(name::equals).isEmpty() ? quoted : "CONVERT(" + quoted + " USING "
                    + ColumnText.characterSet(collation) + ") COLLATE " + collation;
            terms.add(prefix.find() ? "LEFT(" + text + ", " + prefix.group(1) + ")" : text);
        }
        return new Uniqueness(constraint.columns(), List.copyOf(terms));
    }

    String text() {
        return String.join(", ", terms);
    }

    /** {@return which rows are asked: NULL is never the same} */
    String condition() {
        return columns.stream().map(it -> MariaNames.quoted(it) + " IS NOT NULL").collect(Collectors.joining(" AND "));
    }
}
