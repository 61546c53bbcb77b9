package restrack.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table with its columns, constraints and indexes.
 *
 * @param name        its name
 * @param columns     its columns, in order
 * @param constraints its constraints, in the order of the text
 * @param indexes     its indexes
 * @param options     what else is said of it, in the words of the database: {@code STRICT}, {@code WITHOUT ROWID},
 *                    {@code AUTOINCREMENT}
 * @param text        the statement that makes it
 */
public record Table(Name name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
        Set<String> options, String text) {
    /** The collections are copied. */
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        options = Set.copyOf(options);
    }

    /** {@return the column of that name; none if there is none} */
    public Optional<Column> column(Name column) {
        return columns.stream().filter(it -> it.name().equals(column)).findFirst();
    }

    /** {@return its constraints of one kind} */
    public List<Constraint> constraints(Constraint.Kind kind) {
        return constraints.stream().filter(it -> it.kind() == kind).toList();
    }
}
