package restrack.database.sqlite.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * Which names a piece of SQL mentions. Keywords that are no names at their place do not count: in
 * {@code CASE end WHEN 1 THEN x END} the first {@code end} is a column.
 */
public final class Mentions {
    /** Words behind a complete operand that are no operators: no operand follows them. */
    private static final List<String> CLOSING = List.of("END", "ISNULL", "NOTNULL", "ASC", "DESC", "NULLS", "FIRST",
            "LAST");

    private final Reader in;
    private final List<Mention> found = new ArrayList<>();

    private Mentions(Reader in) {
        this.in = in;
    }

    /**
     * {@return the names in an expression, in order: of columns, and in a subquery also of tables} Names of functions,
     * collations and types are not among them. A name in double quotes may be meant as a string.
     *
     * @param text a text
     * @param span where the expression stands in it
     */
    public static List<Mention> of(String text, Span span) {
        var mentions = new Mentions(Reader.of(text, span));
        mentions.expression();
        return mentions.found;
    }

    /**
     * {@return all that could be a name in any piece of SQL, in order: unreserved words and names in quotes} For
     * whole statements, where too many are better than too few.
     */
    public static List<Mention> anywhere(String text, Span span) {
        var mentions = new Mentions(Reader.of(text, span));
        while (!mentions.in.atEnd()) {
            mentions.name();
        }
        return mentions.found;
    }

    /** {@return what stands in single quotes, in order, as if it were names} In a few places SQLite takes it so. */
    public static List<Name> strings(String text, Span span) {
        var in = Reader.of(text, span);
        var found = new ArrayList<Name>();
        while (!in.atEnd()) {
            Token token = in.next();
            if (token.kind() == TokenKind.STRING) {
                found.add(Reader.toName(token));
            }
        }
        return found;
    }

    /** Tells names from keywords by whether an operand is due or an operator. */
    private void expression() {
        while (!in.atEnd()) {
            if (isDue()) {
                operator();
            }
        }
    }

    /** Reads what stands where an operand is due; false if one is due still. */
    private boolean isDue() {
        Token token = in.peek();
        return switch (token.kind()) {
            case WORD, QUOTED_NAME, STRING -> operand(token);
            case SYMBOL -> in.next().isSymbol(')');
            default -> in.next().kind() != TokenKind.BAD;
        };
    }

    private boolean operand(Token token) {
        if (Keywords.isReserved(token)) {
            return in.next().is("NULL");
        }
        if (Keywords.isTime(token)) {
            in.next();
            return true;
        }
        if (in.peek(1).isSymbol('(')) {
            in.next();
            return false;
        }
        name();
        return true;
    }

    /** Reads what stands behind a complete operand, up to where the next one is due. */
    private void operator() {
        while (!in.atEnd()) {
            Token token = in.next();
            if (token.is("COLLATE") || token.is("OVER") && !in.peek().isSymbol('(')) {
                in.next();
            } else if (token.is("AS")) {
                typeOrAlias();
            } else if (!token.isSymbol(')') && CLOSING.stream().noneMatch(token::is)) {
                return;
            }
        }
    }

    private void typeOrAlias() {
        boolean any = Keywords.isTypeWord(in.peek());
        while (Keywords.isTypeWord(in.peek())) {
            in.next();
        }
        if (any && in.accept('(')) {
            in.pass(it -> false);
            in.accept(')');
        }
    }

    /** Passes a name with all that stands before its dots, or whatever else comes. */
    private void name() {
        Optional<Name> qualifier = Optional.empty();
        while (in.peek().isName() && in.peek(1).isSymbol('.') && in.peek(2).isName()) {
            qualifier = Optional.of(Reader.toName(in.next()));
            in.next();
        }
        Token token = in.next();
        if (token.kind() != TokenKind.STRING && (qualifier.isPresent() ? token.isName() : Keywords.isName(token))) {
            found.add(new Mention(Reader.toName(token), qualifier));
        }
    }
}
