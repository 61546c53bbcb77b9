package restrack.sql;

import java.io.Serial;
import restrack.ErrorKind;
import restrack.MigrateException;

/** The error for a text whose statements cannot be told apart, since something in it is not closed. */
public final class UnclosedException extends MigrateException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String what;

    UnclosedException(int line, String what, String hint) {
        super(ErrorKind.BAD_SCRIPT, "Line " + line + ": " + what, hint);
        this.line = line;
        this.what = what;
    }

    /** {@return the line on which it begins} */
    public int line() {
        return line;
    }

    /** {@return the same error of a text that is a file: {@code file:line: …}} */
    public MigrateException in(String file) {
        return new MigrateException(kind(), file + ":" + line + ": " + what, hint(), this);
    }
}
