package restrack.database.sqlite.grammar;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.sql.Token;

/**
 * Reads what an index or a key is over. An expression is not taken apart; only so much is looked at as tells whether
 * it is a column, and which words behind it are not part of it.
 */
final class IndexedColumnReader {
    /** Words behind which ASC and DESC can only be names. They are no reserved ones. */
    private static final Set<String> OPERATORS = Set.of("LIKE", "GLOB", "REGEXP", "MATCH");

    private IndexedColumnReader() {
    }

    /** {@return the next column or expression, up to the comma or parenthesis behind it} */
    static IndexedColumn read(Reader in) {
        List<Token> all = in.expression("a column or an expression");
        List<Token> tokens = withoutNulls(all);
        boolean ordered = isOrdered(tokens);
        boolean descending = ordered && last(tokens, 1).is("DESC");
        tokens = ordered ? tokens.subList(0, tokens.size() - 1) : tokens;
        List<Token> expression = tokens;
        Optional<Name> collation = Optional.empty();
        while (isCollated(tokens) || isParenthesized(tokens)) {
            if (isCollated(tokens)) {
                // The outermost counts, which is read first.
                Name name = Reader.toName(last(tokens, 1));
                collation = collation.isPresent() ? collation : Optional.of(name);
                tokens = tokens.subList(0, tokens.size() - 2);
                expression = collation.get() == name && expression.size() == tokens.size() + 2 ? tokens : expression;
            } else {
                tokens = tokens.subList(1, tokens.size() - 1);
            }
        }
        boolean column = tokens.size() == 1 && Keywords.isName(tokens.get(0));
        return new IndexedColumn(Reader.span(all), Reader.span(expression),
                column ? Optional.of(Reader.toName(tokens.get(0))) : Optional.empty(), collation, descending);
    }

    /** Without {@code NULLS FIRST}, which SQLite reads here and then refuses. */
    private static List<Token> withoutNulls(List<Token> tokens) {
        boolean found = tokens.size() > 2 && last(tokens, 2).is("NULLS")
                && (last(tokens, 1).is("FIRST") || last(tokens, 1).is("LAST"));
        return found ? tokens.subList(0, tokens.size() - 2) : tokens;
    }

    /** Whether the last word is ASC or DESC and not a name. */
    private static boolean isOrdered(List<Token> tokens) {
        if (tokens.size() < 2 || !last(tokens, 1).is("ASC") && !last(tokens, 1).is("DESC")) {
            return false;
        }
        return tokens.size() == 2 || endsExpression(last(tokens, 2));
    }

    private static boolean endsExpression(Token token) {
        return switch (token.kind()) {
            case SYMBOL -> token.isSymbol(')');
            case WORD -> token.is("NULL") || token.is("ISNULL") || token.is("NOTNULL")
                    || !Keywords.isReserved(token) && OPERATORS.stream().noneMatch(token::is);
            default -> true;
        };
    }

    /** Whether all of it, and not only its last term, has a collation. */
    private static boolean isCollated(List<Token> tokens) {
        int size = tokens.size();
        if (size < 3 || !last(tokens, 2).is("COLLATE") || !Keywords.isName(last(tokens, 1))) {
            return false;
        }
        List<Token> term = tokens.subList(0, size - 2);
        boolean call = term.size() > 2 && Keywords.isName(term.get(0));
        return term.size() == 1 || isCollated(term) || isParenthesized(call ? term.subList(1, term.size()) : term);
    }

    /** Whether the first parenthesis is closed by the last one. */
    private static boolean isParenthesized(List<Token> tokens) {
        if (tokens.size() < 3 || !tokens.get(0).isSymbol('(')) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }

    private static Token last(List<Token> tokens, int count) {
        return tokens.get(tokens.size() - count);
    }
}
