package restrack.script;

import java.util.List;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * What a person still has to write into a SQL script, which cannot run before: a line
 * {@code -- migrate:todo SENTENCE}.
 *
 * @param line     its line in the file, counted from 1
 * @param sentence what is to be done; may be empty
 */
public record Todo(int line, String sentence) {
    /** What such a comment begins with. */
    static final String MARKER = "migrate:todo";

    /** {@return what is left to write among tokens} */
    static List<Todo> in(List<Token> tokens) {
        return tokens.stream().filter(Todo::is).map(it -> new Todo(it.line(), sentence(it))).toList();
    }

    /** {@return whether a token is such a line} */
    static boolean is(Token token) {
        if (token.kind() != TokenKind.LINE_COMMENT || !token.beginsLine()) {
            return false;
        }
        var words = SqlScriptReader.content(token);
        return words.startsWith(MARKER)
                && (words.length() == MARKER.length() || Character.isWhitespace(words.charAt(MARKER.length())));
    }

    private static String sentence(Token todo) {
        return SqlScriptReader.content(todo).substring(MARKER.length()).strip();
    }
}
