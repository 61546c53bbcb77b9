package restrack.database.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import restrack.database.Dialect.Refusal;
import restrack.database.Dialect.Standing;
import restrack.sql.Statement;
import restrack.sql.TokenKind;
import restrack.sql.TransactionControl;

/** What a script may say, and how a script outside a transaction is cut into pieces that can be journalled. */
final class PostgresScriptRules {
    private static final String OUTSIDE =
            "Put `transaction:false` behind the marker (`-- migrate:up transaction:false`)";
    private static final Refusal TWO_PHASES = new Refusal("a prepared transaction would be neither kept nor undone "
            + "when the script ends", "Leave the statement out: the toolkit commits.");
    private static final Refusal ROWS_OF_CLIENT = new Refusal("COPY from stdin or to stdout needs a program that "
            + "sends or takes the rows", "Write INSERT statements, or load the rows from a file with `migrate load`.");

    private PostgresScriptRules() {
    }

    static Optional<Refusal> refusal(Statement statement, boolean transactional) {
        if (isTwoPhase(statement)) {
            return Optional.of(TWO_PHASES);
        }
        if (statement.starts("COPY") && (says(statement, "FROM", "STDIN") || says(statement, "TO", "STDOUT"))) {
            return Optional.of(ROWS_OF_CLIENT);
        }
        return transactional ? inTransaction(statement) : outside(statement);
    }

    private static Optional<Refusal> inTransaction(Statement statement) {
        if (TransactionControl.of(statement).filter(TransactionControl::isBoundary).isPresent()) {
            return Optional.of(new Refusal("a script runs in a transaction together with its record, so it cannot "
                    + "begin or end one itself",
                    "Leave the statement out; or, if the script has to steer its transactions: " + OUTSIDE + "."));
        }
        return PostgresOwnCommits.commits(statement)
                ? Optional.of(new Refusal("PostgreSQL does not run this statement inside a transaction", OUTSIDE + "."))
                : Optional.empty();
    }

    private static Optional<Refusal> outside(Statement statement) {
        if (TransactionControl.of(statement).filter(it -> !it.isBoundary()).isPresent()) {
            return Optional.of(new Refusal("a savepoint outside a transaction could not be resumed",
                    "Use BEGIN and COMMIT in a script with `transaction:false`."));
        }
        return createsTemporary(statement)
                ? Optional.of(new Refusal("a temporary object is gone when the script is resumed",
                        "Use an ordinary table and drop it at the end of the script."))
                : Optional.empty();
    }

    private static boolean isTwoPhase(Statement statement) {
        return statement.starts("PREPARE", "TRANSACTION") || statement.starts("COMMIT", "PREPARED")
                || statement.starts("ROLLBACK", "PREPARED");
    }

    private static boolean createsTemporary(Statement statement) {
        var words = statement.significant();
        for (int i = 1; statement.starts("CREATE") && i < Math.min(5, words.size()); i++) {
            if (words.get(i).is("TEMP") || words.get(i).is("TEMPORARY")) {
                return true;
            }
        }
        return says(statement, "INTO", "TEMP") || says(statement, "INTO", "TEMPORARY");
    }

    /** {@return whether it has these keywords behind one another} */
    static boolean says(Statement statement, String... words) {
        var tokens = statement.significant();
        for (int i = 0; i + words.length <= tokens.size(); i++) {
            int same = 0;
            while (same < words.length && tokens.get(i + same).is(words[same])) {
                same++;
            }
            if (same == words.length) {
                return true;
            }
        }
        return false;
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
        if (statement.starts("SET") || statement.starts("RESET") || statement.starts("DISCARD")
                || statement.starts("LOAD")) {
            return Standing.SESSION;
        }
        return PostgresOwnCommits.standing(statement);
    }

    /** {@return whether it reads or writes a file of the server, or runs a program there} */
    static boolean namesAnotherFile(Statement statement) {
        if (!statement.starts("COPY")) {
            return false;
        }
        var tokens = statement.significant();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            var next = tokens.get(i + 1);
            if ((tokens.get(i).is("FROM") || tokens.get(i).is("TO"))
                    && (next.kind() == TokenKind.STRING || next.is("PROGRAM"))) {
                return true;
            }
        }
        return false;
    }

    /** {@return what of the statements outlasts them in the session, or looks back at what ran before} */
    static Optional<String> outlasts(List<Statement> statements) {
        for (var statement : statements) {
            if (createsTemporary(statement)) {
                return Optional.of("TEMP");
            }
            if (changesSession(statement)) {
                return Optional.of(statement.significant().get(0).text().toUpperCase(Locale.ROOT));
            }
            for (var token : statement.significant()) {
                if (token.is("LASTVAL") || token.is("CURRVAL") || token.is("SET_CONFIG")) {
                    return Optional.of(token.text().toLowerCase(Locale.ROOT) + "()");
                }
            }
        }
        return Optional.empty();
    }

    private static boolean changesSession(Statement statement) {
        boolean local = statement.starts("SET", "LOCAL") || statement.starts("SET", "CONSTRAINTS");
        return !local && (standing(statement) == Standing.SESSION || statement.starts("PREPARE")
                || statement.starts("LISTEN"));
    }
}
