package restrack.database.postgres;

import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.util.PSQLException;

/**
 * What the server said with an error.
 *
 * @param text     the sentence, without its severity and without a full stop
 * @param detail   more of it; empty if there is none
 * @param hint     what the server would do; empty if it has no idea
 * @param position where in the statement, counted in characters from 1; 0 if nowhere
 * @param schema   the schema of what it is about; empty if unknown
 */
record PostgresMessage(String text, String detail, String hint, int position, String schema) {
    static PostgresMessage of(SQLException error) {
        if (error instanceof PlacedError && error.getCause() instanceof SQLException cause) {
            return of(cause);
        }
        if (error instanceof PSQLException said && said.getServerErrorMessage() != null) {
            var message = said.getServerErrorMessage();
            return new PostgresMessage(plain(message.getMessage()), plain(message.getDetail()),
                    plain(message.getHint()), message.getPosition(), plain(message.getSchema()));
        }
        return new PostgresMessage(plain(error.getMessage()), "", "", 0, "");
    }

    private static String plain(String said) {
        var text = Objects.requireNonNullElse(said, "").strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * {@return the sentence with what is known beside it}
     *
     * @param masked whether values of rows are left out: {@code Key (email)=(…)} becomes {@code Key (email)}
     */
    String withDetail(boolean masked) {
        var shown = !masked ? detail : detail.contains(")=(") ? detail.replaceAll("\\)=\\((?s:.*)\\)", ")") : "";
        return shown.isEmpty() ? text : text + " (" + shown + ")";
    }
}
