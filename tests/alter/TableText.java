package tests.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Token;
import restrack.sql.Tokens;

/**
 * A CREATE TABLE text, taken apart just as far as the torture test has to know it: by commas and by the words that
 * constraints begin with. It knows nothing of the parser under test.
 */
final class TableText {
    private static final Set<String> ON_COLUMNS = Set.of("PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT",
            "COLLATE", "REFERENCES", "GENERATED", "AS");
    private static final Set<String> ON_TABLES = Set.of("PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    /** A constraint or another clause, with the tokens from its name, if it has one, to its end. */
    record Clause(String word, String column, Token name, Token first, Token last) {
    }

    /** A column: its tokens, among them those of its type, and its clauses. */
    record Column(String name, Token nameToken, Token last, List<Token> type, List<Clause> clauses) {
        Clause clause(String word) {
            return clauses.stream().filter(it -> it.word().equals(word)).findFirst().orElse(null);
        }
    }

    private final String text;
    private final List<Token> tokens;
    private final List<Column> columns = new ArrayList<>();
    private final List<Clause> constraints = new ArrayList<>();
    private Token open;
    private Token close;

    TableText(String text, int columnCount) {
        this.text = text;
        this.tokens = Tokens.of(text, SqliteSyntax.SQLITE).stream().filter(it -> !it.isSpaceOrComment()).toList();
        var segment = new ArrayList<Token>();
        int depth = 0;
        for (var token : tokens) {
            depth += token.isSymbol('(') ? 1 : 0;
            if (token.isSymbol('(') && depth == 1 && open == null) {
                open = token;
            } else if (open != null && close == null) {
                if (depth == 1 && (token.isSymbol(',') || token.isSymbol(')'))) {
                    close = token.isSymbol(')') ? token : null;
                    add(segment, columnCount);
                    segment.clear();
                } else {
                    segment.add(token);
                }
            }
            depth -= token.isSymbol(')') ? 1 : 0;
        }
    }

    private void add(List<Token> segment, int columnCount) {
        if (columns.size() < columnCount) {
            int typeEnd = 1;
            while (typeEnd < segment.size() && !begins(segment, typeEnd, ON_COLUMNS)) {
                typeEnd++;
            }
            var name = segment.get(0).name();
            columns.add(new Column(name, segment.get(0), segment.get(segment.size() - 1),
                    List.copyOf(segment.subList(1, typeEnd)), clauses(segment, typeEnd, ON_COLUMNS, name)));
        } else {
            constraints.addAll(clauses(segment, 0, ON_TABLES, null));
        }
    }

    private static List<Clause> clauses(List<Token> segment, int from, Set<String> words, String column) {
        var found = new ArrayList<Clause>();
        int at = from;
        while (at < segment.size()) {
            boolean named = segment.get(at).is("CONSTRAINT");
            int word = named ? at + 2 : at;
            int end = word + 1;
            while (end < segment.size() && !begins(segment, end, words)) {
                end++;
            }
            // A name that nothing follows is no constraint.
            if (word < segment.size() && !segment.get(word).is("CONSTRAINT")) {
                found.add(new Clause(segment.get(word).text().toUpperCase(Locale.ROOT), column,
                        named ? segment.get(at + 1) : null, segment.get(at), segment.get(end - 1)));
            }
            at = Math.min(end, segment.size());
        }
        return List.copyOf(found);
    }

    private static boolean begins(List<Token> segment, int at, Set<String> words) {
        int depth = 0;
        for (var token : segment.subList(0, at)) {
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
        }
        var token = segment.get(at);
        if (depth > 0) {
            return false;
        }
        if (token.is("CONSTRAINT")) {
            return true;
        }
        if (words.stream().noneMatch(token::is)) {
            return false;
        }
        var before = segment.get(at - 1 < 0 ? 0 : at - 1);
        boolean named = at > 1 && segment.get(at - 2).is("CONSTRAINT");
        boolean partOfAnother = before.is("SET") || before.is("DEFAULT") || token.is("NULL") && before.is("NOT")
                || token.is("AS") && before.is("ALWAYS")
                || token.is("NOT") && !(at + 1 < segment.size() && segment.get(at + 1).is("NULL"));
        return !named && !partOfAnother;
    }

    List<Column> columns() {
        return columns;
    }

    Column column(String name) {
        return columns.stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst().orElseThrow();
    }

    /** {@return the constraints of the table itself} */
    List<Clause> constraints() {
        return constraints;
    }

    /** {@return all tokens} */
    List<Token> tokens() {
        return tokens;
    }

    Token close() {
        return close;
    }

    /** {@return the tokens of a clause} */
    List<Token> tokens(Token first, Token last) {
        return tokens.stream().filter(it -> it.offset() >= first.offset() && it.end() <= last.end()).toList();
    }

    /** {@return the text with something else from one token to another} */
    String replaced(Token first, Token last, String with) {
        return text.substring(0, first.offset()) + with + text.substring(last.end());
    }

    /** {@return the text with something more behind a token} */
    String inserted(Token behind, String more) {
        return text.substring(0, behind.end()) + " " + more + text.substring(behind.end());
    }

    /** {@return the text without what reaches from one token to another, and without a comma that it leaves over} */
    String removed(Token first, Token last) {
        int at = tokens.indexOf(first);
        int end = tokens.indexOf(last);
        boolean commaBefore = tokens.get(at - 1).isSymbol(',');
        boolean endsHere = tokens.get(end + 1).isSymbol(',') || tokens.get(end + 1) == close;
        if (commaBefore && endsHere) {
            return replaced(tokens.get(at - 1), last, " ");
        }
        return tokens.get(at - 1) == open && tokens.get(end + 1).isSymbol(',')
                ? replaced(first, tokens.get(end + 1), " ") : replaced(first, last, " ");
    }

    @Override
    public String toString() {
        return text;
    }
}
