package restrack.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Java source into tokens, only so well that white space and comments are told from what counts. Never
 * throws; what is not closed is {@link TokenKind#BAD}, and the compiler says it better.
 */
public final class JavaTokens {
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String text;
    private int at;

    private JavaTokens(String text) {
        this.text = text;
    }

    /** {@return the tokens of a source file, in order; joined they are the source again} */
    public static List<Token> of(String source) {
        var reader = new JavaTokens(source);
        var tokens = new ArrayList<Token>(source.length() / 4 + 1);
        while (reader.at < source.length()) {
            int start = reader.at;
            TokenKind kind = reader.next(source.charAt(start));
            tokens.add(new Token(kind, source, start, reader.at));
        }
        return tokens;
    }

    private TokenKind next(char first) {
        if (Character.isWhitespace(first) || first == '\uFEFF') {
            at++;
            return TokenKind.SPACE;
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
            return TokenKind.LINE_COMMENT;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
            return end < 0 ? TokenKind.BAD : TokenKind.BLOCK_COMMENT;
        }
        if (text.startsWith(TEXT_BLOCK, at)) {
            at += TEXT_BLOCK.length();
            return quoted(TEXT_BLOCK, true);
        }
        if (first == '"' || first == '\'') {
            at++;
            return quoted(String.valueOf(first), false);
        }
        if (Character.isJavaIdentifierPart(first)) {
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            return TokenKind.WORD;
        }
        // The only operators that mean something else when their characters stand apart: a = - -b.
        at += text.startsWith("++", at) || text.startsWith("--", at) ? 2 : 1;
        return TokenKind.SYMBOL;
    }

    private TokenKind quoted(String quote, boolean lines) {
        while (at < text.length()) {
            if (text.startsWith(quote, at)) {
                at += quote.length();
                return TokenKind.STRING;
            }
            char c = text.charAt(at);
            if (c == '\n' && !lines) {
                return TokenKind.BAD;
            }
            at += c == '\\' && at + 1 < text.length() ? 2 : 1;
        }
        return TokenKind.BAD;
    }
}
