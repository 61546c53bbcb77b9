package restrack.database.sqlite.grammar;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * What stands between an element of a list and the next one.
 *
 * @param start  where it begins, which is where the element ends
 * @param before white space and comments before the comma; all of them if there is none
 * @param comma  the comma; empty behind the last element, and where it is left out
 * @param behind white space and comments behind the comma
 * @param end    where the next element begins, or the parenthesis that closes the list
 * @param last   whether no element follows
 */
record Gap(int start, List<Token> before, Optional<Token> comma, List<Token> behind, int end, boolean last) {
    /** {@return what stands behind an element} */
    static Gap behind(Span element, List<Token> tokens) {
        int first = (int) tokens.stream().takeWhile(it -> it.offset() < element.end()).count();
        int comma = skip(tokens, first);
        boolean found = comma < tokens.size() && tokens.get(comma).isSymbol(',');
        int next = found ? skip(tokens, comma + 1) : comma;
        boolean last = next == tokens.size() || tokens.get(next).isSymbol(')');
        return new Gap(element.end(), tokens.subList(first, comma),
                found ? Optional.of(tokens.get(comma)) : Optional.empty(),
                found ? tokens.subList(comma + 1, next) : List.of(),
                next < tokens.size() ? tokens.get(next).offset() : element.end(), last);
    }

    /** {@return where that ends which is removed with the element} See {@link Edits#removeElements}. */
    int ownEnd() {
        return comma.isPresent() ? lineEnd(comma.get().end(), behind) : lineEnd(start, before);
    }

    /** {@return where what belongs to the next element begins: itself, or the comments above it} */
    int nextBegins() {
        return (comma.isPresent() ? behind : before).stream()
                .filter(it -> it.offset() >= ownEnd() && it.isComment())
                .findFirst().map(Token::offset).orElse(end);
    }

    /** {@return where the comments end that stand on the element's line before the comma} */
    int commentsBefore() {
        return lineEnd(start, before);
    }

    /** {@return whether the comma stands on the line on which the element ends} */
    boolean commaOnLine() {
        return before.stream().noneMatch(it -> hasLineEnd(it) || it.kind() == TokenKind.LINE_COMMENT);
    }

    /** Where the comments end that close the line, if they begin on it; the place given if there are none. */
    private int lineEnd(int from, List<Token> tokens) {
        int end = from;
        for (int i = 0; i < tokens.size() && !hasLineEnd(tokens.get(i)); i++) {
            Token token = tokens.get(i);
            boolean closes = token.kind() == TokenKind.LINE_COMMENT || last
                    || IntStream.range(i + 1, tokens.size()).anyMatch(next -> hasLineEnd(tokens.get(next)));
            if (token.isComment() && !closes) {
                break;
            }
            end = token.isComment() ? token.end() : end;
        }
        return end;
    }

    private static boolean hasLineEnd(Token token) {
        return token.kind() == TokenKind.SPACE && token.text().indexOf('\n') >= 0;
    }

    /** The index of the first token from there on that is neither white space nor a comment. */
    private static int skip(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).isSpaceOrComment()) {
            at++;
        }
        return at;
    }
}
