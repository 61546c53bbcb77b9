package restrack.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a statement does with rows.
 *
 * @param verb     what it does
 * @param everyRow whether it, or a part of it in {@code WITH}, updates or deletes without a condition. A condition is a
 *                 {@code WHERE} of the statement's own, not of a subquery; whether it is true for every row is not
 *                 looked at
 */
public record RowAction(Verb verb, boolean everyRow) {
    /** The four things that can be done with rows. */
    public enum Verb {
        READ, INSERT, UPDATE, DELETE
    }

    /** {@return whether rows are changed by it} */
    public boolean changes() {
        return verb != Verb.READ;
    }

    /** {@return what the statement does with rows; none for one that is not about rows} */
    public static Optional<RowAction> of(Statement statement) {
        return of(statement.significant());
    }

    private static Optional<RowAction> of(List<Token> tokens) {
        var cursor = new TokenCursor(tokens);
        boolean everyRow = false;
        if (cursor.accept("WITH")) {
            cursor.accept("RECURSIVE");
            do {
                everyRow |= commonTable(cursor);
            } while (cursor.accept(','));
        }
        if (cursor.accept("SELECT") || cursor.accept("VALUES")) {
            return Optional.of(new RowAction(Verb.READ, everyRow));
        }
        if (cursor.accept("INSERT") || cursor.accept("REPLACE")) {
            return Optional.of(new RowAction(Verb.INSERT, everyRow));
        }
        if (cursor.accept("UPDATE")) {
            return Optional.of(new RowAction(Verb.UPDATE, !cursor.skipPast("WHERE") || everyRow));
        }
        return cursor.accept("DELETE")
                ? Optional.of(new RowAction(Verb.DELETE, !cursor.skipPast("WHERE") || everyRow)) : Optional.empty();
    }

    /** Passes {@code name (columns) AS NOT MATERIALIZED (statement)}; {@return whether that is for every row} */
    private static boolean commonTable(TokenCursor cursor) {
        cursor.name();
        inParentheses(cursor);
        cursor.accept("AS");
        cursor.accept("NOT");
        cursor.accept("MATERIALIZED");
        return of(inParentheses(cursor)).filter(RowAction::everyRow).isPresent();
    }

    /** Passes what is in parentheses, if they come next; {@return the tokens between them} */
    private static List<Token> inParentheses(TokenCursor cursor) {
        var inside = new ArrayList<Token>();
        if (cursor.accept('(')) {
            for (int depth = 1; !cursor.atEnd();) {
                var token = cursor.next();
                depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
                if (depth == 0) {
                    break;
                }
                inside.add(token);
            }
        }
        return inside;
    }
}
