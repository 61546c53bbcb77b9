package restrack.database.postgres;

import restrack.database.Dialect.Standing;
import restrack.sql.Statement;

/** What a script may say. */
final class PostgresScriptRules {
    private PostgresScriptRules() {
    }

    static Standing standing(Statement statement) {
        return Standing.TRANSACTIONAL;
    }
}
