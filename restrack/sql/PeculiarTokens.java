package restrack.sql;

import java.util.Optional;
import restrack.sql.Syntax.Trait;

/**
 * Tokens that only some databases have, and that others would read as something else: PostgreSQL documentation,
 * "Lexical Structure".
 */
final class PeculiarTokens {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";
    /** A longer operator may end in + or - only if it has one of these. */
    private static final String FREEING = "~!@#%^&|`?";

    private final String text;
    private final int start;

    private PeculiarTokens(String text, int start) {
        this.text = text;
        this.start = start;
    }

    /** {@return the token that begins at a place, if it is one that not every database has} */
    static Optional<Token> at(String text, int start, Syntax syntax) {
        char first = text.charAt(start);
        boolean ordinary = "$Ee:\\".indexOf(first) < 0 && OPERATORS.indexOf(first) < 0;
        return ordinary ? Optional.empty() : new PeculiarTokens(text, start).token(first, syntax);
    }

    private Optional<Token> token(char first, Syntax syntax) {
        if (first == '$' && syntax.has(Trait.DOLLAR_QUOTES)) {
            return dollar();
        }
        if ((first == 'E' || first == 'e') && peek(start + 1) == '\'' && syntax.has(Trait.ESCAPE_STRINGS)) {
            return escaped();
        }
        if (first == '\\' && syntax.has(Trait.BACKSLASH_COMMANDS)) {
            int end = text.indexOf('\n', start);
            return token(TokenKind.BAD, end < 0 ? text.length() : end);
        }
        if (!syntax.has(Trait.FREE_OPERATORS)) {
            return Optional.empty();
        }
        if (first == ':') {
            return colon();
        }
        return OPERATORS.indexOf(first) >= 0 && !beginsComment(start) ? operator() : Optional.empty();
    }

    private Optional<Token> token(TokenKind kind, int end) {
        return Optional.of(new Token(kind, text, start, end));
    }

    /** A tag is a name without a dollar sign. */
    private Optional<Token> dollar() {
        int at = start + 1;
        while (isTagPart(peek(at)) && !(at == start + 1 && isDigit(peek(at)))) {
            at++;
        }
        if (peek(at) != '$') {
            return Optional.empty();
        }
        var tag = text.substring(start, at + 1);
        int end = text.indexOf(tag, at + 1);
        return end < 0 ? token(TokenKind.BAD, text.length()) : token(TokenKind.STRING, end + tag.length());
    }

    /** A string goes on behind a line end if a quote comes next, and still with its escapes. */
    private Optional<Token> escaped() {
        for (int at = start + 2; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '\'') {
                int next = peek(at + 1) == '\'' ? at + 1 : continuation(at + 1);
                if (next < 0) {
                    return token(TokenKind.STRING, at + 1);
                }
                at = next;
            }
        }
        return token(TokenKind.BAD, text.length());
    }

    /** {@return where the quote is that goes on with a string; -1 if none does} */
    private int continuation(int from) {
        boolean newLine = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (text.startsWith("--", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
                newLine = true;
            } else if (c == '\n' || c == '\r') {
                newLine = true;
            } else if (c != ' ' && c != '\t' && c != '\f') {
                return c == '\'' && newLine ? at : -1;
            }
        }
        return -1;
    }

    /** {@code ::} and {@code :=}; a single one that no name follows cuts a slice out of an array. */
    private Optional<Token> colon() {
        char next = peek(start + 1);
        if (next == ':' || next == '=') {
            return token(TokenKind.SYMBOL, start + 2);
        }
        return isTagPart(next) && !isDigit(next) ? Optional.empty() : token(TokenKind.SYMBOL, start + 1);
    }

    private Optional<Token> operator() {
        int end = start;
        boolean free = false;
        while (OPERATORS.indexOf(peek(end)) >= 0 && !beginsComment(end)) {
            free |= FREEING.indexOf(text.charAt(end)) >= 0;
            end++;
        }
        while (!free && end > start + 1 && (text.charAt(end - 1) == '+' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return token(TokenKind.SYMBOL, end);
    }

    private boolean beginsComment(int at) {
        return text.startsWith("--", at) || text.startsWith("/*", at);
    }

    private char peek(int at) {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isTagPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c >= 128;
    }
}
