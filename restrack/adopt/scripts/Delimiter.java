package restrack.adopt.scripts;

import java.util.ArrayList;
import java.util.List;
import restrack.sql.Syntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * What ends a statement where it is no semicolon. In strings, quoted names and comments it means nothing; a word or a
 * slash ends a statement only alone on its line.
 */
final class Delimiter {
    private final String delimiter;
    private final boolean alone;

    /** @param written as it is said in a script: {@code /}, {@code GO}, {@code \n@@} */
    Delimiter(String written) {
        delimiter = written.replace("\\n", "").replace("\\r", "").replace("\\s*", "").replace("\\", "").strip();
        alone = written.startsWith("\\n") || delimiter.equals("/") || delimiter.matches("\\w+");
    }

    /** {@return the pieces of a text between the delimiters, without them} */
    List<String> cut(String text, Syntax syntax) {
        var pieces = new ArrayList<String>();
        int start = 0;
        int blind = 0;
        var tokens = Tokens.of(text, syntax);
        for (int at = 0, i = 0; at < text.length(); at++) {
            while (i < tokens.size() && tokens.get(i).end() <= at) {
                i++;
            }
            if (hides(tokens.get(i))) {
                at = tokens.get(i).end() - 1;
                continue;
            }
            if (at >= blind && isAt(text, at)) {
                pieces.add(text.substring(start, at));
                start = at + delimiter.length();
                blind = start;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static boolean hides(Token token) {
        return token.isComment() || token.kind() == TokenKind.STRING || token.kind() == TokenKind.QUOTED_NAME;
    }

    private boolean isAt(String text, int at) {
        if (delimiter.isEmpty() || !text.regionMatches(true, at, delimiter, 0, delimiter.length())) {
            return false;
        }
        return !alone || isBlank(text, text.lastIndexOf('\n', at - 1) + 1, at)
                && isBlank(text, at + delimiter.length(), end(text, at));
    }

    private static int end(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static boolean isBlank(String text, int from, int to) {
        return from >= to || text.substring(from, to).isBlank();
    }
}
