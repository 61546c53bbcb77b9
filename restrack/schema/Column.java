package restrack.schema;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name         its name
 * @param type         its declared type; an empty text if it has none
 * @param notNull      what forbids NULL, {@code NOT NULL} and what goes with it; empty where NULL is allowed
 * @param defaultValue its default as it stands behind DEFAULT; empty if it has none, or NULL
 * @param collation    its collation, where it is not the database's own
 * @param generated    {@code AS (…) STORED} or {@code VIRTUAL} for one that is computed
 * @param identity     what makes the database count it up: {@code GENERATED … AS IDENTITY}, {@code AUTO_INCREMENT}
 * @param onUpdate     what it becomes when its row is changed: {@code ON UPDATE CURRENT_TIMESTAMP}
 * @param comment      what is said of it, as a string of SQL
 */
public record Column(Name name, Sql type, Optional<Sql> notNull, Optional<Sql> defaultValue, Optional<Sql> collation,
        Optional<Sql> generated, Optional<Sql> identity, Optional<Sql> onUpdate, Optional<Sql> comment) {
    /** A column with what every database knows. */
    public Column(Name name, Sql type, Optional<Sql> notNull, Optional<Sql> defaultValue, Optional<Sql> collation,
            Optional<Sql> generated) {
        this(name, type, notNull, defaultValue, collation, generated, Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
