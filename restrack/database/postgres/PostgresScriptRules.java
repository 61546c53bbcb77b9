package restrack.database.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import restrack.database.ScriptRules;
import restrack.database.server.SessionUse;
import restrack.sql.RowAction;
import restrack.sql.Statement;
import restrack.sql.TokenKind;

/**
 * What a script may say, and how a script outside a transaction is cut into pieces that can be journalled.
 *
 * @param kind which server it is for
 */
record PostgresScriptRules(ServerKind kind) implements ScriptRules {
    private static final int MOST_TOGETHER = 16;
    private static final Refusal TWO_PHASES = new Refusal("a prepared transaction would be neither kept nor undone "
            + "when the script ends", "Leave the statement out: the toolkit commits.");
    private static final Refusal ROWS_OF_CLIENT = new Refusal("COPY from stdin or to stdout needs a program that "
            + "sends or takes the rows", "Write INSERT statements, or load the rows from a file with `migrate load`.");

    private static final Refusal NOT_FOR_DRIVER = new Refusal("the JDBC driver understands only texts in UTF-8 and "
            + "dates in ISO style, and ends the connection where the session has others", "Leave the statement out. "
            + "Scripts are UTF-8; dates in another style can be read with to_date(…), and SET datestyle = 'ISO, DMY' "
            + "says in which order day and month come.");
    private static final Refusal BACKSLASHES = new Refusal("strings are read as the SQL standard has them, where a "
            + "backslash is an ordinary character", "Leave the statement out, and write strings that have escapes as "
            + "E'…'.");
    private static final Set<String> OTHER_STYLES = Set.of("GERMAN", "SQL", "POSTGRES", "POSTGRESQL");

    @Override
    public Optional<Refusal> refusal(Statement statement, boolean transactional) {
        if (isTwoPhase(statement)) {
            return Optional.of(TWO_PHASES);
        }
        if (statement.starts("COPY") && (says(statement, "FROM", "STDIN") || says(statement, "TO", "STDOUT"))) {
            return Optional.of(ROWS_OF_CLIENT);
        }
        var setting = refusedSetting(statement);
        if (setting.isPresent()) {
            return setting;
        }
        return transactional ? inTransaction(statement) : outside(statement);
    }

    private static Optional<Refusal> inTransaction(Statement statement) {
        return Refusal.ofBoundary(statement).or(() -> PostgresOwnCommits.commits(statement)
                ? Optional.of(Refusal.inTransaction("PostgreSQL does not run this statement inside a transaction"))
                : Optional.empty());
    }

    private static Optional<Refusal> outside(Statement statement) {
        return Refusal.ofSavepoint(statement).or(() -> createsTemporary(statement)
                ? Optional.of(Refusal.ofTemporary()) : Optional.empty());
    }

    @Override
    public boolean isUndoneAsAWhole(List<Statement> statements) {
        return kind.transactionalDdl() || statements.stream().allMatch(it -> RowAction.of(it).isPresent());
    }

    @Override
    public boolean mayShareTransaction(List<Statement> statements) {
        return kind.transactionalDdl() && NewThings.only(statements);
    }

    /** {@inheritDoc} Each of them holds locks, of which a server has only so many for all. */
    @Override
    public int mostTogether() {
        return MOST_TOGETHER;
    }

    private static Optional<Refusal> refusedSetting(Statement statement) {
        var words = statement.significant().stream().map(it -> it.text().replace("'", "").toUpperCase(Locale.ROOT))
                .filter(it -> !it.equals("LOCAL") && !it.equals("SESSION")).toList();
        if (words.size() < 3 || !words.get(0).equals("SET")) {
            return Optional.empty();
        }
        var values = words.subList(2, words.size()).stream().flatMap(it -> Stream.of(it.split("[,\\s]+")))
                .filter(it -> !it.equals("TO") && !it.equals("=")).toList();
        return switch (words.get(1)) {
            case "DATESTYLE" -> Optional.of(NOT_FOR_DRIVER)
                    .filter(it -> values.stream().anyMatch(OTHER_STYLES::contains));
            case "CLIENT_ENCODING", "NAMES" -> Optional.of(NOT_FOR_DRIVER)
                    .filter(it -> values.stream().noneMatch(value -> value.matches("UTF-?8|UNICODE|DEFAULT")));
            case "STANDARD_CONFORMING_STRINGS" -> Optional.of(BACKSLASHES)
                    .filter(it -> values.stream().noneMatch(value -> value.matches("ON|TRUE|YES|1|DEFAULT")));
            default -> Optional.empty();
        };
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

    @Override
    public Standing standing(Statement statement) {
        var control = Standing.ofControl(statement);
        if (control.isPresent()) {
            return control.get();
        }
        if (statement.starts("SET") || statement.starts("RESET") || statement.starts("DISCARD")
                || statement.starts("LOAD")) {
            return Standing.SESSION;
        }
        return PostgresOwnCommits.standing(statement);
    }

    /** {@inheritDoc} A file of the server, or a program there. */
    @Override
    public boolean namesAnotherFile(Statement statement) {
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

    @Override
    public boolean mayDoAnything(Statement statement) {
        return mayCall(statement);
    }

    /** {@return whether it is about the session, or runs what it does not show} */
    static boolean mayCall(Statement statement) {
        return Stream.of("CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE", "INSERT", "UPDATE", "DELETE")
                .noneMatch(statement::starts);
    }

    @Override
    public boolean ignoresSession(List<Statement> statements) {
        return SessionUse.none(statements) && outlasts(statements).isEmpty();
    }

    @Override
    public Optional<String> outlasts(List<Statement> statements) {
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

    private boolean changesSession(Statement statement) {
        boolean local = statement.starts("SET", "LOCAL") || statement.starts("SET", "CONSTRAINTS");
        return !local && (standing(statement) == Standing.SESSION || statement.starts("PREPARE")
                || statement.starts("LISTEN"));
    }
}
