package restrack.database.sqlite.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/** Reads the significant tokens of a statement one after the other, and knows what to say when one is missing. */
final class Reader {
    private static final int SHOWN = 30;

    private final String text;
    private final List<Token> tokens;
    private int at;

    private Reader(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static Reader of(String text) {
        return new Reader(text, significant(text));
    }

    /** {@return a reader of a piece of a text only, which begins and ends with a token} */
    static Reader of(String text, Span span) {
        return new Reader(text, significant(text).stream()
                .filter(it -> span.start() <= it.offset() && it.end() <= span.end()).toList());
    }

    private static List<Token> significant(String text) {
        return Tokens.of(text, SqliteSyntax.SQLITE).stream().filter(token -> !token.isSpaceOrComment()).toList();
    }

    String text() {
        return text;
    }

    /** {@return the token that comes next; behind the last an empty one, which is nothing that could be asked for} */
    Token peek() {
        return peek(0);
    }

    /** {@return the token so far ahead of the next} */
    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead)
                : new Token(TokenKind.BAD, text, text.length(), text.length());
    }

    boolean atEnd() {
        return at == tokens.size();
    }

    /** Passes the next token, if there is one. */
    Token next() {
        Token token = peek();
        at += atEnd() ? 0 : 1;
        return token;
    }

    /** Goes back before so many tokens that were passed. */
    void back(int count) {
        at -= count;
    }

    /** {@return where the next token begins} */
    int start() {
        return peek().offset();
    }

    /** {@return from there to the end of the last token that was passed} */
    Span since(int start) {
        return new Span(start, Math.max(start, at == 0 ? 0 : tokens.get(at - 1).end()));
    }

    boolean sees(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean accept(String... words) {
        boolean found = sees(words);
        at += found ? words.length : 0;
        return found;
    }

    boolean accept(char symbol) {
        boolean found = peek().isSymbol(symbol);
        at += found ? 1 : 0;
        return found;
    }

    /** {@return the last of these keywords, each of which must come} */
    Token expect(String... words) {
        for (var word : words) {
            if (!accept(word)) {
                throw expected(word);
            }
        }
        return tokens.get(at - 1);
    }

    void expect(char symbol) {
        if (!accept(symbol)) {
            throw expected("\"" + symbol + "\"");
        }
    }

    /** {@return the name that must come} */
    Name name(String what) {
        if (!Keywords.isName(peek())) {
            throw expected(what);
        }
        return toName(next());
    }

    static Name toName(Token token) {
        return new Name(token.name(), new Span(token.offset(), token.end()));
    }

    /** {@return which of these keywords comes next and is then passed; none if another token comes} */
    Optional<String> oneOf(String... words) {
        for (var word : words) {
            if (accept(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** {@return what stands in parentheses and is separated by commas; the parentheses must come} */
    <T> List<T> list(Function<Reader, T> element) {
        var list = new ArrayList<T>();
        expect('(');
        do {
            list.add(element.apply(this));
        } while (accept(','));
        expect(')');
        return List.copyOf(list);
    }

    /** {@return what stands in the parentheses that must come, from its first to its last token} */
    Span inParentheses() {
        expect('(');
        Span inside = span(expression("an expression"));
        expect(')');
        return inside;
    }

    /** {@return the tokens of an expression, which is not looked into: where it ends no expression can go on} */
    List<Token> expression(String what) {
        var passed = pass(it -> it.isSymbol(',') || it.isSymbol(';') || it.is("AUTOINCREMENT"));
        if (passed.isEmpty()) {
            throw expected(what);
        }
        return passed;
    }

    /**
     * Passes tokens up to one that is asked for, outside of parentheses, or to a parenthesis that was not opened.
     *
     * @return the tokens that were passed
     */
    List<Token> pass(Predicate<Token> stop) {
        int first = at;
        for (int depth = 0; !atEnd(); at++) {
            Token token = peek();
            if (token.kind() == TokenKind.BAD) {
                throw expected("something that SQLite can read");
            }
            if (depth == 0 && (token.isSymbol(')') || stop.test(token))) {
                break;
            }
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
        }
        return tokens.subList(first, at);
    }

    /** {@return from the first to the last of some tokens} */
    static Span span(List<Token> tokens) {
        return new Span(tokens.get(0).offset(), tokens.get(tokens.size() - 1).end());
    }

    /** Passes semicolons; behind them nothing may come. */
    void expectEnd() {
        pass(token -> !token.isSymbol(';'));
        if (!atEnd()) {
            throw expected("the end of the statement");
        }
    }

    /** {@return the error that something else was expected than what comes next} */
    MalformedException expected(String what) {
        Token found = peek();
        String shown = atEnd() ? "the end" : shown(found);
        return MalformedException.at(text, found.offset(), "Expected " + what + ", found " + shown + ".",
                Keywords.isReserved(found) ? "A name that is also a keyword is written in double quotes." : "");
    }

    private static String shown(Token token) {
        String line = token.text().lines().findFirst().orElse("");
        int end = Math.min(line.length(), SHOWN);
        return line.substring(0, end) + (end < token.length() ? "…" : "");
    }
}
