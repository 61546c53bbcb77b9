package restrack.compile;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Dialect;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.TransactionControl;

/**
 * What a migration may not do on its connection, in sentences.
 *
 * @param dialect how the database speaks
 * @param alive   whether the migration's transaction still stands
 */
record Guard(Dialect dialect, BooleanSupplier alive) {
    /** The error for a call that would end or change the transaction. */
    static MigrateException refused(String what, String instead) {
        return new MigrateException(ErrorKind.FORBIDDEN_STATEMENT,
                "A migration cannot %s: it runs inside one transaction together with its record.".formatted(what),
                instead);
    }

    /** The error for {@code commit} and {@code rollback}. */
    static MigrateException noCommit() {
        return refused("commit by itself", "Leave it out: the toolkit commits when the migration returns. "
                + "Parts that may fail go into op.handle().inTransaction(…).");
    }

    static MigrateException noRollback() {
        return refused("roll back by itself", "Throw an exception to roll back everything. "
                + "Parts that may fail go into op.handle().inTransaction(…).");
    }

    /** Passes while the transaction stands. Once it has ended, a statement would write outside any transaction. */
    void checkAlive() {
        if (!alive.getAsBoolean()) {
            throw new MigrateException(ErrorKind.SCRIPT_FAILED,
                    "The transaction of this migration has already ended, so nothing more is executed.",
                    "A statement before this one ended it: OR ROLLBACK, RAISE(ROLLBACK, …), COMMIT, or a full disk.");
        }
    }

    /**
     * Passes a text that may run.
     *
     * @param sql     what is to be executed
     * @param several whether the call runs all statements of a text; the others silently run only the first
     */
    void checkText(String sql, boolean several) {
        var statements = Statements.of(sql, dialect.syntax());
        statements.forEach(this::checkStatement);
        if (statements.isEmpty()) {
            throw new MigrateException(ErrorKind.SCRIPT_FAILED,
                    "There is no statement in the text that was to be executed: \"%s\".".formatted(shorten(sql)), "");
        }
        if (!several && statements.size() > 1) {
            throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT,
                    "Several statements were given where only the first would run: %s".formatted(shorten(sql)),
                    "Execute them one by one, or with op.handle().createScript(…).");
        }
    }

    private void checkStatement(Statement statement) {
        var control = TransactionControl.of(statement);
        if (control.isEmpty()) {
            dialect.rules().refusal(statement, true).ifPresent(it -> {
                throw new MigrateException(ErrorKind.FORBIDDEN_STATEMENT,
                        "A migration cannot run %s: %s.".formatted(shorten(statement.text()), it.reason()),
                        "Give it a SQL script of its own with `transaction:false`.");
            });
            return;
        }
        switch (control.get()) {
            case COMMIT -> throw noCommit();
            case ROLLBACK -> throw noRollback();
            case BEGIN -> throw refused("begin a transaction with SQL", "Use op.handle().inTransaction(…).");
            case SAVEPOINT, RELEASE, ROLLBACK_TO -> {
            }
        }
    }

    /** The error for a statement of {@code op} that the database refused. */
    static MigrateException failed(String sql, SQLException e) {
        return new MigrateException(ErrorKind.SCRIPT_FAILED,
                "%s, in: %s".formatted(e.getMessage(), shorten(sql)), "", e);
    }

    /** {@return a statement on one line, cut where it gets long} */
    static String shorten(String sql) {
        var line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }
}
