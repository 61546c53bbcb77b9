package restrack.database.sqlite.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import restrack.database.sqlite.catalog.SchemaObject;
import restrack.database.sqlite.grammar.Mentions;
import restrack.database.sqlite.grammar.Span;
import restrack.sql.Token;
import restrack.sql.TokenKind;

/**
 * What can be a name in the statement of a view or trigger, so that what stands in double quotes there is one and not a
 * string: the columns of whatever it mentions, and what it names itself.
 */
final class KnownNames {
    /** With what a view or a common table begins. */
    private static final List<String> BODIES = List.of("SELECT", "WITH", "VALUES", "MATERIALIZED", "NOT");

    private final Map<String, ParsedTable> tables;
    /** Views and virtual tables, by name. */
    private final Map<String, String> others = new HashMap<>();

    KnownNames(Map<String, ParsedTable> tables, List<SchemaObject> others) {
        this.tables = tables;
        others.stream().filter(it -> it.sql() != null)
                .forEach(it -> this.others.put(SqliteNames.key(it.name()), it.sql()));
    }

    /** {@return the names, in small letters} */
    Set<String> in(String sql) {
        var known = new HashSet<>(Set.of("new", "old"));
        add(sql, known, new HashSet<>());
        return known;
    }

    private void add(String sql, Set<String> known, Set<String> seen) {
        known.addAll(own(sql));
        for (var mention : Mentions.anywhere(sql, new Span(0, sql.length()))) {
            mentioned(mention.name().value(), known, seen);
            mention.qualifier().ifPresent(it -> mentioned(it.value(), known, seen));
        }
        Mentions.strings(sql, new Span(0, sql.length())).forEach(it -> mentioned(it.value(), known, seen));
    }

    private void mentioned(String name, Set<String> known, Set<String> seen) {
        var key = SqliteNames.key(name);
        if (!seen.add(key)) {
            return;
        }
        if (tables.containsKey(key)) {
            known.add(key);
            known.addAll(tables.get(key).names());
        } else if (others.containsKey(key)) {
            known.add(key);
            add(others.get(key), known, seen);
        }
    }

    /** What can be nothing but a name: words without quotes, and what stands where only a name can. */
    private static Set<String> own(String sql) {
        var own = new HashSet<String>();
        for (var mention : Mentions.anywhere(sql, new Span(0, sql.length()))) {
            if (sql.charAt(mention.name().span().start()) != '"') {
                own.add(SqliteNames.key(mention.name().value()));
            }
        }
        var spelling = new Spelling(sql, it -> false);
        var tokens = spelling.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == TokenKind.QUOTED_NAME && spelling.isNamePlace(i)) {
                own.add(SqliteNames.key(tokens.get(i).name()));
            }
            if (i > 0 && tokens.get(i).is("AS") && tokens.get(i - 1).isSymbol(')') && seesBody(tokens, i + 1)) {
                addList(tokens, i - 2, own);
            }
        }
        return own;
    }

    /** Whether what is given a name there is a view or a common table, not an expression. */
    private static boolean seesBody(List<Token> tokens, int at) {
        return at < tokens.size() && (tokens.get(at).isSymbol('(')
                || BODIES.stream().anyMatch(tokens.get(at)::is));
    }

    /** Adds the columns of a view or a common table, from the last one back to the parenthesis before them. */
    private static void addList(List<Token> tokens, int last, Set<String> names) {
        for (int i = last; i >= 0 && (tokens.get(i).isName() || tokens.get(i).isSymbol(',')); i--) {
            if (tokens.get(i).isName()) {
                names.add(SqliteNames.key(tokens.get(i).name()));
            }
        }
    }
}
