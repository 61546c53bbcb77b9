package restrack.database.postgres;

import java.util.List;
import java.util.OptionalInt;
import restrack.sql.Compound;
import restrack.sql.Token;

/**
 * Statements with semicolons in them: routines whose body is {@code BEGIN ATOMIC … END}, and rules with several
 * actions in parentheses. All other bodies are strings.
 */
final class PostgresCompound implements Compound {
    @Override
    public boolean begins(List<Token> tokens, int first) {
        if (!tokens.get(first).is("CREATE")) {
            return false;
        }
        int kind = kind(tokens, first);
        return kind < tokens.size() && (isRoutine(tokens.get(kind)) || tokens.get(kind).is("RULE"));
    }

    @Override
    public OptionalInt close(List<Token> tokens, int first) {
        int kind = kind(tokens, first);
        return isRoutine(tokens.get(kind)) ? closeRoutine(tokens, kind) : closeRule(tokens, kind);
    }

    private static boolean isRoutine(Token token) {
        return token.is("FUNCTION") || token.is("PROCEDURE");
    }

    /** Where it is said what is created. */
    private static int kind(List<Token> tokens, int first) {
        int next = next(tokens, first);
        return next < tokens.size() && tokens.get(next).is("OR") ? next(tokens, next(tokens, next)) : next;
    }

    private static int next(List<Token> tokens, int from) {
        int next = from + 1;
        while (next < tokens.size() && tokens.get(next).isSpaceOrComment()) {
            next++;
        }
        return next;
    }

    /** A routine whose body is a string ends as any other statement does. */
    private static OptionalInt closeRoutine(List<Token> tokens, int kind) {
        for (int i = kind; i < tokens.size() && !tokens.get(i).isSymbol(';'); i++) {
            int next = next(tokens, i);
            if (tokens.get(i).is("BEGIN") && next < tokens.size() && tokens.get(next).is("ATOMIC")) {
                return closeBody(tokens, next);
            }
        }
        return OptionalInt.of(kind);
    }

    /** In the body, only CASE has an END of its own. Behind AS or a dot, both are names. */
    private static OptionalInt closeBody(List<Token> tokens, int atomic) {
        int open = 1;
        var before = tokens.get(atomic);
        for (int i = atomic + 1; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isSpaceOrComment()) {
                continue;
            }
            if (!before.is("AS") && !before.isSymbol('.')) {
                open += token.is("CASE") ? 1 : token.is("END") ? -1 : 0;
            }
            if (open == 0) {
                return OptionalInt.of(i);
            }
            before = token;
        }
        return OptionalInt.empty();
    }

    private static OptionalInt closeRule(List<Token> tokens, int kind) {
        int depth = 0;
        for (int i = kind; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth <= 0 && token.isSymbol(';')) {
                return OptionalInt.of(i - 1);
            }
        }
        return OptionalInt.of(depth <= 0 ? tokens.size() - 1 : kind);
    }
}
