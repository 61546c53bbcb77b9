package restrack.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * Reads {@code UPDATE}, {@code DELETE} and {@code INSERT … SELECT} as far as batches need it. What it does not know is
 * refused: a statement that means something else in pieces must not run in pieces.
 */
final class BatchedReader {
    /** What makes one row depend on others, or on how many there are. */
    private static final List<String> OF_ALL_ROWS = List.of("RETURNING", "ORDER", "LIMIT", "GROUP", "HAVING", "WINDOW",
            "UNION", "EXCEPT", "INTERSECT", "DISTINCT", "OVER", "JOIN");
    /** SQLite documentation, "Built-in Aggregate Functions", and those of other databases. */
    private static final Set<String> AGGREGATES = Set.of("avg", "count", "group_concat", "string_agg", "array_agg", "sum",
            "total", "median", "percentile", "percentile_cont", "percentile_disc", "json_group_array",
            "json_group_object", "jsonb_group_array", "jsonb_group_object", "json_agg", "jsonb_agg", "bool_and",
            "bool_or", "every");
    private static final List<String> HARMLESS_CONFLICTS = List.of("IGNORE", "REPLACE", "ABORT");
    private static final String FORMS = "'-- migrate:batch' is for UPDATE t SET … WHERE …, DELETE FROM t WHERE … and "
            + "INSERT INTO x SELECT … FROM t WHERE …, with one table t.";

    private final Statement statement;
    private final List<Token> tokens;
    private final TokenCursor cursor;

    BatchedReader(Statement statement) {
        this.statement = statement;
        this.tokens = statement.significant();
        this.cursor = statement.cursor();
    }

    Batched read() {
        if (tokens.stream().anyMatch(it -> it.kind() == TokenKind.PARAMETER)) {
            throw cannot("It has a place for a value (?), which nobody fills");
        }
        if (cursor.accept("UPDATE")) {
            return update();
        }
        if (cursor.accept("DELETE", "FROM")) {
            var table = table();
            return batched(table, alias(table), Set.of());
        }
        if (cursor.accept("INSERT") || cursor.accept("REPLACE")) {
            return insert();
        }
        throw cannot("It is no UPDATE, DELETE or INSERT … SELECT");
    }

    private Batched update() {
        var table = table();
        var alias = alias(table);
        if (!cursor.accept("SET")) {
            throw cannot("Behind its table comes no SET");
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
            if (depth == 0 && (token.is("WHERE") || isFrom(position()))) {
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
            throw cannot("What it does on a conflict would depend on the batch");
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
            throw cannot("It inserts what no SELECT gives");
        }
        refuseAggregates();
        while (!cursor.atEnd() && !isFrom(position())) {
            pass();
        }
        if (!cursor.accept("FROM")) {
            throw cannot("It reads no table");
        }
        var table = table();
        if (target.same(table)) {
            throw cannot("It inserts into the table that it goes through");
        }
        return batched(table, alias(table), Set.of());
    }

    private TableName table() {
        var table = cursor.tableName().orElseThrow(() -> cannot("It does not name its table"));
        if (!table.schema().isEmpty() && !table.schema().equalsIgnoreCase("main")) {
            throw cannot(table + " is in another database than the record of how far the batches have come");
        }
        return table;
    }

    private String alias(TableName table) {
        if (cursor.accept("AS")) {
            return cursor.name().orElse("");
        }
        boolean named = !cursor.atEnd() && cursor.rest().get(0).isName()
                && Stream.of("SET", "WHERE", "ON", "NOT", "INDEXED", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL")
                        .noneMatch(cursor.rest().get(0)::is)
                && OF_ALL_ROWS.stream().noneMatch(cursor.rest().get(0)::is);
        return named ? cursor.next().name() : table.table();
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
                throw cannot("It goes through more than one table, or says more than a condition: "
                        + cursor.rest().get(0).text());
            }
            to = tokens.get(position() - 1).end();
            from = from < 0 ? to : from;
        }
        refuseWhatNeedsAllRows();
        refuseOtherLooksAt(table);
        int start = tokens.get(0).offset();
        return new Batched(statement, table, alias, sets, new Batched.Condition(from - start, to - start));
    }

    private boolean isConflict() {
        return statement.starts("INSERT") && cursor.rest().size() > 1 && cursor.rest().get(0).is("ON")
                && cursor.rest().get(1).is("CONFLICT");
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

    /** {@return whether a token begins a FROM, and not the end of IS DISTINCT FROM} */
    private boolean isFrom(int i) {
        return i < tokens.size() && tokens.get(i).is("FROM") && !tokens.get(i - 1).is("DISTINCT");
    }

    private void refuseWhatNeedsAllRows() {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            boolean compares = token.is("DISTINCT") && i > 0 && (tokens.get(i - 1).is("IS") || tokens.get(i - 1).is("NOT"));
            if (depth == 0 && !compares && OF_ALL_ROWS.stream().anyMatch(token::is)) {
                throw cannot("With " + token.text().toUpperCase(Locale.ROOT)
                        + " it means something else in pieces");
            }
        }
    }

    /** Refuses a count or a sum of what is selected: each batch would give one. A sub-select may have its own. */
    private void refuseAggregates() {
        int first = position();
        var subselects = new Subselects();
        for (int i = first; i < tokens.size() && !(subselects.depth() == 0 && isFrom(i)); i++) {
            subselects.pass(tokens, i);
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol('(');
            var name = tokens.get(i).name().toLowerCase(Locale.ROOT);
            boolean extreme = (name.equals("min") || name.equals("max")) && called && hasOneArgument(i + 1);
            if (called && !subselects.inside() && (extreme || AGGREGATES.contains(name))) {
                throw cannot("With " + tokens.get(i).text() + "(…) each batch would insert a row of its own");
            }
        }
    }

    private boolean hasOneArgument(int parenthesis) {
        int depth = 0;
        for (int i = parenthesis; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol('(') ? 1 : tokens.get(i).isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                return true;
            }
            if (depth == 1 && tokens.get(i).isSymbol(',')) {
                return false;
            }
        }
        return true;
    }

    /** Refuses a sub-select from the table itself: it would see what the batches before have done. */
    private void refuseOtherLooksAt(TableName table) {
        var subselects = new Subselects();
        for (int i = 0; i < tokens.size(); i++) {
            subselects.pass(tokens, i);
            var token = tokens.get(i);
            boolean qualifies = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol('.');
            if (i < 2 || qualifies || !token.isName() || !token.name().equalsIgnoreCase(table.table())) {
                continue;
            }
            int before = tokens.get(i - 1).isSymbol('.') ? Math.max(0, i - 3) : i - 1;
            var previous = tokens.get(before);
            boolean isTable = previous.is("FROM") || previous.is("JOIN") || previous.isSymbol(',')
                    || previous.isSymbol('(');
            if (previous.is("IN") || subselects.inside() && isTable) {
                throw cannot("It looks at " + table + " in another place too, where it would see what the batches "
                        + "before have done");
            }
        }
    }

    private static MigrateException cannot(String why) {
        return new MigrateException(ErrorKind.CANNOT_BATCH, why + ", so it cannot run in batches.", FORMS);
    }
}
