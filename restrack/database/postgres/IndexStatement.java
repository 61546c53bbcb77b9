package restrack.database.postgres;

import java.util.Optional;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TokenCursor;

/**
 * What a {@code CREATE INDEX} or {@code DROP INDEX} is about.
 *
 * @param creates whether it creates the index
 * @param name    the index, quoted as it has to be, with its schema if that is said; empty if PostgreSQL names it
 * @param table   the table, likewise; empty for {@code DROP INDEX}
 */
record IndexStatement(boolean creates, String name, String table) {
    /** {@return what the statement is about; nothing if it is neither of the two} */
    static Optional<IndexStatement> of(Statement statement) {
        var cursor = statement.cursor();
        if (cursor.accept("DROP", "INDEX")) {
            cursor.accept("CONCURRENTLY");
            cursor.accept("IF", "EXISTS");
            return Optional.of(new IndexStatement(false, name(cursor), ""));
        }
        if (!cursor.accept("CREATE")) {
            return Optional.empty();
        }
        cursor.accept("UNIQUE");
        if (!cursor.accept("INDEX")) {
            return Optional.empty();
        }
        cursor.accept("CONCURRENTLY");
        cursor.accept("IF", "NOT", "EXISTS");
        var name = cursor.accept("ON") ? "" : name(cursor);
        if (!name.isEmpty()) {
            cursor.accept("ON");
        }
        cursor.accept("ONLY");
        return Optional.of(new IndexStatement(true, name, name(cursor)));
    }

    private static String name(TokenCursor cursor) {
        if (cursor.atEnd()) {
            return "";
        }
        var first = part(cursor.next());
        return cursor.accept('.') && !cursor.atEnd() ? first + "." + part(cursor.next()) : first;
    }

    private static String part(Token token) {
        return token.isWord() ? token.name() : token.text();
    }
}
