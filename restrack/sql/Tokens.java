package restrack.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import restrack.sql.Syntax.Trait;

/**
 * Cuts a text into tokens. Every character belongs to exactly one, so that the tokens joined are the text again;
 * what makes no sense becomes {@link TokenKind#BAD} instead of an error. The rules are those of SQLite's own
 * tokenizer (but for its Tcl variables); what other databases do differently is a {@link Trait}.
 */
public final class Tokens {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final Syntax syntax;
    private final DelimiterLines delimiters;
    /** Where the token that is being read ends so far. */
    private int at;
    /** Where the comment began that runs and is not closed yet; -1 outside of one. */
    private int condition = -1;

    private Tokens(String text, Syntax syntax) {
        this.text = text;
        this.syntax = syntax;
        this.delimiters = new DelimiterLines(text, syntax.has(Trait.DELIMITER_LINES));
    }

    /** {@return the tokens of a text, in order, white space and comments included} */
    public static List<Token> of(String text, Syntax syntax) {
        var reader = new Tokens(text, syntax);
        var tokens = new ArrayList<Token>(text.length() / 4 + 1);
        while (reader.at < text.length()) {
            int start = reader.at;
            int delimiter = reader.delimiters.endAt(start);
            if (delimiter > start) {
                reader.at = delimiter;
            }
            TokenKind kind = delimiter > start ? TokenKind.DELIMITER : reader.next(text.charAt(start));
            var token = new Token(kind, text, start, reader.at);
            reader.delimiters.pass(token);
            tokens.add(token);
        }
        if (reader.condition >= 0) {
            // Up to the end of the text it is not closed, as any other comment.
            tokens.replaceAll(it -> it.offset() == reader.condition
                    ? new Token(TokenKind.BAD, text, it.offset(), it.end()) : it);
        }
        return Collections.unmodifiableList(tokens);
    }

    private TokenKind next(char first) {
        var peculiar = PeculiarTokens.at(text, at, syntax);
        if (peculiar.isPresent()) {
            at = peculiar.get().end();
            return peculiar.get().kind();
        }
        at++;
        switch (first) {
            case ' ', '\t', '\n', '\f', '\r':
                return space();
            case BYTE_ORDER_MARK:
                return TokenKind.SPACE;
            case '\'':
                return quoted('\'', TokenKind.STRING);
            case '"':
                return quoted('"', syntax.has(Trait.DOUBLE_QUOTED_STRINGS) ? TokenKind.STRING
                        : TokenKind.QUOTED_NAME);
            case '`':
                return syntax.has(Trait.BACKTICK_NAMES) ? quoted('`', TokenKind.QUOTED_NAME) : TokenKind.BAD;
            case '[':
                return syntax.has(Trait.BRACKET_NAMES) ? bracketed() : TokenKind.SYMBOL;
            case '-':
                return peek(0) == '-' && startsLineComment() ? lineComment() : operator(first);
            case '*':
                return condition >= 0 && peek(0) == '/' ? conditionEnd() : operator(first);
            case '/':
                // Dumps begin with a word to their program, for a version that no server will ever have.
                if (condition < 0 && syntax.has(Trait.CONDITIONAL_COMMENTS) && !text.startsWith("*M!999999", at)
                        && (text.startsWith("*!", at) || text.startsWith("*M!", at))) {
                    return condition();
                }
                return peek(0) == '*' && at + 1 < text.length() ? blockComment() : TokenKind.SYMBOL;
            case '#':
                return syntax.has(Trait.HASH_COMMENTS) ? lineComment() : parameter();
            case ':', '@', '$':
                return syntax.has(Trait.AT_VARIABLES) ? variable(first) : parameter();
            case '?':
                skipDigits(false);
                return TokenKind.PARAMETER;
            case 'x', 'X':
                return peek(0) == '\'' ? blob() : word();
            case '.':
                return isDigit(peek(0)) ? number(first) : TokenKind.SYMBOL;
            default:
                if (isDigit(first)) {
                    return number(first);
                }
                return isNamePart(first) ? word() : operator(first);
        }
    }

    private TokenKind space() {
        while (peek(0) == ' ' || peek(0) >= '\t' && peek(0) <= '\r') {
            at++;
        }
        return TokenKind.SPACE;
    }

    /** A marker is one without a space too, lest the way down became a part of the way up. */
    private boolean startsLineComment() {
        return !syntax.has(Trait.SPACED_LINE_COMMENTS) || peek(1) <= ' ' || text.startsWith("migrate:", at + 1);
    }

    private TokenKind lineComment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        return TokenKind.LINE_COMMENT;
    }

    private TokenKind blockComment() {
        at++;
        int open = 1;
        while (open > 0 && at < text.length()) {
            if (peek(0) == '*' && peek(1) == '/') {
                open--;
                at += 2;
            } else if (peek(0) == '/' && peek(1) == '*' && syntax.has(Trait.NESTED_COMMENTS)) {
                open++;
                at += 2;
            } else {
                at++;
            }
        }
        return open == 0 || syntax.has(Trait.OPEN_COMMENT_AT_END) ? TokenKind.BLOCK_COMMENT : TokenKind.BAD;
    }

    /** Reads up to the quote that closes; a doubled one does not. */
    private TokenKind quoted(char quote, TokenKind kind) {
        boolean escapes = kind == TokenKind.STRING && syntax.has(Trait.BACKSLASH_ESCAPES);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && escapes && at < text.length()) {
                at++;
            } else if (c == quote) {
                if (peek(0) != quote) {
                    return kind;
                }
                at++;
            }
        }
        return TokenKind.BAD;
    }

    private TokenKind bracketed() {
        int end = text.indexOf(']', at);
        at = end < 0 ? text.length() : end + 1;
        return end < 0 ? TokenKind.BAD : TokenKind.QUOTED_NAME;
    }

    private TokenKind blob() {
        int start = ++at;
        while (isHexDigit(peek(0))) {
            at++;
        }
        if (peek(0) == '\'' && (at - start) % 2 == 0) {
            at++;
            return TokenKind.BLOB;
        }
        int end = text.indexOf('\'', at);
        at = end < 0 ? text.length() : end + 1;
        return TokenKind.BAD;
    }

    private TokenKind word() {
        while (isNamePart(peek(0)) && !delimiters.isAt(at)) {
            at++;
        }
        return syntax.has(Trait.FOLDED_NAMES) ? TokenKind.FOLDED_WORD : TokenKind.WORD;
    }

    private TokenKind number(char first) {
        if (first == '0' && (peek(0) | 0x20) == 'x' && isHexDigit(peek(1))) {
            at++;
            while (isHexDigit(peek(0)) || peek(0) == '_') {
                at++;
            }
        } else {
            skipDigits(true);
            if (first != '.' && peek(0) == '.') {
                at++;
                skipDigits(true);
            }
            int exponent = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
            if ((peek(0) | 0x20) == 'e' && isDigit(peek(exponent))) {
                at += exponent;
                skipDigits(true);
            }
        }
        if (!isNamePart(peek(0))) {
            return TokenKind.NUMBER;
        }
        word();
        return TokenKind.BAD;
    }

    private void skipDigits(boolean separated) {
        while (isDigit(peek(0)) || separated && peek(0) == '_') {
            at++;
        }
    }

    private TokenKind parameter() {
        int start = at;
        word();
        return at > start ? TokenKind.PARAMETER : TokenKind.BAD;
    }

    /** Reads a variable of the session or of the server, {@code :=}, or the {@code @} before a name in quotes. */
    private TokenKind variable(char first) {
        if (first == '$') {
            return word();
        }
        if (first == ':') {
            return peek(0) == '=' ? skipped(TokenKind.SYMBOL) : parameter();
        }
        at += peek(0) == '@' ? 1 : 0;
        return parameter() == TokenKind.PARAMETER ? TokenKind.WORD : TokenKind.SYMBOL;
    }

    private TokenKind skipped(TokenKind kind) {
        at++;
        return kind;
    }

    /** Reads {@code /*!50003}: MariaDB documentation, "Comment Syntax"; the number has five or six digits. */
    private TokenKind condition() {
        condition = at - 1;
        at = text.indexOf('!', at) + 1;
        int digits = 0;
        while (digits < 6 && isDigit(peek(digits))) {
            digits++;
        }
        at += digits >= 5 ? digits : 0;
        return TokenKind.CONDITION;
    }

    private TokenKind conditionEnd() {
        condition = -1;
        return skipped(TokenKind.CONDITION);
    }

    /** Reads the longest operator there is. */
    private TokenKind operator(char first) {
        boolean longer = switch (first) {
            case '-' -> skip(">") && skip(">");
            case '<' -> skip("=<>");
            case '>' -> skip("=>");
            case '=', '!' -> skip("=");
            case '|' -> skip("|");
            default -> false;
        };
        boolean known = "+-*%&~(),;<>=|".indexOf(first) >= 0 || first == ']' && !syntax.has(Trait.BRACKET_NAMES);
        return longer || known ? TokenKind.SYMBOL : TokenKind.BAD;
    }

    /** Reads the next character if it is one of these. */
    private boolean skip(String oneOf) {
        boolean found = at < text.length() && oneOf.indexOf(text.charAt(at)) >= 0;
        at += found ? 1 : 0;
        return found;
    }

    /** The character so far ahead of those that were read, or 0 behind the end. */
    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexDigit(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '$' || c >= 128;
    }
}
