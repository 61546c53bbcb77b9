package restrack.compile;

import java.sql.Connection;
import java.sql.SQLException;
import restrack.MigrateException;
import restrack.sql.Statement;

/**
 * Runs a statement in a savepoint: what becomes of it may be several statements, and a migration that catches the
 * error of the third goes on with nothing of the first two.
 */
final class AllOrNothing implements Altering {
    private final Connection connection;
    private final Altering altering;

    /**
     * @param connection the migration's view of the connection, which refuses once the transaction has ended
     * @param altering   what runs the statement
     */
    AllOrNothing(Connection connection, Altering altering) {
        this.connection = connection;
        this.altering = altering;
    }

    @Override
    public void run(Statement statement) throws SQLException {
        execute("SAVEPOINT migrate_alter");
        try {
            altering.run(statement);
        } catch (SQLException | RuntimeException | Error e) {
            undo(e);
            throw e;
        }
        execute("RELEASE SAVEPOINT migrate_alter");
    }

    @Override
    public void before(Statement statement) {
        altering.before(statement);
    }

    /** If the whole transaction ended with the error, there is nothing to undo. */
    private void undo(Throwable error) {
        try {
            execute("ROLLBACK TO migrate_alter");
            execute("RELEASE SAVEPOINT migrate_alter");
        } catch (SQLException | MigrateException e) {
            error.addSuppressed(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
