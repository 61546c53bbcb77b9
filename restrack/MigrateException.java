package restrack;

import java.io.Serial;

/**
 * An error that a user can act on: what is wrong, where, and what to type next.
 * Whatever else reaches the command line is a defect of ours.
 */
public class MigrateException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String hint;

    /**
     * @param kind    which error it is
     * @param message what is wrong and where, as a sentence
     * @param hint    what to do about it, as a sentence, or an empty string
     */
    public MigrateException(ErrorKind kind, String message, String hint) {
        this(kind, message, hint, null);
    }

    /** As above, with the exception that was met, which is shown with {@code -v} only. */
    public MigrateException(ErrorKind kind, String message, String hint, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    /** {@return which error it is} */
    public ErrorKind kind() {
        return kind;
    }

    /** {@return what to do about it; empty where the message says it all} */
    public String hint() {
        return hint;
    }
}
