package restrack.database.sqlite.grammar;

import java.util.List;
import java.util.OptionalInt;
import restrack.sql.Compound;
import restrack.sql.Syntax;
import restrack.sql.Syntax.Trait;
import restrack.sql.Token;

/** SQL as SQLite reads it. */
public final class SqliteSyntax {
    /** Its tokens, and its one statement that contains others: CREATE TRIGGER. */
    public static final Syntax SQLITE =
            Syntax.of(new Trigger(), Trait.BRACKET_NAMES, Trait.BACKTICK_NAMES, Trait.OPEN_COMMENT_AT_END);

    private SqliteSyntax() {
    }

    /**
     * Finds the end of a trigger as SQLite's grammar does. Every statement of the body ends with a semicolon and
     * none begins with END, so the trigger's END is the first one right behind a semicolon: neither the END of a
     * CASE nor a column that is called {@code end} can stand there.
     */
    private static final class Trigger implements Compound {
        @Override
        public boolean begins(List<Token> tokens, int first) {
            if (!tokens.get(first).is("CREATE") && !tokens.get(first).is("EXPLAIN")) {
                return false;
            }
            int at = first;
            if (tokens.get(at).is("EXPLAIN")) {
                at = next(tokens, at);
                if (is(tokens, at, "QUERY")) {
                    at = next(tokens, next(tokens, at));
                }
            }
            if (!is(tokens, at, "CREATE")) {
                return false;
            }
            at = next(tokens, at);
            if (is(tokens, at, "TEMP") || is(tokens, at, "TEMPORARY")) {
                at = next(tokens, at);
            }
            return is(tokens, at, "TRIGGER") && hasBody(tokens, at);
        }

        @Override
        public OptionalInt close(List<Token> tokens, int first) {
            for (int at = first; at < tokens.size(); at = next(tokens, at)) {
                if (tokens.get(at).isSymbol(';') && is(tokens, next(tokens, at), "END")) {
                    return OptionalInt.of(next(tokens, at));
                }
            }
            return OptionalInt.empty();
        }

        private static boolean hasBody(List<Token> tokens, int trigger) {
            for (int at = trigger; at < tokens.size() && !tokens.get(at).isSymbol(';'); at = next(tokens, at)) {
                if (tokens.get(at).is("BEGIN")) {
                    return true;
                }
            }
            return false;
        }

        private static boolean is(List<Token> tokens, int at, String word) {
            return at < tokens.size() && tokens.get(at).is(word);
        }

        /** The index of the next token that is neither white space nor a comment. */
        private static int next(List<Token> tokens, int at) {
            int next = at + 1;
            while (next < tokens.size() && tokens.get(next).isSpaceOrComment()) {
                next++;
            }
            return next;
        }
    }
}
