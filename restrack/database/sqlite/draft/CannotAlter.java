package restrack.database.sqlite.draft;

import restrack.ErrorKind;
import restrack.MigrateException;

/** The error for a change that a table cannot take, whatever its rows are. */
public final class CannotAlter {
    private CannotAlter() {
    }

    /**
     * {@return the error}
     *
     * @param message why, as a sentence
     * @param hint    what to do instead, as a sentence; empty where the message says it all
     */
    public static MigrateException because(String message, String hint) {
        return new MigrateException(ErrorKind.CANNOT_ALTER, message, hint);
    }
}
