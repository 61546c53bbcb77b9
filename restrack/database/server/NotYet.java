package restrack.database.server;

import restrack.ErrorKind;
import restrack.MigrateException;

/** What servers cannot do so far. */
public final class NotYet {
    private NotYet() {
    }

    /** {@return the error that says so} */
    public static MigrateException said(String what) {
        return new MigrateException(ErrorKind.UNSUPPORTED_DATABASE, "There is no support for " + what
                + " on this database yet.", "On SQLite there is.");
    }
}
