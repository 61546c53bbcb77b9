package restrack.wanted;

import java.util.List;
import java.util.Optional;
import restrack.sql.Syntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * A comment {@code -- renamed: old -> new}, or {@code -- renamed: old} where its line says what is meant.
 *
 * @param comment the comment
 * @param from    the old name, without quotes
 * @param to      the new one; nothing if it does not say
 */
record RenamedComment(Token comment, String from, Optional<String> to) {
    private static final String KEY = "renamed:";

    /** {@return whether a comment means to be one} */
    static boolean is(Token token) {
        return token.isComment() && content(token).regionMatches(true, 0, KEY, 0, KEY.length());
    }

    /** {@return what it says; nothing if that cannot be understood} */
    static Optional<RenamedComment> of(Token comment, Syntax syntax) {
        var words = Tokens.of(content(comment).substring(KEY.length()), syntax).stream()
                .filter(it -> it.kind() != TokenKind.SPACE).toList();
        int arrow = 1;
        while (arrow < words.size() && words.get(arrow).kind() == TokenKind.SYMBOL) {
            arrow++;
        }
        boolean named = !words.isEmpty() && words.get(0).isName();
        if (named && words.size() == 1) {
            return Optional.of(new RenamedComment(comment, words.get(0).name(), Optional.empty()));
        }
        boolean both = named && arrow == words.size() - 1 && words.get(arrow).isName()
                && arrow(words.subList(1, arrow)).equals("->");
        return both ? Optional.of(new RenamedComment(comment, words.get(0).name(),
                Optional.of(words.get(arrow).name()))) : Optional.empty();
    }

    /** An arrow is one symbol to some databases, and two to others. */
    private static String arrow(List<Token> symbols) {
        return String.join("", symbols.stream().map(Token::text).toList());
    }

    private static String content(Token comment) {
        var text = comment.text();
        boolean block = comment.kind() == TokenKind.BLOCK_COMMENT && text.length() >= 4 && text.endsWith("*/");
        // What begins a line comment has one character or two.
        int start = text.startsWith("#") ? 1 : 2;
        return text.substring(start, text.length() - (block ? 2 : 0)).strip();
    }

    /** {@return whether something stands on the line of the comment, or on one of several} */
    boolean isBeside(int start, int end) {
        var text = comment.source();
        int lineEnd = text.indexOf('\n', comment.offset());
        return start < (lineEnd < 0 ? text.length() : lineEnd)
                && end > text.lastIndexOf('\n', comment.offset()) + 1;
    }
}
