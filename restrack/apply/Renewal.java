package restrack.apply;

import restrack.MigrateException;
import restrack.database.Database;

/**
 * Sees to it that no script meets what another one has left in the session: one that has to do with its session gets a
 * new one, and so does what comes behind it. Those between which nothing can pass share one.
 */
final class Renewal {
    private final Database database;
    /** Whether something has run in the session, though nothing that is known to leave anything. */
    private boolean used;

    Renewal(Database database) {
        this.database = database;
    }

    /** To be called before a script is begun; no transaction is open. */
    void before(Step step) {
        if (used && !ignoresSession(step)) {
            renew();
        }
    }

    /** To be called once a script is done that stood alone in its transaction. */
    void after(Step step) {
        if (ignoresSession(step)) {
            used = true;
        } else {
            renew();
        }
    }

    /** To be called once a script is done that ran outside a transaction. */
    void afterOutside(Step step) {
        if (leavesSomething(step)) {
            renew();
        } else {
            used |= ignoresSession(step);
        }
    }

    /** {@return the error that a script ended with, once there is a session again, if there can be one} */
    MigrateException after(MigrateException error) {
        try {
            renew();
        } catch (MigrateException e) {
            error.addSuppressed(e);
        }
        return error;
    }

    private void renew() {
        used = false;
        database.renewSession();
    }

    private boolean ignoresSession(Step step) {
        return step instanceof Step.Sql sql && database.dialect().rules().ignoresSession(sql.statements());
    }

    private boolean leavesSomething(Step step) {
        var dialect = database.dialect();
        return !(step instanceof Step.Sql sql) || dialect.rules().outlasts(sql.statements()).isPresent()
                || sql.statements().stream().anyMatch(it -> switch (dialect.rules().standing(it)) {
                    case TRACED, TRANSACTIONAL -> false;
                    default -> true;
                });
    }
}
