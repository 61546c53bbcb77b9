package restrack.apply;

import restrack.MigrateException;
import restrack.sql.Excerpt;
import restrack.sql.Statement;

/**
 * Where a statement stands.
 *
 * @param file      the script, as messages name it
 * @param statement the statement
 */
public record Place(String file, Statement statement) {
    /** {@return an error with the place before it and the statement below it} */
    MigrateException put(MigrateException error) {
        return new MigrateException(error.kind(), this + ": " + error.getMessage() + "\n    " + excerpt(),
                error.hint(), error);
    }

    /** {@return the statement on one line, cut where it gets long} */
    public String excerpt() {
        return Excerpt.of(statement);
    }

    /** {@return file and line} */
    @Override
    public String toString() {
        return file + ":" + statement.line();
    }
}
