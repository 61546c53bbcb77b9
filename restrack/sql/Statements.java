package restrack.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a text into its statements. A comment has to be closed even where the database would let it end with the
 * text: the statements that it swallows would be taken for run.
 */
public final class Statements {
    private final List<Token> tokens;
    private final Syntax syntax;
    private final List<Statement> found = new ArrayList<>();
    /** The line of the offset up to which line ends were counted. */
    private int line;
    private int counted;

    private Statements(List<Token> tokens, Syntax syntax, int firstLine) {
        this.tokens = tokens;
        this.syntax = syntax;
        this.line = firstLine;
    }

    /**
     * {@return the statements of a text, in order; empty ones are left out}
     *
     * @throws UnclosedException {@code BAD_SCRIPT} if something in it is not closed; the message says what and where
     */
    public static List<Statement> of(String text, Syntax syntax) {
        return of(text, syntax, 1);
    }

    /** As above, for a text that is a part of a file and begins on the given line of it. */
    public static List<Statement> of(String text, Syntax syntax, int firstLine) {
        return of(Tokens.of(text, syntax), syntax, firstLine);
    }

    /**
     * {@return the statements that tokens make, in order; empty ones are left out}
     *
     * @param tokens    tokens that follow one another in one text, not necessarily all of it
     * @param syntax    what they were read with
     * @param firstLine the line on which that text, which the tokens know, begins
     * @throws UnclosedException {@code BAD_SCRIPT} if something is not closed; the message says what, on which line
     */
    public static List<Statement> of(List<Token> tokens, Syntax syntax, int firstLine) {
        return new Statements(tokens, syntax, firstLine).cut();
    }

    private List<Statement> cut() {
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            refuseUnclosed(token);
            at = token.isSpaceOrComment() || token.endsStatement() ? at + 1 : add(at);
        }
        return Collections.unmodifiableList(found);
    }

    /** Adds the statement that begins at an index and returns the index behind it. */
    private int add(int first) {
        Token begin = tokens.get(first);
        int body = lastOfBody(first);
        int last = first;
        boolean condition = false;
        var significant = new ArrayList<Token>();
        for (int i = first; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > body && token.endsStatement() && !condition) {
                break;
            }
            refuseUnclosed(token);
            if (token.kind() == TokenKind.CONDITION) {
                condition = !condition;
                last = i;
            } else if (!token.isSpaceOrComment()) {
                significant.add(token);
                last = i;
            }
        }
        if (body == tokens.size()) {
            throw Unclosed.body(significant).at(lineOf(begin));
        }
        if (significant.isEmpty()) {
            return last + 1;
        }
        String text = begin.source().substring(begin.offset(), tokens.get(last).end());
        found.add(new Statement(text, begin.offset(), lineOf(begin), tokens.subList(first, last + 1),
                Collections.unmodifiableList(significant)));
        return last + 1;
    }

    /** The index up to which a semicolon does not end the statement; behind all tokens if that is nowhere. */
    private int lastOfBody(int first) {
        return syntax.compound().begins(tokens, first)
                ? syntax.compound().close(tokens, first).orElse(tokens.size())
                : first;
    }

    private void refuseUnclosed(Token token) {
        if (token.kind() == TokenKind.BAD || token.isOpenComment()) {
            Unclosed.of(token).ifPresent(it -> {
                throw it.at(lineOf(token));
            });
        }
    }

    private int lineOf(Token token) {
        for (; counted < token.offset(); counted++) {
            line += token.source().charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }
}
