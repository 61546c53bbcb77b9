package restrack.database.mariadb.alter;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * The definition of a column, as {@code SHOW CREATE TABLE} prints it, in clauses that can be exchanged one by one. What
 * {@code MODIFY} is not told it forgets, so every clause is kept that is not exchanged, known here or not.
 */
final class ColumnText {
    /** What a definition consists of, in an order in which MariaDB takes it. */
    enum Clause { TYPE, COMPRESSED, CHARACTER_SET, COLLATE, GENERATED, NULL, DEFAULT, ON_UPDATE, AUTO_INCREMENT, OTHER,
        COMMENT, CHECK }

    private static final Map<String, Clause> FIRST_WORDS = Map.ofEntries(Map.entry("CHARACTER", Clause.CHARACTER_SET),
            Map.entry("CHARSET", Clause.CHARACTER_SET), Map.entry("COLLATE", Clause.COLLATE),
            Map.entry("GENERATED", Clause.GENERATED), Map.entry("AS", Clause.GENERATED),
            Map.entry("NOT", Clause.NULL), Map.entry("NULL", Clause.NULL), Map.entry("DEFAULT", Clause.DEFAULT),
            Map.entry("ON", Clause.ON_UPDATE), Map.entry("AUTO_INCREMENT", Clause.AUTO_INCREMENT),
            Map.entry("COMMENT", Clause.COMMENT), Map.entry("CHECK", Clause.CHECK),
            Map.entry("INVISIBLE", Clause.OTHER), Map.entry("WITHOUT", Clause.OTHER), Map.entry("WITH", Clause.OTHER),
            Map.entry("REF_SYSTEM_ID", Clause.OTHER), Map.entry("STORAGE", Clause.OTHER),
            Map.entry("COLUMN_FORMAT", Clause.OTHER));
    private static final Set<String> TEXTS = Set.of("CHAR", "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT",
            "ENUM", "SET", "CHARACTER", "NCHAR", "NVARCHAR", "CLOB", "LONG");

    private static final Pattern TIME = Pattern.compile(
            "(?i)\\s*(?:datetime|timestamp)\\s*(?:\\(\\s*(\\d)\\s*\\))?\\s*");
    private static final Pattern NOW = Pattern.compile("(?i)\\bcurrent_timestamp\\(\\d?\\)");

    private final Map<Clause, String> clauses = new EnumMap<>(Clause.class);

    /** @param tokens what follows the column's name; without white space and comments, but with marks of conditions */
    ColumnText(List<Token> tokens) {
        int start = 0;
        var clause = Clause.TYPE;
        int depth = 0;
        boolean condition = false;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var begun = depth > 0 || condition ? Optional.<Clause>empty() : beginning(tokens, i, start);
            if (begun.isPresent()) {
                add(clause, tokens.subList(start, i));
                start = i;
                clause = begun.get();
            }
            condition ^= token.kind() == TokenKind.CONDITION;
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
        }
        add(clause, tokens.subList(start, tokens.size()));
    }

    private void add(Clause clause, List<Token> tokens) {
        if (!tokens.isEmpty()) {
            clauses.merge(clause, AlterParser.text(tokens), (a, b) -> a + " " + b);
        }
    }

    /** {@return the clause that begins with a token; none if it goes on} What follows DEFAULT is its value. */
    private static Optional<Clause> beginning(List<Token> tokens, int i, int start) {
        var before = i > start ? tokens.get(i - 1) : null;
        if (i == 0 || before != null && (before.is("DEFAULT") || before.is("NOT"))) {
            return Optional.empty();
        }
        if (tokens.get(i).kind() == TokenKind.CONDITION) {
            boolean compressed = i + 1 < tokens.size() && tokens.get(i + 1).is("COMPRESSED");
            return Optional.of(compressed ? Clause.COMPRESSED : Clause.OTHER);
        }
        return tokens.get(i).kind() == TokenKind.WORD
                ? Optional.ofNullable(FIRST_WORDS.get(tokens.get(i).text().toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** {@return what it says of something; empty if nothing} */
    String get(Clause clause) {
        return clauses.getOrDefault(clause, "");
    }

    boolean has(Clause clause) {
        return clauses.containsKey(clause);
    }

    void set(Clause clause, String text) {
        clauses.put(clause, text);
    }

    void remove(Clause clause) {
        clauses.remove(clause);
    }

    boolean isNotNull() {
        return get(Clause.NULL).toUpperCase(Locale.ROOT).startsWith("NOT");
    }

    /** Gives it another type. Character set and collation stay if both types are texts, unless others are said. */
    void setType(String type, String collation) {
        boolean text = isText(type);
        if (!text || !isText(get(Clause.TYPE)) || namesCharacterSet(type)) {
            remove(Clause.CHARACTER_SET);
            remove(Clause.COLLATE);
        }
        if (!text) {
            remove(Clause.COMPRESSED);
        }
        if (!collation.isEmpty()) {
            // The collation has a character set, which may be another one.
            remove(Clause.CHARACTER_SET);
            set(Clause.COLLATE, "COLLATE " + collation);
        }
        set(Clause.TYPE, type);
        keepPrecision(type);
    }

    /** The present time is stored as precisely as the type says, and MariaDB wants both to say the same. */
    private void keepPrecision(String type) {
        var time = TIME.matcher(type);
        if (time.matches()) {
            var precision = time.group(1) == null ? "" : time.group(1);
            for (var clause : List.of(Clause.DEFAULT, Clause.ON_UPDATE)) {
                clauses.computeIfPresent(clause, (it, text) -> NOW.matcher(text)
                        .replaceFirst("current_timestamp(" + precision + ")"));
            }
        }
    }

    private static boolean namesCharacterSet(String type) {
        return type.toUpperCase(Locale.ROOT).matches("(?s).*\\b(CHARACTER\\s+SET|CHARSET|ASCII|UNICODE|BINARY)\\b.*");
    }

    /** {@return whether a type has characters} */
    static boolean isText(String type) {
        return TEXTS.contains(type.strip().split("[\\s(]")[0].toUpperCase(Locale.ROOT));
    }

    /** {@return the definition} */
    @Override
    public String toString() {
        return String.join(" ", clauses.values());
    }
}
