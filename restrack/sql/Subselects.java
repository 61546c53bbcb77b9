package restrack.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Tells, token by token, whether a statement is inside of a sub-select. */
final class Subselects {
    private final Deque<Boolean> parentheses = new ArrayDeque<>();

    /** Passes a token. */
    void pass(List<Token> tokens, int i) {
        var token = tokens.get(i);
        if (token.isSymbol('(')) {
            boolean selects = i + 1 < tokens.size() && (tokens.get(i + 1).is("SELECT") || tokens.get(i + 1).is("WITH"));
            parentheses.push(selects || inside());
        } else if (token.isSymbol(')') && !parentheses.isEmpty()) {
            parentheses.pop();
        }
    }

    /** {@return how many parentheses are open} */
    int depth() {
        return parentheses.size();
    }

    /** {@return whether one of them holds a sub-select} */
    boolean inside() {
        return !parentheses.isEmpty() && parentheses.peek();
    }
}
