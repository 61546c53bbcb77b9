package restrack.database;

import java.util.List;
import java.util.Optional;
import restrack.sql.Statement;
import restrack.sql.TransactionControl;

/**
 * What a database makes of the statements of a script, as far as their words tell: which must not be there, which can
 * be undone, and how a script is cut into pieces that can be journalled. Stateless.
 */
public interface ScriptRules {
    /**
     * {@return why a statement must not stand in a script, if so} A script that is run inside a transaction may
     * not end it, nor say what has no effect there.
     */
    Optional<Refusal> refusal(Statement statement, boolean transactional);

    /**
     * {@return whether these statements, run in one transaction, are undone as a whole when that is rolled back} Where
     * they are not, they run one by one, with a journal.
     */
    boolean isUndoneAsAWhole(List<Statement> statements);

    /** {@return whether scripts with these statements may share a transaction with others} */
    boolean mayShareTransaction(List<Statement> statements);

    /** {@return how many scripts share a transaction at most} */
    default int mostTogether() {
        return Integer.MAX_VALUE;
    }

    /**
     * {@return whether a statement could do anything at all to tables and rows, whatever tables it names} A pragma, an
     * attached database, a block of code.
     */
    default boolean mayDoAnything(Statement statement) {
        return !mayShareTransaction(List.of(statement));
    }

    /** {@return whether a statement names a file besides the database, which it would read or write} */
    boolean namesAnotherFile(Statement statement);

    /**
     * {@return what in a script outlasts it in the session, or looks back at what ran before: a pragma, a temporary
     * table, {@code last_insert_rowid()}; none if the script does neither} One that does cannot be made a part of a
     * longer script.
     */
    Optional<String> outlasts(List<Statement> statements);

    /**
     * {@return whether statements neither leave anything in their session nor look at what others have left there}
     * Where they stand alone, it may then be the session of others.
     */
    default boolean ignoresSession(List<Statement> statements) {
        return false;
    }

    /**
     * {@return how a statement of a script that runs outside a transaction is to be treated} See
     * {@link Standing}.
     */
    Standing standing(Statement statement);

    /**
     * {@return the statements that do the same as one, each of them whole by itself} Only of one that could be done in
     * part, where that would come to the same for everybody who looks on.
     */
    default List<Statement> split(Statement statement) {
        return List.of(statement);
    }

    /**
     * A statement that must not stand where it stands.
     *
     * @param reason why, as a sentence
     * @param hint   what to write instead, as a sentence
     */
    record Refusal(String reason, String hint) {
        /** How a script is written that runs outside a transaction, as the end of a sentence. */
        public static final String OUTSIDE =
                "put `transaction:false` behind the marker (`-- migrate:up transaction:false`).";

        /** {@return why a statement may not begin or end the transaction of a script, if it does} */
        public static Optional<Refusal> ofBoundary(Statement statement) {
            return TransactionControl.of(statement).filter(TransactionControl::isBoundary).map(it -> new Refusal(
                    "a script runs in a transaction together with its record, so it cannot begin or end one itself",
                    "Leave the statement out; or, if the script has to steer its transactions, " + OUTSIDE));
        }

        /** {@return why a statement may not be about a savepoint outside a transaction, if it is} */
        public static Optional<Refusal> ofSavepoint(Statement statement) {
            return TransactionControl.of(statement).filter(it -> !it.isBoundary()).map(it -> new Refusal(
                    "a savepoint outside a transaction could not be resumed",
                    "Use BEGIN and COMMIT in a script with `transaction:false`."));
        }

        /** {@return why nothing temporary may be made outside a transaction} */
        public static Refusal ofTemporary() {
            return new Refusal("what is temporary is gone when the script is resumed",
                    "Use an ordinary table and drop it at the end of the script.");
        }

        /** {@return what is said of a statement that the database does not run in a transaction} */
        public static Refusal inTransaction(String reason) {
            return new Refusal(reason, "To run it outside of one, " + OUTSIDE);
        }
    }

    /** What a statement is to a script that runs outside a transaction. */
    enum Standing {
        /** Can run in a transaction of its own together with its entry in the journal. */
        TRANSACTIONAL,
        /** Changes the session only, and has to be said again when the script is resumed. */
        SESSION,
        /** Can neither be in a transaction nor be said again without thought, but does no harm when repeated. */
        REPEATABLE,
        /** Commits by itself; whether it happened is seen from what it changes. See {@link Traces}. */
        TRACED,
        /** Commits by itself, and nothing tells whether it happened: the script has to say that it may be repeated. */
        UNTRACED,
        /** Begins a transaction of the script's own. */
        BEGINS,
        /** Ends a transaction of the script's own, keeping it. */
        COMMITS,
        /** Ends a transaction of the script's own, undoing it. */
        ROLLS_BACK;

        /** {@return what a statement is that steers transactions; none for any other} */
        public static Optional<Standing> ofControl(Statement statement) {
            return TransactionControl.of(statement).map(it -> switch (it) {
                case BEGIN -> BEGINS;
                case COMMIT -> COMMITS;
                case ROLLBACK -> ROLLS_BACK;
                case SAVEPOINT, RELEASE, ROLLBACK_TO -> TRANSACTIONAL;
            });
        }
    }
}
