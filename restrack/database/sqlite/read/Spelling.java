package restrack.database.sqlite.read;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.grammar.Span;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * A piece of SQL in the one way of all the ways in which it can be written: without comments, one space between two
 * tokens, keywords and names in small letters, names in quotes only where they must be.
 *
 * <p>What stands in double quotes is a name if there is something of that name, and a string otherwise (SQLite
 * documentation, "Quirks, Caveats, and Gotchas In SQLite", 8).
 */
final class Spelling {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    /** Words that mean a value, but in quotes a column. */
    private static final Set<String> VALUES =
            Set.of("true", "false", "current_date", "current_time", "current_timestamp");
    /** Keywords behind which only a name can come. */
    private static final Set<String> BEFORE_NAMES = Set.of("FROM", "JOIN", "INTO", "UPDATE", "AS", "COLLATE");

    private final List<Token> tokens;
    private final Predicate<String> names;

    /**
     * @param text  the text
     * @param names tells of what stands in double quotes, in small letters, whether it is a name there
     */
    Spelling(String text, Predicate<String> names) {
        this.tokens = Tokens.of(text, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).toList();
        this.names = names;
    }

    /** {@return a piece of the text in the one way, without the parentheses around all of it} */
    String inside(Span span) {
        int from = first(span.start());
        int to = first(span.end());
        while (isParenthesized(from, to)) {
            from++;
            to--;
        }
        return spelled(from, to);
    }

    /** {@return a piece of the text with only white space and comments made one; the rest as it was written} */
    String asWritten(Span span) {
        return tokens(span).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /** {@return the tokens of a piece of the text} */
    List<Token> tokens(Span span) {
        return tokens.subList(first(span.start()), first(span.end()));
    }

    /** {@return the significant tokens of the whole text} */
    List<Token> tokens() {
        return tokens;
    }

    /** {@return the tokens from one to before another, by their numbers, in the one way} */
    String spelled(int from, int to) {
        var spelled = new StringBuilder();
        for (int i = from; i < to; i++) {
            spelled.append(i > from ? " " : "").append(spelled(i));
        }
        return spelled.toString();
    }

    private static String name(String name) {
        var key = SqliteNames.key(name);
        boolean plain = PLAIN.matcher(key).matches() && !VALUES.contains(key) && Quoted.word(key).equals(key);
        return plain ? key : Quoted.name(key);
    }

    private String spelled(int at) {
        Token token = tokens.get(at);
        var text = token.text();
        return switch (token.kind()) {
            case WORD -> word(text);
            case QUOTED_NAME -> text.charAt(0) != '"' || isName(at) ? name(token.name()) : Quoted.text(token.name());
            case STRING -> isBehindNameWord(at) || isQualified(at) ? name(token.name()) : text;
            case NUMBER, BLOB -> text.toLowerCase(Locale.ROOT);
            case SYMBOL -> text.equals("!=") ? "<>" : text.equals("==") ? "=" : text;
            default -> text;
        };
    }

    private static String word(String text) {
        var key = SqliteNames.key(text);
        return PLAIN.matcher(key).matches() ? key : Quoted.name(key);
    }

    private boolean isName(int at) {
        return names.test(SqliteNames.key(tokens.get(at).name())) || isNamePlace(at);
    }

    /** {@return whether what stands in quotes there can be nothing but a name} */
    boolean isNamePlace(int at) {
        return isBehindNameWord(at) || isQualified(at) || isSymbol(at + 1, '(') || isAlias(at);
    }

    private boolean isBehindNameWord(int at) {
        if (at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        // Not the FROM of "a IS DISTINCT FROM b".
        return BEFORE_NAMES.stream().anyMatch(before::is)
                && !(before.is("FROM") && at > 1 && tokens.get(at - 2).is("DISTINCT"));
    }

    private boolean isQualified(int at) {
        return isSymbol(at - 1, '.') || isSymbol(at + 1, '.');
    }

    /** Right behind an operand that ends there no other can come. */
    private boolean isAlias(int at) {
        if (at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        return before.isSymbol(')') || switch (before.kind()) {
            case QUOTED_NAME, STRING, NUMBER, BLOB -> true;
            default -> false;
        };
    }

    private boolean isSymbol(int at, char symbol) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isSymbol(symbol);
    }

    /** Whether the first parenthesis is closed by the last one. */
    private boolean isParenthesized(int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += isSymbol(i, '(') ? 1 : isSymbol(i, ')') ? -1 : 0;
            if (depth == 0) {
                return i == to - 1 && i > from + 1;
            }
        }
        return false;
    }

    /** The number of the first token that does not begin before a place. */
    private int first(int place) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).offset() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** {@return whether a token is a value that says itself: a number, a string or one of the words for values} */
    static boolean isLiteral(Token token) {
        return token.kind() == TokenKind.NUMBER || token.kind() == TokenKind.STRING || token.kind() == TokenKind.BLOB
                || token.is("NULL") || token.kind() == TokenKind.WORD && VALUES.contains(SqliteNames.key(token.text()));
    }
}
