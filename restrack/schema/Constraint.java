package restrack.schema;

import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table, be it written on a column or on the table. NOT NULL is a property of a {@link Column}.
 *
 * @param kind       what it asks for
 * @param name       the name by which {@code DROP CONSTRAINT} knows it
 * @param implied    whether nobody gave it that name
 * @param definition what stands behind its name, on the table: {@code UNIQUE (email)}
 * @param columns    the columns that it is over; for a check those that it mentions
 * @param parent     for a foreign key the table that it refers to
 */
public record Constraint(Kind kind, Name name, boolean implied, Sql definition, List<Name> columns,
        Optional<Name> parent) {
    /** The list is copied. */
    public Constraint {
        columns = List.copyOf(columns);
    }

    /** What a constraint asks for. */
    public enum Kind {
        PRIMARY_KEY("primary key"), UNIQUE("unique constraint"), CHECK("check"), FOREIGN_KEY("foreign key"),
        EXCLUSION("exclusion constraint");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** {@return what a person calls it: {@code unique constraint}} */
        public String words() {
            return words;
        }
    }
}
