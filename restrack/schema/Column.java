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
 */
public record Column(Name name, Sql type, Optional<Sql> notNull, Optional<Sql> defaultValue, Optional<Sql> collation,
        Optional<Sql> generated) {
}
