package restrack.database.postgres;

import java.io.Serial;
import java.sql.SQLException;
import restrack.sql.Statement;

/** An error of the server in a statement of several lines, with the line of it. */
final class PlacedError extends SQLException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;

    private PlacedError(SQLException error, int line) {
        super(error.getMessage(), error.getSQLState(), error.getErrorCode(), error);
        this.line = line;
    }

    /** {@return the error with its line, where that is not the one on which the statement begins} */
    static SQLException of(SQLException error, Statement statement) {
        int position = PostgresMessage.of(error).position();
        var text = statement.text();
        if (position < 1 || position > text.codePointCount(0, text.length())) {
            return error;
        }
        int end = text.offsetByCodePoints(0, position - 1);
        int below = (int) text.substring(0, end).chars().filter(it -> it == '\n').count();
        return below == 0 ? error : new PlacedError(error, statement.line() + below);
    }

    /** {@return the line in the file, as the end of a sentence; empty where it is not known} */
    static String words(SQLException error) {
        return error instanceof PlacedError placed ? " (line " + placed.line + ")" : "";
    }
}
