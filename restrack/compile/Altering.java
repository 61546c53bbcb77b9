package restrack.compile;

import java.sql.SQLException;
import restrack.MigrateException;
import restrack.sql.Statement;

/** Runs the statements of a migration that change a table, as those of a SQL script are run. */
@FunctionalInterface
public interface Altering {
    /**
     * Runs a statement in the migration's transaction.
     *
     * @throws SQLException     what the database said; a part of the statement may be done then
     * @throws MigrateException where the toolkit refuses it
     */
    void run(Statement statement) throws SQLException;

    /** Is told of every other statement before it runs. */
    default void before(Statement statement) {
    }
}
