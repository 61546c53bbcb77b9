package restrack.database.postgres;

import java.sql.SQLException;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;

/**
 * Says PostgreSQL's errors as sentences.
 *
 * @param url         the database
 * @param holders     who was in the way last, as a phrase; empty if unknown
 * @param interrupted whether it was us who stopped what ran
 */
record PostgresErrors(DatabaseUrl url, String holders, boolean interrupted) {
    private static final String ROLLED_BACK = "What was not committed has been rolled back";
    private static final String STATUS = "`migrate status` shows what stands";

    /** {@return the error as a user should meet it} */
    MigrateException explain(SQLException error, String context) {
        if (PostgresState.isLockTimeout(error)) {
            return busy(error, context);
        }
        if (PostgresState.isConflict(error)) {
            return with(ErrorKind.BUSY, error, context + ": other transactions were in the way, again and again ("
                    + said(error) + ").", ROLLED_BACK + ". Run the command again when less is going on.");
        }
        if (PostgresState.isLost(error)) {
            return lost(error, context);
        }
        return switch (PostgresState.of(error)) {
            case PostgresState.CANCELED -> canceled(error, context);
            case PostgresState.BAD_PASSWORD, "28000" -> with(ErrorKind.CANNOT_OPEN, error, context + ": "
                    + url.display() + " does not let " + user() + " in (" + said(error) + ").",
                    "Check user and password: `migrate config` shows where the URL comes from. Who may come from "
                            + "where stands in the server's pg_hba.conf.");
            case PostgresState.NO_SUCH_DATABASE -> with(ErrorKind.CANNOT_OPEN, error, context + ": there is no such "
                    + "database (" + said(error) + ").", "Make it with `createdb " + name() + "`, or correct the URL: "
                    + "`migrate config` shows where it comes from.");
            case PostgresState.CANNOT_CONNECT_NOW -> with(ErrorKind.CANNOT_OPEN, error, context + ": " + url.display()
                    + " is not ready (" + said(error) + ").", "Try again in a moment.");
            case PostgresState.TOO_MANY_CONNECTIONS -> with(ErrorKind.BUSY, error, context + ": " + url.display()
                    + " has no connection left (" + said(error) + ").", "Try again when others have closed theirs.");
            case PostgresState.NO_PERMISSION -> with(ErrorKind.DATABASE_ERROR, error, context + ": " + said(error)
                    + ".", user() + " may not do that. Have the rights granted, or run it as the owner.");
            case PostgresState.READ_ONLY -> with(ErrorKind.READ_ONLY, error, context + ": " + url.display()
                    + " cannot be written to (" + said(error) + ").", "Is it a standby, or is "
                    + "default_transaction_read_only on? Take the URL of the primary server.");
            case PostgresState.DISK_FULL -> with(ErrorKind.DISK_FULL, error, context + ": the server's disk is full ("
                    + said(error) + ").", ROLLED_BACK + ". Make room, then run the command again.");
            case PostgresState.OUT_OF_MEMORY -> with(ErrorKind.DATABASE_ERROR, error, context + ": the server is out "
                    + "of memory (" + said(error) + ").", ROLLED_BACK + ". Where max_locks_per_transaction is named, "
                    + "raise it, or let the script do less at once.");
            case PostgresState.ACTIVE_TRANSACTION -> with(ErrorKind.DATABASE_ERROR, error, context + ": " + said(error)
                    + ".", "A script runs in a transaction that has begun already. What cannot be in one gets a script "
                    + "with `-- migrate:up transaction:false`.");
            case PostgresState.INVALID_TERMINATION -> with(ErrorKind.DATABASE_ERROR, error, context + ": " + said(error)
                    + ".", "What commits or rolls back by itself runs only in a script with `-- migrate:up "
                    + "transaction:false`.");
            case PostgresState.FAILED_TRANSACTION -> with(ErrorKind.DATABASE_ERROR, error, context + ": an earlier "
                    + "statement has failed, and after that PostgreSQL runs nothing more in the transaction.",
                    "A Java migration that lives on after an error puts what may fail into "
                            + "op.handle().inTransaction(…).");
            default -> with(ErrorKind.DATABASE_ERROR, error, context + ": " + said(error) + "." + advice(error), "");
        };
    }

    private MigrateException busy(SQLException error, String context) {
        return with(ErrorKind.BUSY, error, context + ": a lock was not to be had within the lock timeout"
                + (holders.isEmpty() ? " (" + said(error) + ")." : "; it is held by " + holders + "."),
                ROLLED_BACK + ". Try again when it is free, or wait longer with --lock-timeout."
                        + (holders.isEmpty() ? "" : " SELECT pg_terminate_backend(PROCESS) ends a process."));
    }

    private MigrateException canceled(SQLException error, String context) {
        return interrupted
                ? with(ErrorKind.INTERRUPTED, error, context + ": interrupted.", ROLLED_BACK + "; " + STATUS + ".")
                : with(ErrorKind.DATABASE_ERROR, error, context + ": the server has stopped it (" + said(error) + ").",
                        ROLLED_BACK + ". If it was statement_timeout, a script may begin with "
                                + "`SET LOCAL statement_timeout = 0;`.");
    }

    /** A connection that was never there is another matter than one that broke. */
    private MigrateException lost(SQLException error, String context) {
        if (PostgresState.of(error).equals("08004")) {
            return with(ErrorKind.CANNOT_OPEN, error, context + ": " + url.display() + " does not let " + user()
                    + " in (" + said(error) + ").", "A password need not stand in the URL: the settings url.password, "
                    + "url.password.file and url.password.command give one.");
        }
        if (PostgresState.of(error).equals("08001")) {
            return with(ErrorKind.CANNOT_OPEN, error, context + ": " + url.display() + " cannot be reached ("
                    + said(error) + ").", "Check that the server runs, and its host, port and TLS in the URL: "
                    + "`migrate config` shows where it comes from.");
        }
        return with(ErrorKind.CONNECTION_LOST, error, context + ": the connection to " + url.display() + " was lost ("
                + said(error) + ").", ROLLED_BACK + "; if a COMMIT was under way, `migrate status` shows whether it "
                + "counts. Then run the command again.");
    }

    private MigrateException with(ErrorKind kind, SQLException error, String message, String hint) {
        return new MigrateException(kind, url.mask(message), url.mask(hint), error);
    }

    /** What the server would do. To drop with CASCADE whatever depends on something is nothing to be advised. */
    private static String advice(SQLException error) {
        var hint = PostgresMessage.of(error).hint();
        return hint.isEmpty() || PostgresState.of(error).equals(PostgresState.DEPENDENTS) ? "" : " " + hint + ".";
    }

    /** What is said of a broken constraint names the values of the row, which are nobody's business in a log. */
    private static String said(SQLException error) {
        boolean constraint = PostgresState.of(error).startsWith("23");
        return PostgresMessage.of(error).withDetail(constraint) + PlacedError.words(error);
    }

    private String user() {
        return url.properties().getOrDefault("user", "the user of this process");
    }

    private String name() {
        return PostgresName.ofDatabase(url);
    }
}
