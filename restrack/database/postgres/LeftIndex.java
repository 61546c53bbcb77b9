package restrack.database.postgres;

import java.sql.SQLException;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.sql.Statement;

/** The index that {@code CREATE INDEX CONCURRENTLY} leaves behind, invalid, when it fails. */
final class LeftIndex {
    private LeftIndex() {
    }

    /**
     * {@return the error, with the index that was left and what to do about it}
     *
     * @throws SQLException the error itself, where none was left
     */
    static MigrateException explained(SQLException error, Statement statement, PostgresDatabase database)
            throws SQLException {
        var left = new PostgresTraces(database.connection()).invalid(statement);
        if (left.isEmpty()) {
            throw error;
        }
        var explained = database.explain(error, "The index was left half done");
        return new MigrateException(
                explained.kind() == ErrorKind.DATABASE_ERROR ? ErrorKind.SCRIPT_FAILED : explained.kind(),
                explained.getMessage() + " It left " + left.get() + " behind, which is INVALID.",
                PostgresHealth.remedy(left.get()), error);
    }
}
