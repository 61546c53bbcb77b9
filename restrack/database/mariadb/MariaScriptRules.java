package restrack.database.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import restrack.database.ScriptRules;
import restrack.database.server.SessionUse;
import restrack.sql.Statement;
import restrack.sql.Statements;
import restrack.sql.Token;
import restrack.sql.TransactionControl;

/** What a script may say, and how it is cut into pieces that can be journalled. */
public final class MariaScriptRules implements ScriptRules {
    /** Functions whose answer depends on the statement before. */
    /** What does nothing to tables that it does not name, but through triggers and functions. */
    private static final List<String> KNOWN_TO_NAME_ALL = List.of("CREATE", "ALTER", "DROP", "RENAME", "GRANT",
            "REVOKE", "INSERT", "UPDATE", "DELETE", "REPLACE");
    private static final Set<String> LOOKS_BACK = Set.of("last_insert_id", "row_count", "found_rows");

    @Override
    public Optional<Refusal> refusal(Statement statement, boolean transactional) {
        var anywhere = refusedAnywhere(statement);
        return anywhere.isPresent() ? anywhere : transactional ? Refusal.ofBoundary(statement)
                : Refusal.ofSavepoint(statement).or(() -> MariaStanding.isOfTemporaryTable(statement)
                        ? Optional.of(Refusal.ofTemporary()) : Optional.empty());
    }

    private static Optional<Refusal> refusedAnywhere(Statement statement) {
        if (statement.starts("USE")) {
            return refused("the records of what ran are in the database of the URL",
                    "Write the other database before the name (`other.table`), or run a project of its own there.");
        }
        if (statement.starts("LOCK", "TABLE") || statement.starts("LOCK", "TABLES")
                || statement.starts("UNLOCK", "TABLE") || statement.starts("UNLOCK", "TABLES")) {
            return refused("locked tables would keep the toolkit from its own records",
                    "Leave it out: one runner works at a time, and each statement locks what it needs.");
        }
        if (statement.starts("XA")) {
            return refused("a transaction of several databases cannot be recorded with the script",
                    "Leave the statement out.");
        }
        if (statement.starts("SET") && statement.significant().stream()
                .anyMatch(it -> it.is("autocommit") || it.text().equalsIgnoreCase("@@autocommit"))) {
            return refused("with autocommit off, nothing would tell the script's transactions from the toolkit's",
                    "Leave it out; or, to steer transactions, use BEGIN and COMMIT and " + Refusal.OUTSIDE);
        }
        if (TransactionControl.of(statement).filter(TransactionControl::ends).isPresent()
                && statement.significant().stream().anyMatch(it -> it.is("CHAIN") || it.is("RELEASE"))
                && !namesNo(statement)) {
            return refused("behind it a transaction would be open of which the toolkit knows nothing, or no connection",
                    "Say COMMIT or ROLLBACK alone.");
        }
        if (statement.starts("SHUTDOWN")) {
            return refused("nothing could be recorded behind it", "Leave the statement out.");
        }
        return SharedSession.refusal(statement);
    }

    /** COMMIT AND NO CHAIN NO RELEASE is what COMMIT is. */
    private static boolean namesNo(Statement statement) {
        return statement.significant().stream().filter(it -> it.is("NO")).count() == statement.significant().stream()
                .filter(it -> it.is("CHAIN") || it.is("RELEASE")).count();
    }

    private static Optional<Refusal> refused(String reason, String hint) {
        return Optional.of(new Refusal(reason, hint));
    }

    /**
     * {@return whether a rollback undoes all of these statements, as far as their words tell} It does not undo what is
     * said for the session, for which the session is renewed, nor rows of tables whose engine has no transactions: see
     * {@link Engines}.
     */
    @Override
    public boolean isUndoneAsAWhole(List<Statement> statements) {
        return statements.stream().allMatch(it -> MariaStanding.isOfTemporaryTable(it)
                || Set.of(Standing.TRANSACTIONAL, Standing.SESSION).contains(MariaStanding.of(it)));
    }

    /**
     * {@return a statement that drops several things as statements that do so with one each} Half of it can be done
     * when a server stops in the middle, and then it could not be told what is. Any other statement is given back, also
     * a RENAME, in which things may change places.
     */
    @Override
    public List<Statement> split(Statement statement) {
        var tokens = statement.significant();
        int first = firstThing(statement);
        if (first < 0 || MariaStanding.isOfTemporaryTable(statement)) {
            return List.of(statement);
        }
        var things = new ArrayList<String>();
        int start = first;
        for (int i = first; i <= tokens.size(); i++) {
            boolean end = i == tokens.size() || tokens.get(i).is("CASCADE") || tokens.get(i).is("RESTRICT");
            if ((end || tokens.get(i).isSymbol(',')) && start < i) {
                things.add(statement.text().substring(tokens.get(start).offset() - statement.offset(),
                        tokens.get(i - 1).end() - statement.offset()));
                start = i + 1;
            }
            if (end) {
                break;
            }
        }
        var head = statement.text().substring(0, tokens.get(first).offset() - statement.offset());
        return things.size() < 2 || head.contains("/*!") || head.contains("/*M!") ? List.of(statement)
                : things.stream().map(it -> Statements.of(head + it, MariaSyntax.SYNTAX).get(0))
                        .map(it -> new Statement(it.text(), statement.offset(), statement.line(), it.tokens(),
                                it.significant())).toList();
    }

    /** The index of the first thing that is dropped, -1 for another statement. */
    private static int firstThing(Statement statement) {
        var cursor = statement.cursor();
        boolean lists = cursor.accept("DROP") && (cursor.accept("TABLE") || cursor.accept("TABLES")
                || cursor.accept("VIEW") || cursor.accept("SEQUENCE"));
        cursor.accept("IF", "EXISTS");
        return lists ? statement.significant().size() - cursor.rest().size() : -1;
    }

    @Override
    public boolean mayShareTransaction(List<Statement> statements) {
        return false;
    }

    /** What a session keeps of the history of rows says nothing of tables and rows. */
    @Override
    public boolean mayDoAnything(Statement statement) {
        return !statement.starts("SET", "SYSTEM_VERSIONING_ALTER_HISTORY")
                && KNOWN_TO_NAME_ALL.stream().noneMatch(statement::starts);
    }

    @Override
    public Standing standing(Statement statement) {
        return MariaStanding.of(statement);
    }

    @Override
    public boolean ignoresSession(List<Statement> statements) {
        return SessionUse.none(statements) && outlasts(statements).isEmpty();
    }

    @Override
    public Optional<String> outlasts(List<Statement> statements) {
        return statements.stream().map(MariaScriptRules::outlasts).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> outlasts(Statement statement) {
        if (MariaStanding.isOfTemporaryTable(statement)) {
            return Optional.of("TEMPORARY");
        }
        if (MariaStanding.of(statement) == Standing.SESSION) {
            return Optional.of(statement.significant().get(0).text().toUpperCase(Locale.ROOT));
        }
        return TransactionControl.of(statement).map(TransactionControl::name)
                .or(() -> statement.significant().stream().filter(MariaScriptRules::looksBack).map(Token::text)
                        .findFirst());
    }

    private static boolean looksBack(Token token) {
        return token.text().startsWith("@") || LOOKS_BACK.contains(token.text().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean namesAnotherFile(Statement statement) {
        return statement.significant().stream().anyMatch(it -> it.is("INFILE") || it.is("OUTFILE")
                || it.is("DUMPFILE") || it.is("LOAD_FILE"));
    }
}
