package tests.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.TokenKind;
import restrack.sql.Tokens;

/**
 * Writes a statement in another way that means the same: other letters in keywords and names, other quotes, other white
 * space, comments.
 */
final class Respelled {
    /** Words that may be something else than a name where they stand. */
    private static final Set<String> KEYWORDS = Set.of("""
            abort action add after all alter always analyze and any as asc attach autoincrement before begin between by
            cascade case cast char character check collate column commit conflict constraint create cross current
            current_date current_time current_timestamp database date default deferrable deferred delete desc detach
            distinct do double drop each else end escape except exclude exclusive exists explain fail false filter first
            following for foreign from full generated glob group groups having if ignore immediate in index indexed
            initially inner insert instead int integer intersect into is isnull join key last left like limit match
            materialized natural new no not nothing notnull null nulls numeric of offset old on or order others outer
            over partition plan pragma preceding primary query raise range real recursive references regexp reindex
            release rename replace restrict returning right rollback row rowid rows savepoint select set stored strict
            table temp temporary text then ties time to transaction trigger true unbounded union unique update using
            vacuum values varying view virtual when where window with without""".split("\\s+"));

    private final Set<String> names;
    private final Random random;

    /**
     * @param names  what is a name, in small letters, also where it stands in double quotes
     * @param random decides how
     */
    Respelled(Set<String> names, Random random) {
        this.names = names;
        this.random = random;
    }

    String of(String sql) {
        var tokens = Tokens.of(sql, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).toList();
        if (tokens.size() > 1 && tokens.get(1).is("VIRTUAL")) {
            return sql;
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(word(tokens.get(i), i > 0 && tokens.get(i - 1).is("DEFAULT")));
        }
        var text = new StringBuilder();
        words.forEach(it -> text.append(it).append(space()));
        return text.toString();
    }

    private String word(Token token, boolean literal) {
        if (token.kind() == TokenKind.WORD && literal && !KEYWORDS.contains(lower(token.text()))) {
            return token.text();
        }
        boolean known = token.isName() && names.contains(lower(token.name())) && token.kind() != TokenKind.STRING;
        return switch (token.kind()) {
            case WORD -> known && !KEYWORDS.contains(lower(token.text())) ? name(token.text())
                    : otherCase(token.text());
            case QUOTED_NAME -> known && !literal ? quoted(otherCase(token.name())) : token.text();
            case NUMBER, BLOB -> otherCase(token.text());
            default -> token.text();
        };
    }

    private String name(String name) {
        return random.nextBoolean() ? quoted(otherCase(name)) : otherCase(name);
    }

    private String quoted(String name) {
        return switch (random.nextInt(name.contains("]") ? 2 : 3)) {
            case 0 -> '"' + name.replace("\"", "\"\"") + '"';
            case 1 -> '`' + name.replace("`", "``") + '`';
            default -> '[' + name + ']';
        };
    }

    private String otherCase(String text) {
        var other = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c < 128 && Character.isLetter(c);
            other.setCharAt(i, !letter || random.nextBoolean() ? c
                    : Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return other.toString();
    }

    private String space() {
        return List.of(" ", "  ", "\n", "\t", "\r\n", " /* it's \"here\" */ ", " -- a, b)\n").get(random.nextInt(7));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
