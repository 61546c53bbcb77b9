package restrack.database.mariadb.read;

import java.util.List;
import java.util.Set;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * Takes the name of the database out of what the server prints: it names functions and sequences in full, tables not.
 * Only a name that is before one of those is taken out, for a table may be called as the database is.
 */
final class Unqualified {
    private static final Set<String> OF_SEQUENCES = Set.of("nextval", "lastval", "setval");

    private Unqualified() {
    }

    /** @param databases what the database is called, and was called where the statement comes from */
    static String text(String text, List<String> databases) {
        var result = text;
        for (var database : databases) {
            result = text(result, database);
        }
        return result;
    }

    private static String text(String text, String database) {
        if (!text.contains(MariaNames.quoted(database) + ".")) {
            return text;
        }
        var tokens = Printed.tokens(text);
        var result = new StringBuilder();
        int copied = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (isQuoted(tokens.get(i)) && tokens.get(i).name().equals(database) && tokens.get(i + 1).isSymbol('.')
                    && isQuoted(tokens.get(i + 2)) && (isFunction(tokens, i + 2) || isSequence(tokens, i))) {
                result.append(text, copied, tokens.get(i).offset());
                copied = tokens.get(i + 2).offset();
            }
        }
        return result.append(text.substring(copied)).toString();
    }

    private static boolean isQuoted(Token token) {
        return token.kind() == TokenKind.QUOTED_NAME;
    }

    private static boolean isFunction(List<Token> tokens, int name) {
        return name + 1 < tokens.size() && tokens.get(name + 1).isSymbol('(');
    }

    private static boolean isSequence(List<Token> tokens, int at) {
        return at > 1 && tokens.get(at - 1).isSymbol('(') && OF_SEQUENCES.contains(tokens.get(at - 2).text());
    }
}
