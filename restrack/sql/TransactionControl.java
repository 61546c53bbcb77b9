package restrack.sql;

import java.util.Optional;

/** A statement that steers a transaction, which a script leaves to the tool unless it says otherwise. */
public enum TransactionControl {
    /** {@code BEGIN}, {@code START TRANSACTION}. */
    BEGIN,
    /** {@code COMMIT}, {@code END}. */
    COMMIT,
    /** {@code ROLLBACK} of everything, {@code ABORT}. */
    ROLLBACK,
    /** {@code SAVEPOINT x}. */
    SAVEPOINT,
    /** {@code RELEASE x}. */
    RELEASE,
    /** {@code ROLLBACK TO x}, after which the transaction goes on. */
    ROLLBACK_TO;

    /** {@return what the statement does to the transaction; none for any other statement} */
    public static Optional<TransactionControl> of(Statement statement) {
        if (statement.starts("BEGIN") && !statement.starts("BEGIN", "NOT", "ATOMIC")
                || statement.starts("START", "TRANSACTION")) {
            return Optional.of(BEGIN);
        }
        if (statement.starts("COMMIT") || statement.starts("END")) {
            return Optional.of(COMMIT);
        }
        if (statement.starts("ROLLBACK") || statement.starts("ABORT")) {
            return Optional.of(statement.cursor().skipPast("TO") ? ROLLBACK_TO : ROLLBACK);
        }
        if (statement.starts("SAVEPOINT")) {
            return Optional.of(SAVEPOINT);
        }
        return statement.starts("RELEASE") ? Optional.of(RELEASE) : Optional.empty();
    }

    /** {@return whether it begins or ends the transaction itself, and not only a savepoint in it} */
    public boolean isBoundary() {
        return this == BEGIN || ends();
    }

    /** {@return whether the transaction is over afterwards} */
    public boolean ends() {
        return this == COMMIT || this == ROLLBACK;
    }
}
