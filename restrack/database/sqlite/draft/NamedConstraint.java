package restrack.database.sqlite.draft;

import java.util.Optional;
import restrack.database.sqlite.grammar.Column;
import restrack.database.sqlite.grammar.Constraint;

/**
 * A constraint, and the name that it goes by.
 *
 * @param name       its name
 * @param implied    whether it has no name of its own
 * @param constraint the constraint
 * @param column     the column that it stands on; empty if it is one of the table
 */
public record NamedConstraint(String name, boolean implied, Constraint constraint, Optional<Column> column) {
    /** {@return what it is: {@code CHECK}} */
    public String kind() {
        return constraint instanceof Constraint.PrimaryKey ? "PRIMARY KEY"
                : constraint instanceof Constraint.Unique ? "UNIQUE"
                : constraint instanceof Constraint.Check ? "CHECK"
                : constraint instanceof Constraint.ForeignKey ? "FOREIGN KEY"
                : constraint instanceof Constraint.NotNull ? "NOT NULL"
                : constraint instanceof Constraint.Default ? "DEFAULT"
                : constraint instanceof Constraint.Generated ? "GENERATED"
                : constraint instanceof Constraint.Collate ? "COLLATE" : "NAME";
    }
}
