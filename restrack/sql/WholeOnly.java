package restrack.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Finds what in a statement is about all rows at once, so that it would mean something else in pieces. */
final class WholeOnly {
    /** What makes one row depend on others, or on how many there are. */
    private static final List<String> OF_ALL_ROWS = List.of("RETURNING", "ORDER", "LIMIT", "GROUP", "HAVING", "WINDOW",
            "UNION", "EXCEPT", "INTERSECT", "DISTINCT", "OVER", "JOIN");
    /** SQLite documentation, "Built-in Aggregate Functions", and those of other databases. */
    private static final Set<String> AGGREGATES = Set.of("avg", "count", "group_concat", "string_agg", "array_agg",
            "sum", "total", "median", "percentile", "percentile_cont", "percentile_disc", "json_group_array",
            "json_group_object", "jsonb_group_array", "jsonb_group_object", "json_agg", "jsonb_agg", "bool_and",
            "bool_or", "every");
    private static final String FORMS = "'-- migrate:batch' is for UPDATE t SET … WHERE …, DELETE FROM t WHERE … and "
            + "INSERT INTO x SELECT … FROM t WHERE …, with one table t.";

    private final List<Token> tokens;

    /** @param tokens the significant tokens of a statement */
    WholeOnly(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** {@return whether a word begins what is about all rows} */
    boolean isClause(Token token) {
        return OF_ALL_ROWS.stream().anyMatch(token::is);
    }

    /** {@return whether a token begins a FROM, and not the end of IS DISTINCT FROM} */
    boolean isFrom(int i) {
        return i < tokens.size() && tokens.get(i).is("FROM") && !tokens.get(i - 1).is("DISTINCT");
    }

    /** Refuses clauses that are about all rows. A window function may be a part of an expression. */
    void refuseClauses() {
        var subselects = new Subselects();
        for (int i = 0; i < tokens.size(); i++) {
            subselects.pass(tokens, i);
            var token = tokens.get(i);
            boolean compares = token.is("DISTINCT") && i > 0
                    && (tokens.get(i - 1).is("IS") || tokens.get(i - 1).is("NOT"));
            boolean outside = subselects.depth() == 0 || token.is("OVER") && !subselects.inside();
            if (outside && !compares && isClause(token)) {
                throw cannot("With " + token.text().toUpperCase(Locale.ROOT)
                        + " it means something else in pieces");
            }
        }
    }

    /** Refuses a count or a sum of what is selected: each batch would give one. A sub-select may have its own. */
    void refuseAggregates(int first) {
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
    void refuseOtherLooksAt(TableName table) {
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

    /** {@return the error of a statement that cannot run in batches} */
    static MigrateException cannot(String why) {
        return new MigrateException(ErrorKind.CANNOT_BATCH, why + ", so it cannot run in batches.", FORMS);
    }
}
