package restrack.sql;

import java.util.List;
import java.util.Optional;

/** Walks over the significant tokens of a statement, as one reads its grammar aloud. */
public final class TokenCursor {
    private final List<Token> tokens;
    private int at;

    /** @param tokens tokens without white space and comments */
    public TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** {@return whether all tokens are passed} */
    public boolean atEnd() {
        return at == tokens.size();
    }

    /** {@return the next token, which is then passed} Only if not {@link #atEnd}. */
    public Token next() {
        return tokens.get(at++);
    }

    /** {@return the tokens that are not passed yet} */
    public List<Token> rest() {
        return tokens.subList(at, tokens.size());
    }

    /** {@return whether the next tokens are these keywords, which are then passed; otherwise nothing is} */
    public boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** {@return whether the next token is this symbol, which is then passed} */
    public boolean accept(char symbol) {
        boolean found = !atEnd() && tokens.get(at).isSymbol(symbol);
        at += found ? 1 : 0;
        return found;
    }

    /** {@return the name that comes next and is then passed, without quotes; none if no name comes} */
    public Optional<String> name() {
        return !atEnd() && tokens.get(at).isName() ? Optional.of(next().name()) : Optional.empty();
    }

    /** {@return the name, perhaps with a schema before it, that comes next and is then passed} */
    public Optional<TableName> tableName() {
        return name().map(first -> accept('.')
                ? new TableName(first, name().orElse(""))
                : new TableName("", first));
    }

    /** {@return whether nothing more is said about a name that was just passed, but perhaps CASCADE or RESTRICT} */
    boolean endsAction() {
        return atEnd() || tokens.get(at).isSymbol(',') || tokens.get(at).is("CASCADE") || tokens.get(at).is("RESTRICT");
    }

    /** Passes tokens up to the keyword, which is passed too, or to the end; those in parentheses are not looked at. */
    public boolean skipPast(String word) {
        for (int depth = 0; !atEnd();) {
            Token token = next();
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.is(word)) {
                return true;
            }
        }
        return false;
    }

    /** Passes tokens up to and with the next comma outside parentheses; false if there is none. */
    public boolean skipPastComma() {
        for (int depth = 0; !atEnd();) {
            Token token = next();
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.isSymbol(',')) {
                return true;
            }
        }
        return false;
    }
}
