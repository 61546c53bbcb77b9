package restrack.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code UPDATE}, {@code DELETE} and {@code INSERT … SELECT} as far as batches need it. What it does not know is
 * refused: a statement that means something else in pieces must not run in pieces.
 */
final class BatchedReader {
    private static final List<String> HARMLESS_CONFLICTS = List.of("IGNORE", "REPLACE", "ABORT");

    private static final List<String> BEHIND_A_TABLE = List.of("SET", "WHERE", "ON", "NOT", "INDEXED", "LEFT", "RIGHT",
            "FULL", "INNER", "CROSS", "NATURAL");

    private final Statement statement;
    private final List<Token> tokens;
    private final TokenCursor cursor;
    private final WholeOnly whole;

    BatchedReader(Statement statement) {
        this.statement = statement;
        this.tokens = statement.significant();
        this.cursor = statement.cursor();
        this.whole = new WholeOnly(tokens);
    }

    Batched read() {
        if (tokens.stream().anyMatch(it -> it.kind() == TokenKind.PARAMETER)) {
            throw WholeOnly.cannot("It has a place for a value (?), which nobody fills");
        }
        if (cursor.accept("UPDATE")) {
            return update();
        }
        if (cursor.accept("DELETE", "FROM")) {
            var table = table();
            return batched(table, alias(), Set.of());
        }
        if (cursor.accept("INSERT") || cursor.accept("REPLACE")) {
            return insert();
        }
        throw WholeOnly.cannot("It is no UPDATE, DELETE or INSERT … SELECT");
    }

    private Batched update() {
        var table = table();
        var alias = alias();
        if (!cursor.accept("SET")) {
            throw WholeOnly.cannot("Behind its table comes no SET");
        }
        var sets = new LinkedHashSet<String>();
        do {
            if (cursor.accept('(')) {
                while (!cursor.atEnd() && !cursor.accept(')')) {
                    cursor.name().ifPresentOrElse(sets::add, cursor::next);
                }
            } else {
                cursor.name().ifPresent(sets::add);
            }
        } while (skipPastCommaOfSet());
        return batched(table, alias, sets);
    }

    /** Passes one assignment; what comes behind the last one is left. */
    private boolean skipPastCommaOfSet() {
        for (int depth = 0; !cursor.atEnd();) {
            var token = cursor.rest().get(0);
            if (depth == 0 && (token.is("WHERE") || whole.isFrom(position()))) {
                return false;
            }
            cursor.next();
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0 && token.isSymbol(',')) {
                return true;
            }
        }
        return false;
    }

    private Batched insert() {
        if (cursor.accept("OR") && HARMLESS_CONFLICTS.stream().noneMatch(cursor::accept)) {
            throw WholeOnly.cannot("What it does on a conflict would depend on the batch");
        }
        cursor.accept("INTO");
        var target = table();
        if (cursor.accept("AS")) {
            cursor.name();
        }
        if (cursor.accept('(')) {
            for (int depth = 1; depth > 0 && !cursor.atEnd();) {
                var token = cursor.next();
                depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            }
        }
        if (!cursor.accept("SELECT")) {
            throw WholeOnly.cannot("It inserts what no SELECT gives");
        }
        whole.refuseAggregates(position());
        while (!cursor.atEnd() && !whole.isFrom(position())) {
            pass();
        }
        if (!cursor.accept("FROM")) {
            throw WholeOnly.cannot("It reads no table");
        }
        var table = table();
        if (target.same(table)) {
            throw WholeOnly.cannot("It inserts into the table that it goes through");
        }
        return batched(table, alias(), Set.of());
    }

    private TableName table() {
        var table = cursor.tableName().orElseThrow(() -> WholeOnly.cannot("It does not name its table"));
        if (!table.schema().isEmpty() && !table.schema().equalsIgnoreCase("main")) {
            throw WholeOnly.cannot(table + " is in another database than the record of how far the batches have come");
        }
        return table;
    }

    private String alias() {
        var written = tokens.get(position() - 1).text();
        if (cursor.accept("AS")) {
            return cursor.name().isPresent() ? tokens.get(position() - 1).text() : "";
        }
        boolean named = !cursor.atEnd() && cursor.rest().get(0).isName()
                && BEHIND_A_TABLE.stream().noneMatch(cursor.rest().get(0)::is) && !whole.isClause(cursor.rest().get(0));
        return named ? cursor.next().text() : written;
    }

    /** {@return the statement, its condition found} What stands between the table and it is for an UPDATE only. */
    private Batched batched(TableName table, String alias, Set<String> sets) {
        int end = tokens.get(tokens.size() - 1).end();
        int from = cursor.atEnd() ? end : -1;
        int to = end;
        if (!cursor.atEnd() && cursor.rest().get(0).is("WHERE")) {
            from = cursor.next().offset();
            while (!cursor.atEnd() && !isConflict()) {
                pass();
            }
        }
        if (!cursor.atEnd()) {
            if (!isConflict()) {
                throw WholeOnly.cannot("It goes through more than one table, or says more than a condition: "
                        + cursor.rest().get(0).text());
            }
            to = tokens.get(position() - 1).end();
            from = from < 0 ? to : from;
        }
        whole.refuseClauses();
        whole.refuseOtherLooksAt(table);
        int start = tokens.get(0).offset();
        return new Batched(statement, table, alias, sets, new Batched.Condition(from - start, to - start));
    }

    private boolean isConflict() {
        return statement.starts("INSERT") && cursor.rest().size() > 1 && cursor.rest().get(0).is("ON")
                && (cursor.rest().get(1).is("CONFLICT") || cursor.rest().get(1).is("DUPLICATE"));
    }

    private int position() {
        return tokens.size() - cursor.rest().size();
    }

    /** Passes a token, with all that stands in its parentheses. */
    private void pass() {
        for (int depth = 0; !cursor.atEnd();) {
            var token = cursor.next();
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth <= 0) {
                return;
            }
        }
    }
}
