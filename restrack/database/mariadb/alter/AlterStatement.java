package restrack.database.mariadb.alter;

import java.util.List;
import java.util.Optional;
import restrack.sql.Statement;
import restrack.sql.TableName;

/**
 * An {@code ALTER TABLE}.
 *
 * @param head     what stands before the first action, as it was written
 * @param actions  what stands behind that, as it was written
 * @param table    the table
 * @param ifExists whether a table that is not there is no error
 * @param ignore   whether rows that are in the way are to be deleted, which {@code ALTER IGNORE} does
 * @param parts    its actions, in order; at least one
 */
record AlterStatement(String head, String actions, TableName table, boolean ifExists, boolean ignore,
        List<Part> parts) {
    /** {@return the statement read; nothing if it is another one, or has nothing in it but what MariaDB has} */
    static Optional<AlterStatement> of(Statement statement) {
        return statement.starts("ALTER") ? new AlterParser(statement).parse() : Optional.empty();
    }

    /** {@return whether MariaDB can be given it as it was written} */
    boolean isNative() {
        return parts.stream().allMatch(it -> it instanceof Part.Native || it instanceof Part.AddConstraint
                || it instanceof Part.Define);
    }
}
