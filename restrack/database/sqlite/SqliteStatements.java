package restrack.database.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import restrack.sql.Pragma;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TransactionControl;

/** What a statement means to SQLite's transactions. */
public final class SqliteStatements {
    /**
     * Pragmas that inside a transaction do nothing, silently, or fail (SQLite documentation, "PRAGMA Statements").
     * {@code temp_store} fails only once temporary tables were used.
     */
    private static final Set<String> OUTSIDE_ONLY = Set.of("auto_vacuum", "foreign_keys", "journal_mode", "page_size",
            "synchronous", "temp_store", "temp_store_directory", "wal_checkpoint");
    /** Functions whose answer depends on the statement before, which another script may have run. */
    private static final List<String> LOOKS_BACK = List.of("changes", "last_insert_rowid", "total_changes");

    private SqliteStatements() {
    }

    /** {@return the pragma that the statement is, if inside a transaction it would do nothing or fail} */
    public static Optional<Pragma> needsNoTransaction(Statement statement) {
        return Pragma.of(statement)
                .filter(it -> OUTSIDE_ONLY.contains(it.name().toLowerCase(Locale.ROOT)))
                .filter(it -> it.argument().isPresent() || it.is("wal_checkpoint"));
    }

    /** {@return whether SQLite refuses the statement inside a transaction} */
    public static boolean failsInTransaction(Statement statement) {
        return statement.starts("VACUUM") || statement.starts("DETACH");
    }

    /** {@return what in a script keeps it from sharing a transaction with others; none if it may} */
    public static Optional<String> standsAlone(List<Statement> script) {
        return script.stream().map(SqliteStatements::standsAlone).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> standsAlone(Statement statement) {
        return outlasts(statement).or(() -> statement.significant().stream()
                .filter(it -> it.is("ROLLBACK") || it.is("DEFERRED") || it.is("DEFERRABLE"))
                .map(it -> it.text().toUpperCase(Locale.ROOT)).findFirst());
    }

    /**
     * {@return what in a script outlasts it, or looks back at what ran before it, so that another script in the same
     * session would see it or be seen; none in most}
     */
    public static Optional<String> outlasts(List<Statement> script) {
        return script.stream().map(SqliteStatements::outlasts).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> outlasts(Statement statement) {
        for (var word : List.of("PRAGMA", "ATTACH", "DETACH", "VACUUM")) {
            if (statement.starts(word)) {
                return Optional.of(word);
            }
        }
        if (statement.starts("CREATE", "TEMP") || statement.starts("CREATE", "TEMPORARY")) {
            return Optional.of("TEMP");
        }
        // A savepoint too: another script could go back to it.
        return TransactionControl.of(statement).map(TransactionControl::name).or(() -> inside(statement.significant()));
    }

    private static Optional<String> inside(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0 && token.isSymbol('.') && tokens.get(i - 1).name().equalsIgnoreCase("temp")) {
                return Optional.of("TEMP");
            }
            if (i > 0 && token.isSymbol('(')) {
                String function = tokens.get(i - 1).name();
                if (LOOKS_BACK.stream().anyMatch(function::equalsIgnoreCase)) {
                    return Optional.of(function + "()");
                }
            }
        }
        return Optional.empty();
    }
}
