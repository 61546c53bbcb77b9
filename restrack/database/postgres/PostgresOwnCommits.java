package restrack.database.postgres;

import restrack.database.ScriptRules.Standing;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * Statements that PostgreSQL refuses in a transaction block, because they commit by themselves. Each page of the
 * PostgreSQL documentation's "SQL Commands" says it of its own.
 */
final class PostgresOwnCommits {
    private static final String[][] BY_FIRST_WORDS = {
        {"VACUUM"}, {"CREATE", "DATABASE"}, {"DROP", "DATABASE"}, {"CREATE", "TABLESPACE"}, {"DROP", "TABLESPACE"},
        {"ALTER", "SYSTEM"}, {"CREATE", "SUBSCRIPTION"}, {"DROP", "SUBSCRIPTION"}, {"REINDEX", "DATABASE"},
        {"REINDEX", "SYSTEM"}, {"REINDEX", "SCHEMA"}, {"DISCARD", "ALL"},
    };

    private PostgresOwnCommits() {
    }

    /** {@return whether PostgreSQL refuses it in a transaction} */
    static boolean commits(Statement statement) {
        for (var words : BY_FIRST_WORDS) {
            if (statement.starts(words)) {
                return true;
            }
        }
        return isConcurrentIndex(statement) || isConcurrentDetach(statement)
                || statement.starts("REINDEX") && concurrently(statement)
                || statement.starts("CLUSTER") && statement.significant().size() == 1
                || statement.starts("ALTER", "DATABASE") && PostgresScriptRules.says(statement, "SET", "TABLESPACE")
                || statement.starts("ALTER", "SUBSCRIPTION") && PostgresScriptRules.says(statement, "REFRESH");
    }

    /** {@return whether it makes or drops an index beside those who write: what it leaves can be seen} */
    static boolean isConcurrentIndex(Statement statement) {
        return (statement.starts("CREATE", "INDEX") || statement.starts("CREATE", "UNIQUE", "INDEX")
                || statement.starts("DROP", "INDEX")) && concurrently(statement);
    }

    private static boolean isConcurrentDetach(Statement statement) {
        return statement.starts("ALTER", "TABLE") && PostgresScriptRules.says(statement, "DETACH", "PARTITION")
                && concurrently(statement);
    }

    private static boolean concurrently(Statement statement) {
        return statement.significant().stream().anyMatch(it -> it.is("CONCURRENTLY"));
    }

    /** {@return how it is treated in a script without a transaction} */
    static Standing standing(Statement statement) {
        if (isConcurrentIndex(statement)) {
            return Standing.TRACED;
        }
        if (statement.starts("VACUUM") || statement.starts("ANALYZE") || statement.starts("ANALYSE")
                || statement.starts("REINDEX") || statement.starts("CLUSTER") || statement.starts("ALTER", "SYSTEM")) {
            return Standing.REPEATABLE;
        }
        return commits(statement) || mayCommitInside(statement) ? Standing.UNTRACED : Standing.TRANSACTIONAL;
    }

    /** A procedure may commit; a DO block shows whether it does. */
    private static boolean mayCommitInside(Statement statement) {
        return statement.starts("CALL") || statement.starts("DO") && statement.significant().stream()
                .filter(it -> it.kind() == TokenKind.STRING)
                .flatMap(it -> Tokens.of(it.name(), PostgresSyntax.SYNTAX).stream())
                .anyMatch(PostgresOwnCommits::endsTransaction);
    }

    private static boolean endsTransaction(Token token) {
        return token.is("COMMIT") || token.is("ROLLBACK");
    }
}
