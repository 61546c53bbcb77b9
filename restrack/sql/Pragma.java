package restrack.sql;

import java.util.Optional;

/**
 * A {@code PRAGMA} statement.
 *
 * @param schema   the database it is for; empty if none is named
 * @param name     its name, as written
 * @param argument what stands behind {@code =} or in parentheses; empty if nothing does. Whether it sets
 *                 something, as {@code cache_size(100)} does, or asks, as {@code table_info(t)}, is up to the name
 */
public record Pragma(String schema, String name, Optional<String> argument) {
    /** {@return the pragma that the statement is; none for any other statement} */
    public static Optional<Pragma> of(Statement statement) {
        var cursor = statement.cursor();
        if (!cursor.accept("PRAGMA")) {
            return Optional.empty();
        }
        return cursor.tableName().map(name -> new Pragma(name.schema(), name.table(), argument(cursor)));
    }

    /** {@return whether this is the pragma of that name, in any case} */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    private static Optional<String> argument(TokenCursor cursor) {
        if (!cursor.accept('=') && !cursor.accept('(')) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        while (!cursor.atEnd() && !cursor.accept(')')) {
            text.append(cursor.next().name());
        }
        return Optional.of(text.toString());
    }
}
