package restrack.sql;

/**
 * A piece of a text. It refers to the text instead of copying out of it, so that reading thousands of scripts
 * costs no copy of them; two tokens are equal only at the same place of the same text.
 *
 * @param kind   what it is
 * @param source the whole text that it is a piece of
 * @param offset where it begins in {@code source}
 * @param end    where the next one begins
 */
public record Token(TokenKind kind, String source, int offset, int end) {
    /** {@return the characters of this token as they were written} */
    public String text() {
        return source.substring(offset, end);
    }

    /** {@return how many characters it has} */
    public int length() {
        return end - offset;
    }

    /** {@return whether this is the given keyword, in any case} A quoted name never is. */
    public boolean is(String word) {
        return isWord() && length() == word.length()
                && source.regionMatches(true, offset, word, 0, word.length());
    }

    /** {@return whether this is an operator or a punctuation mark of that one character} */
    public boolean isSymbol(char symbol) {
        return kind == TokenKind.SYMBOL && length() == 1 && source.charAt(offset) == symbol;
    }

    /** {@return whether this is white space or a comment} */
    public boolean isSpaceOrComment() {
        return kind == TokenKind.SPACE || isComment();
    }

    /** {@return whether this is a comment of either kind} */
    public boolean isComment() {
        return kind == TokenKind.LINE_COMMENT || kind == TokenKind.BLOCK_COMMENT;
    }

    /** {@return what a comment up to the end of its line says, without the marks that it begins with} */
    public String commentWords() {
        return source.substring(Math.min(end, offset + (source.charAt(offset) == '#' ? 1 : 2)), end).strip();
    }

    /** {@return whether a statement ends before it, unless it is inside of a body} */
    public boolean endsStatement() {
        return isSymbol(';') || kind == TokenKind.DELIMITER;
    }

    /** {@return whether nothing but white space stands before it on its line} */
    public boolean beginsLine() {
        int before = offset - 1;
        while (before >= 0 && (source.charAt(before) == ' ' || source.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || source.charAt(before) == '\n' || source.charAt(before) == '\r';
    }

    /**
     * {@return whether this is a block comment that is not closed}
     * Where the database allows it, it is a comment all the same, up to the end of the text.
     */
    public boolean isOpenComment() {
        return switch (kind) {
            case BAD -> source.startsWith("/*", offset);
            case BLOCK_COMMENT -> end == source.length() && (length() < 4 || !source.endsWith("*/"));
            default -> false;
        };
    }

    /** {@return whether this may stand where a name is wanted} SQLite takes a string there too. */
    public boolean isName() {
        return isWord() || kind == TokenKind.QUOTED_NAME || kind == TokenKind.STRING;
    }

    /** {@return whether this is a keyword or a name without quotes} */
    public boolean isWord() {
        return kind == TokenKind.WORD || kind == TokenKind.FOLDED_WORD;
    }

    /** {@return the name or string that this token means, without its quotes; the text itself for anything else} */
    public String name() {
        if (kind == TokenKind.FOLDED_WORD) {
            return folded();
        }
        if (kind != TokenKind.QUOTED_NAME && kind != TokenKind.STRING) {
            return text();
        }
        var quote = source.substring(end - 1, end);
        if (quote.equals("$")) {
            int tag = source.indexOf('$', offset + 1) + 1 - offset;
            return source.substring(offset + tag, end - tag);
        }
        int open = source.charAt(offset) == '[' ? offset : source.indexOf(quote, offset);
        var inner = source.substring(open + 1, end - 1);
        return quote.equals("]") ? inner : inner.replace(quote + quote, quote);
    }

    /** Letters outside of ASCII are left as they are. */
    private String folded() {
        var text = new StringBuilder(text());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            text.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return text.toString();
    }

    /** {@return the line on which it begins, counted from 1 in the whole text} Reads the text up to there. */
    public int line() {
        return 1 + (int) source.chars().limit(offset).filter(c -> c == '\n').count();
    }

    /** {@return kind and text, for a person who looks for a mistake} */
    @Override
    public String toString() {
        return kind + " " + text();
    }
}
