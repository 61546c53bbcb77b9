package restrack.database.sqlite.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Index;
import restrack.schema.Name;
import restrack.schema.Sql;

/**
 * The constraints and indexes of a table by what they do: names do not count, what is there twice is there once, and a
 * unique index over columns is a UNIQUE constraint.
 */
final class Equivalent {
    private final ParsedTable table;
    private final List<Constraint> constraints;
    private final List<IndexReading> indexes;
    private final Programs programs;

    Equivalent(ParsedTable table, List<Constraint> constraints, List<IndexReading> indexes, Programs programs) {
        this.table = table;
        this.programs = programs;
        this.constraints = constraints;
        this.indexes = indexes;
    }

    List<Constraint> constraints() {
        var all = new ArrayList<>(constraints);
        indexes.stream().filter(IndexReading::isConstraint).forEach(it -> all.add(unique(it)));
        var different = new LinkedHashMap<String, Constraint>();
        for (var constraint : all) {
            if (constraint.kind() != Kind.UNIQUE || !isPrimaryKey(constraint)) {
                different.putIfAbsent(constraint.definition().normal(), withoutName(constraint));
            }
        }
        return List.copyOf(different.values());
    }

    /** An index is known by its name; here that is what it does. */
    List<Index> indexes() {
        var different = new LinkedHashMap<Name, Index>();
        for (var reading : indexes) {
            if (!reading.isConstraint()) {
                var index = reading.index();
                var outline = outline(reading);
                var name = new Name(index.name().text(), outline);
                different.putIfAbsent(name, new Index(name, new Sql(index.definition().text(), outline), index.plain(),
                        index.text()));
            }
        }
        return List.copyOf(different.values());
    }

    private String outline(IndexReading reading) {
        var parts = reading.parts().stream().map(it -> it.column().isPresent() ? it : new KeyPart(it.column(),
                outline(it.expression()), it.collation(), it.descending())).toList();
        return (reading.unique() ? "UNIQUE (" : "(") + KeyPart.list(parts).normal() + ")"
                + reading.where().map(it -> " WHERE " + outline(it).normal()).orElse("");
    }

    private Sql outline(Sql expression) {
        return new Sql(expression.text(),
                programs.outline(table, expression.text()).orElse(expression.normal()));
    }

    /** Whether the primary key asks for that already. */
    private boolean isPrimaryKey(Constraint unique) {
        return constraints.stream().filter(it -> it.kind() == Kind.PRIMARY_KEY).anyMatch(it -> it.definition().normal()
                .equals(unique.definition().normal().replaceFirst("^UNIQUE", "PRIMARY KEY")));
    }

    private static Constraint unique(IndexReading index) {
        var parts = KeyPart.list(index.parts());
        return new Constraint(Kind.UNIQUE, index.index().name(), true,
                new Sql("UNIQUE (" + parts.text() + ")", "UNIQUE (" + parts.normal() + ")"), index.columns(),
                Optional.empty());
    }

    private static Constraint withoutName(Constraint constraint) {
        return new Constraint(constraint.kind(), constraint.name(), true, constraint.definition(),
                constraint.columns(), constraint.parent());
    }
}
