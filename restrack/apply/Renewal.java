package restrack.apply;

import restrack.MigrateException;
import restrack.database.Database;

/** A session for the next script after one that ran outside a transaction: a new one, unless it has left nothing. */
final class Renewal {
    private final Database database;
    private final boolean needed;

    Renewal(Database database, Step step) {
        this.database = database;
        this.needed = leavesSomething(step);
    }

    private boolean leavesSomething(Step step) {
        var dialect = database.dialect();
        return !(step instanceof Step.Sql sql) || dialect.rules().outlasts(sql.statements()).isPresent()
                || sql.statements().stream().anyMatch(it -> switch (dialect.rules().standing(it)) {
                    case TRACED, TRANSACTIONAL -> false;
                    default -> true;
                });
    }

    /** To be called once the script is done. */
    void after() {
        if (needed) {
            database.renewSession();
        }
    }

    /** {@return the error that a script ended with, once there is a session again, if there can be one} */
    MigrateException after(MigrateException error) {
        try {
            database.renewSession();
        } catch (MigrateException e) {
            error.addSuppressed(e);
        }
        return error;
    }
}
