package restrack.sql;

import java.util.List;
import java.util.OptionalInt;

/**
 * Knows the statements of a database that contain statements, and so semicolons: {@code CREATE TRIGGER … END}.
 */
public interface Compound {
    /**
     * {@return whether the statement is one that contains statements}
     *
     * @param tokens the tokens of a whole text
     * @param first  the index of the statement's first token
     */
    boolean begins(List<Token> tokens, int first);

    /**
     * {@return the index of the token that closes the statement's body; none if it is never closed}
     *
     * @param tokens the tokens of a whole text
     * @param first  the index of the first token of a statement that {@link #begins} is true for
     */
    OptionalInt close(List<Token> tokens, int first);
}
