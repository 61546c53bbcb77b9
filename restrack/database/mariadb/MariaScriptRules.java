package restrack.database.mariadb;

import java.util.List;
import restrack.database.Dialect.Standing;
import restrack.sql.Statement;
import restrack.sql.TransactionControl;

/** What a script may say. */
final class MariaScriptRules {
    private MariaScriptRules() {
    }

    static List<Statement> split(Statement statement) {
        return List.of(statement);
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
        if (statement.starts("SET")) {
            return Standing.SESSION;
        }
        if (statement.starts("TRUNCATE") || statement.starts("CALL")) {
            return Standing.UNTRACED;
        }
        return statement.starts("CREATE") || statement.starts("ALTER") || statement.starts("DROP")
                || statement.starts("RENAME") ? Standing.TRACED : Standing.TRANSACTIONAL;
    }
}
