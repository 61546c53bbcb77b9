package restrack.database.sqlite.read;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/** What is the same for two declared types that say the same. */
final class TypeForm {
    /** What the SQL standard itself abbreviates. */
    private static final Map<String, String> LONG = Map.of("INT", "INTEGER", "DEC", "DECIMAL", "CHAR", "CHARACTER",
            "CHAR VARYING", "VARCHAR", "CHARACTER VARYING", "VARCHAR", "BOOL", "BOOLEAN");

    private TypeForm() {
    }

    /** {@return the type in words of upper case, without needless white space: {@code VARCHAR(100)}} */
    static String exact(String type) {
        var tokens = Tokens.of(type, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).toList();
        var words = tokens.stream().takeWhile(it -> !it.isSymbol('(')).map(Token::name)
                .collect(Collectors.joining(" ")).toUpperCase(Locale.ROOT);
        var rest = tokens.stream().dropWhile(it -> !it.isSymbol('(')).map(Token::text).collect(Collectors.joining());
        return LONG.getOrDefault(words, words) + rest.toUpperCase(Locale.ROOT);
    }
}
