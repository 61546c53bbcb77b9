package restrack.database.sqlite.grammar;

import java.io.Serial;
import restrack.ErrorKind;
import restrack.MigrateException;

/** The error for a text that is not the statement it was read as: what was expected, what stands there, and where. */
public final class MalformedException extends MigrateException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final int line;
    private final int column;

    private MalformedException(int offset, int line, int column, String what, String hint) {
        super(ErrorKind.BAD_SCRIPT, "Line " + line + ", column " + column + ": " + what, hint);
        this.offset = offset;
        this.line = line;
        this.column = column;
    }

    /** {@return the error at a place of a text} */
    static MalformedException at(String text, int offset, String what, String hint) {
        int line = 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
        int column = 1 + text.codePointCount(text.lastIndexOf('\n', offset - 1) + 1, offset);
        return new MalformedException(offset, line, column, what, hint);
    }

    /** {@return the place in the text, counted in characters from 0; the text's length if it ends too early} */
    public int offset() {
        return offset;
    }

    /** {@return the line of the text, counted from 1} */
    public int line() {
        return line;
    }

    /** {@return the character of the line, counted from 1} */
    public int column() {
        return column;
    }
}
