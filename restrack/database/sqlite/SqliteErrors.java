package restrack.database.sqlite;

import java.sql.SQLException;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.sqlite.catalog.Said;

/**
 * Says SQLite's errors as sentences. The numbers are the primary result codes of SQLite's documentation,
 * "Result and Error Codes"; an extended code holds its primary one in the lowest byte.
 */
final class SqliteErrors {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int INTERRUPT = 9;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;
    private static final int READONLY_DBMOVED = 1032;
    private static final int READONLY_DIRECTORY = 1544;

    private final DatabaseUrl url;
    private final SqliteFile file;

    SqliteErrors(DatabaseUrl url, SqliteFile file) {
        this.url = url;
        this.file = file;
    }

    /** {@return the file of the database} */
    SqliteFile file() {
        return file;
    }

    /** {@return what the database is called in messages} */
    String display() {
        return url.display();
    }

    static boolean isBusy(SQLException error) {
        return primary(error) == BUSY;
    }

    private static int primary(SQLException error) {
        return error.getErrorCode() & 0xff;
    }

    /** {@return who holds the database's locks, as a phrase; empty if that cannot be known} */
    String holders() {
        return file.path().map(LockHolders::of).orElse("");
    }

    MigrateException explain(SQLException error, String context) {
        var shown = url.display();
        return switch (primary(error)) {
            case BUSY -> busy(error, context);
            case LOCKED -> new MigrateException(ErrorKind.DATABASE_ERROR,
                    context + ": a table is still being read by this same script.", "Close what reads it first.",
                    error);
            case READONLY -> readOnly(error, context);
            case INTERRUPT -> new MigrateException(ErrorKind.INTERRUPTED, context + ": interrupted.",
                    "What was not committed has been rolled back; `migrate status` shows what stands.", error);
            case IOERR -> new MigrateException(ErrorKind.DATABASE_ERROR,
                    context + ": reading or writing " + shown + " failed (" + Said.by(error) + ").",
                    "Check the disk. What was not committed has been rolled back.", error);
            case CORRUPT -> new MigrateException(ErrorKind.DATABASE_ERROR,
                    context + ": " + shown + " is damaged (" + Said.by(error) + ").",
                    "Run `PRAGMA integrity_check` on a copy, and bring back a backup.", error);
            case FULL -> new MigrateException(ErrorKind.DISK_FULL,
                    context + ": the disk is full, or the file has reached its largest size (" + shown + ").",
                    "What was not committed has been rolled back. Make room, then run the command again.", error);
            case CANTOPEN -> new MigrateException(ErrorKind.CANNOT_OPEN,
                    context + ": " + shown + " cannot be opened (" + Said.by(error) + ").",
                    "Check that its folder exists and may be written to.", error);
            case NOTADB -> new MigrateException(ErrorKind.NOT_A_DATABASE,
                    context + ": " + shown + " is no SQLite database, or is encrypted.",
                    "It was not touched. `migrate config` shows where the URL comes from.", error);
            default -> new MigrateException(ErrorKind.DATABASE_ERROR, context + ": " + Said.by(error) + ".", "", error);
        };
    }

    private MigrateException busy(SQLException error, String context) {
        var holders = holders();
        var by = holders.isEmpty() ? "by another process" : "by " + holders;
        return new MigrateException(ErrorKind.BUSY,
                context + ": " + url.display() + " is in use " + by + ", and stayed so for the whole lock timeout.",
                "Try again when it is done, or wait longer with --lock-timeout.", error);
    }

    private MigrateException readOnly(SQLException error, String context) {
        var hint = switch (error.getErrorCode()) {
            case READONLY_DBMOVED -> "The file was moved or deleted while it was open. Run the command again.";
            case READONLY_DIRECTORY -> "SQLite writes its journal beside the file, and may not write to that folder.";
            default -> "Check the permissions of the file and of its folder.";
        };
        return new MigrateException(ErrorKind.READ_ONLY,
                context + ": " + url.display() + " cannot be written to.", hint, error);
    }
}
