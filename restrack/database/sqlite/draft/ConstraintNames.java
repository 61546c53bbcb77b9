package restrack.database.sqlite.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.IndexedColumn;
import restrack.database.sqlite.grammar.Mention;
import restrack.database.sqlite.grammar.Mentions;
import restrack.database.sqlite.grammar.Name;

/**
 * The names by which the constraints of a table are known. One without a name has that which PostgreSQL would give it:
 * {@code user_age_check}, {@code user_email_key}, {@code user_pkey}, {@code user_role_id_fkey},
 * {@code user_email_not_null}; a number is put behind one that is taken.
 */
public final class ConstraintNames {
    private final CreateTable table;
    private final TreeSet<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private ConstraintNames(CreateTable table) {
        this.table = table;
        table.allConstraints().forEach(it -> it.name().ifPresent(name -> taken.add(name.value())));
    }

    /** {@return the constraints of a table that have a name or can be given one, in the order of the text} */
    public static List<NamedConstraint> of(CreateTable table) {
        var names = new ConstraintNames(table);
        var found = new ArrayList<NamedConstraint>();
        for (var column : table.columns()) {
            column.constraints().forEach(it -> names.name(it, Optional.of(column)).ifPresent(found::add));
        }
        table.constraints().forEach(it -> names.name(it, Optional.empty()).ifPresent(found::add));
        return found;
    }

    /** {@return the constraint of that name; none if there is none} */
    static Optional<NamedConstraint> find(CreateTable table, String name) {
        return of(table).stream().filter(it -> Name.same(it.name(), name)).findFirst();
    }

    private Optional<NamedConstraint> name(Constraint constraint, Optional<Column> column) {
        if (constraint.name().isPresent()) {
            return Optional.of(new NamedConstraint(constraint.name().get().value(), false, constraint, column));
        }
        return implied(constraint, column).map(it -> new NamedConstraint(free(it), true, constraint, column));
    }

    private Optional<String> implied(Constraint constraint, Optional<Column> column) {
        var own = column.map(it -> List.of(it.name().value()));
        if (constraint instanceof Constraint.PrimaryKey) {
            return Optional.of(name(List.of(), "pkey"));
        }
        if (constraint instanceof Constraint.Unique unique) {
            return Optional.of(name(own.orElseGet(() -> unique.columns().stream().map(IndexedColumn::column)
                    .flatMap(Optional::stream).map(Name::value).toList()), "key"));
        }
        if (constraint instanceof Constraint.ForeignKey key) {
            return Optional.of(name(own.orElseGet(() -> key.columns().stream().map(Name::value).toList()), "fkey"));
        }
        if (constraint instanceof Constraint.NotNull) {
            return Optional.of(name(own.orElse(List.of()), "not_null"));
        }
        if (constraint instanceof Constraint.Check check) {
            var columns = columns(check);
            return Optional.of(name(columns.size() == 1 ? columns : List.of(), "check"));
        }
        return Optional.empty();
    }

    /** The columns of the table that a condition mentions. */
    private List<String> columns(Constraint.Check check) {
        return Mentions.of(table.text(), check.expression()).stream().map(Mention::name)
                .flatMap(it -> table.column(it.value()).stream()).map(it -> it.name().value()).distinct().toList();
    }

    private String name(List<String> columns, String suffix) {
        var name = new StringBuilder(table.name().value());
        columns.forEach(it -> name.append('_').append(it));
        return name.append('_').append(suffix).toString();
    }

    private String free(String wanted) {
        var name = wanted;
        for (int i = 1; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
