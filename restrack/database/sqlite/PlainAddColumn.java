package restrack.database.sqlite;

import java.util.List;
import restrack.sql.Statement;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * An {@code ALTER TABLE … ADD COLUMN} that SQLite does itself whatever the table looks like and holds: a name, a type,
 * a literal as default. Most changes to tables are this one, and are recognised by their words alone.
 */
final class PlainAddColumn {
    /** What SQLite refuses in some tables, or checks without saying which rows are in the way. */
    private static final List<String> NOT_PLAIN = List.of("AFTER", "AS", "CHECK", "CONSTRAINT", "CURRENT_DATE",
            "CURRENT_TIME", "CURRENT_TIMESTAMP", "FIRST", "FOREIGN", "GENERATED", "IF", "PRIMARY", "REFERENCES",
            "UNIQUE");

    private PlainAddColumn() {
    }

    static boolean is(Statement statement) {
        var cursor = statement.cursor();
        if (!cursor.accept("ALTER", "TABLE") || cursor.accept("IF", "EXISTS") || cursor.tableName().isEmpty()
                || !cursor.accept("ADD")) {
            return false;
        }
        var tokens = statement.significant();
        boolean hasDefault = false;
        boolean notNull = false;
        for (int i = 3; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.isSymbol(',') && !insideType(tokens, i) || NOT_PLAIN.stream().anyMatch(token::is)) {
                return false;
            }
            notNull |= token.is("NOT");
            if (token.is("DEFAULT")) {
                hasDefault = i + 1 < tokens.size() && isLiteral(tokens.get(i + 1));
                if (!hasDefault) {
                    return false;
                }
            }
        }
        return hasDefault || !notNull;
    }

    /** A comma between two numbers: {@code DECIMAL(10, 2)}. */
    private static boolean insideType(List<Token> tokens, int comma) {
        return tokens.get(comma - 1).kind() == TokenKind.NUMBER && comma + 1 < tokens.size()
                && tokens.get(comma + 1).kind() == TokenKind.NUMBER;
    }

    private static boolean isLiteral(Token token) {
        return switch (token.kind()) {
            case NUMBER, STRING, BLOB -> true;
            case SYMBOL -> token.isSymbol('-') || token.isSymbol('+');
            case WORD -> token.is("TRUE") || token.is("FALSE");
            default -> false;
        };
    }
}
