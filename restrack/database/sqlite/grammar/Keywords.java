package restrack.database.sqlite.grammar;

import java.util.Locale;
import java.util.Set;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * Which words SQLite takes for names. It has about 150 keywords, but most of them fall back to a name wherever they
 * make no sense as a keyword.
 */
final class Keywords {
    /** Those that never are a name without quotes. */
    private static final Set<String> RESERVED = Set.of("ADD", "ALL", "ALTER", "AND", "AS", "AUTOINCREMENT", "BETWEEN",
            "CASE", "CHECK", "COLLATE", "COMMIT", "CONSTRAINT", "CREATE", "DEFAULT", "DEFERRABLE", "DELETE",
            "DISTINCT", "DROP", "ELSE", "ESCAPE", "EXCEPT", "EXISTS", "FOREIGN", "FROM", "GROUP", "HAVING", "IN",
            "INDEX", "INSERT", "INTERSECT", "INTO", "IS", "ISNULL", "JOIN", "LIMIT", "NOT", "NOTHING", "NOTNULL",
            "NULL", "ON", "OR", "ORDER", "PRIMARY", "REFERENCES", "RETURNING", "SELECT", "SET", "TABLE", "THEN",
            "TO", "TRANSACTION", "UNION", "UNIQUE", "UPDATE", "USING", "VALUES", "WHEN", "WHERE");
    /** Those that are names of tables and columns, but no words of a type and no values. */
    private static final Set<String> JOINS = Set.of("CROSS", "FULL", "INNER", "LEFT", "NATURAL", "OUTER", "RIGHT");
    private static final Set<String> TIMES = Set.of("CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP");

    private Keywords() {
    }

    /** {@return whether it is a word that must be quoted to be a name} */
    static boolean isReserved(Token token) {
        return isOneOf(token, RESERVED);
    }

    /** {@return whether it may stand where the name of a table, column or constraint is wanted} */
    static boolean isName(Token token) {
        return token.isName() && !isReserved(token);
    }

    /** {@return whether it may be a word of a type} */
    static boolean isTypeWord(Token token) {
        return isName(token) && !isOneOf(token, JOINS) && !token.is("INDEXED");
    }

    /** {@return whether it may be a default by itself} */
    static boolean isDefaultWord(Token token) {
        return isName(token) && !isOneOf(token, JOINS);
    }

    /** {@return whether it is the present time, which in an expression is never a name} */
    static boolean isTime(Token token) {
        return isOneOf(token, TIMES);
    }

    private static boolean isOneOf(Token token, Set<String> words) {
        return token.kind() == TokenKind.WORD && words.contains(token.text().toUpperCase(Locale.ROOT));
    }
}
