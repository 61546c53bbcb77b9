package restrack.database.sqlite;

import java.util.List;
import java.util.Optional;
import restrack.database.Dialect.Refusal;
import restrack.database.Dialect.Standing;
import restrack.sql.Pragma;
import restrack.sql.Statement;
import restrack.sql.TransactionControl;

/** What a script may say, and how a script outside a transaction is cut into pieces that can be journalled. */
final class SqliteScriptRules {
    private static final String OUTSIDE =
            "Put `transaction:false` behind the marker (`-- migrate:up transaction:false`)";

    private SqliteScriptRules() {
    }

    static Optional<Refusal> refusalInTransaction(Statement statement) {
        if (isBoundary(statement)) {
            return Optional.of(new Refusal("a script runs in a transaction together with its record, so it cannot "
                    + "begin or end one itself",
                    "Leave the statement out; or, if the script has to steer its transactions: " + OUTSIDE + "."));
        }
        var pragma = SqliteStatements.needsNoTransaction(statement);
        if (pragma.isPresent()) {
            var everywhere = pragma.get().is("foreign_keys")
                    ? " Or turn foreign keys off for all scripts: `foreign-keys = false` in migrate.properties." : "";
            return Optional.of(new Refusal("inside a transaction `PRAGMA " + pragma.get().name() + "` has no effect",
                    OUTSIDE + "." + everywhere));
        }
        if (SqliteStatements.failsInTransaction(statement)) {
            return Optional.of(new Refusal("SQLite does not run this statement inside a transaction", OUTSIDE + "."));
        }
        return Optional.empty();
    }

    static Optional<Refusal> refusalOutside(Statement statement) {
        if (TransactionControl.of(statement).filter(it -> !it.isBoundary()).isPresent()) {
            return Optional.of(new Refusal("a savepoint outside a transaction could not be resumed",
                    "Use BEGIN and COMMIT in a script with `transaction:false`."));
        }
        if (statement.starts("CREATE", "TEMP") || statement.starts("CREATE", "TEMPORARY")) {
            return Optional.of(new Refusal("a temporary object is gone when the script is resumed",
                    "Use an ordinary table and drop it at the end of the script."));
        }
        return Optional.empty();
    }

    private static boolean isBoundary(Statement statement) {
        return TransactionControl.of(statement).filter(TransactionControl::isBoundary).isPresent();
    }

    static boolean mayShareTransaction(List<Statement> statements) {
        return SqliteStatements.standsAlone(statements).isEmpty();
    }

    static Standing standing(Statement statement) {
        var control = TransactionControl.of(statement);
        if (control.isPresent()) {
            return switch (control.get()) {
                case BEGIN -> Standing.BEGINS;
                case COMMIT -> Standing.COMMITS;
                case ROLLBACK -> Standing.ROLLS_BACK;
                case SAVEPOINT, RELEASE, ROLLBACK_TO -> Standing.TRANSACTIONAL;
            };
        }
        if (Pragma.of(statement).isPresent() || statement.starts("ATTACH") || statement.starts("DETACH")) {
            return Standing.SESSION;
        }
        return statement.starts("VACUUM") ? Standing.REPEATABLE : Standing.TRANSACTIONAL;
    }
}
