package restrack.wanted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import restrack.sql.Statement;
import restrack.sql.Token;

/**
 * Where the name and the columns of a {@code CREATE TABLE} stand, in any database's grammar. All places are offsets.
 *
 * @param name    the table, without quotes
 * @param place   where its name stands
 * @param start   where the parenthesis before the columns stands; behind the statement if it has none
 * @param end     behind the closing one
 * @param columns its columns
 */
record TableOutline(String name, int place, int start, int end, List<Column> columns) {
    private static final List<String> CONSTRAINTS = List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    /** A column: its name without quotes, and where it stands. */
    record Column(String name, int start, int end) {
    }

    /** {@return the outline of a statement; nothing if it creates no table} */
    static Optional<TableOutline> of(Statement statement) {
        return Creation.of(statement).filter(Creation::isPlainTable).map(it -> of(it.name().table(), statement));
    }

    private static TableOutline of(String name, Statement statement) {
        var tokens = statement.significant();
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).isSymbol('(')) {
            open++;
        }
        // Without a parenthesis right behind its name it is a SELECT, whose columns only the database knows.
        if (open == tokens.size() || !tokens.get(open - 1).name().equals(name)) {
            int end = statement.offset() + statement.text().length();
            return new TableOutline(name, statement.offset(), end, end, List.of());
        }
        var body = body(tokens, open);
        return new TableOutline(name, tokens.get(open - 1).offset(), tokens.get(open).offset(),
                body.get(body.size() - 1).end(), columns(body));
    }

    /** {@return the tokens behind the parenthesis, up to and with the one that closes it} */
    private static List<Token> body(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += depth(tokens.get(i));
            if (depth == 0) {
                return tokens.subList(open + 1, i + 1);
            }
        }
        return tokens.subList(open, tokens.size());
    }

    private static List<Column> columns(List<Token> body) {
        var columns = new ArrayList<Column>();
        int depth = 0;
        Token first = null;
        Token last = null;
        for (var token : body) {
            first = first == null ? token : first;
            depth += depth(token);
            if (depth == 0 && token.isSymbol(',') || depth < 0) {
                if (first != token && first.isName() && CONSTRAINTS.stream().noneMatch(first::is)) {
                    columns.add(new Column(first.name(), first.offset(), last.end()));
                }
                first = null;
            }
            last = token;
        }
        return columns;
    }

    private static int depth(Token token) {
        return token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
    }

    /** {@return whether an offset lies between its parentheses} */
    boolean holds(int offset) {
        return start < offset && offset < end;
    }
}
