package restrack.database.sqlite.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import restrack.database.sqlite.catalog.Layout;
import restrack.database.sqlite.catalog.Mentioned;
import restrack.database.sqlite.catalog.Quoted;
import restrack.database.sqlite.grammar.CreateTable;
import restrack.database.sqlite.grammar.Name;

/** The rows of a table as they are going to be: what a condition on the new table is asked of before there is one. */
public final class Rows {
    private static final String KEY = "migrate_key";

    private final CreateTable table;
    private final Layout layout;
    private final boolean indexed;
    private final Map<String, String> seen = new LinkedHashMap<>();
    /** What is computed from the new row, in an order in which each finds what it needs. */
    private final Map<String, String> computed = new LinkedHashMap<>();

    /**
     * @param layout  how SQLite lays out the table
     * @param indexed whether indexes may be used: not where one may be ordered by what only the application knows
     */
    Rows(CreateTable table, Layout layout, boolean indexed) {
        this.table = table;
        this.layout = layout;
        this.indexed = indexed;
        table.columns().forEach(it -> seen.put(it.name().value(), Quoted.name(it.name().value())));
    }

    /** Says what is going to be seen in a column: an expression over the old row. */
    void see(String column, String expression) {
        hide(column);
        seen.put(column, expression);
    }

    /** Says what is going to be computed in a column: an expression over the new row. */
    void compute(String column, String expression) {
        hide(column);
        computed.put(column, expression);
    }

    /** Says that a column is going to be gone. */
    void hide(String column) {
        seen.keySet().removeIf(it -> Name.same(it, column));
        computed.keySet().removeIf(it -> Name.same(it, column));
    }

    /** {@return a query for the rows that a condition holds for, each with a value: {@code id 4: 'abc'}} */
    public String where(String condition, List<String> shown) {
        return select(condition, key() + " AS " + Quoted.name(KEY), shown);
    }

    /** As above, but only rows that a condition did not fail for before, in words of the table as it was. */
    public String where(String condition, String before, List<String> shown) {
        return select("(" + condition + ") AND migrate_before IS NOT 0", key() + " AS " + Quoted.name(KEY) + ", ("
                + before + "\n) AS migrate_before", shown);
    }

    private String select(String condition, String first, List<String> shown) {
        return "SELECT %s%s FROM %s WHERE %s".formatted(Quoted.name(KEY),
                shown.stream().map(it -> " || ': ' || " + value(it)).collect(Collectors.joining()),
                from(first, condition + " " + String.join(" ", shown)), condition);
    }

    /**
     * {@return a query for what several rows have in common, as a text: {@code email 'a': 2 rows}}
     *
     * @param expressions what has to be different in each row
     * @param condition   which rows count
     */
    String duplicates(Map<String, String> expressions, String condition) {
        var shown = expressions.entrySet().stream()
                .map(it -> Quoted.text(it.getKey() + " ") + " || " + value(it.getValue()))
                .collect(Collectors.joining(" || ', ' || "));
        var all = String.join(", ", expressions.values());
        var known = expressions.values().stream().map(it -> it + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "SELECT %s || ': ' || count(*) || ' rows' FROM %s WHERE (%s) AND %s GROUP BY %s HAVING count(*) > 1"
                .formatted(shown, from("1", condition + " " + all), condition, known, all);
    }

    private static String value(String expression) {
        return "substr(quote(" + expression + "), 1, 60)";
    }

    /** The columns that a text mentions; the others might be ordered by what only the application knows. */
    private String from(String first, String text) {
        var mentioning = text + mentionedBy(text);
        var columns = new ArrayList<String>();
        columns.add(first);
        seen.forEach((name, expression) -> {
            if (Mentioned.in(mentioning, name)) {
                columns.add(expression + " AS " + Quoted.name(name));
            }
        });
        for (var rowid : List.of("rowid", "_rowid_", "oid")) {
            if (layout.rowidName().isPresent() && table.column(rowid).isEmpty() && Mentioned.in(mentioning, rowid)) {
                columns.add(rowid + " AS " + rowid);
            }
        }
        var name = Quoted.name(table.name().value());
        var rows = "(SELECT " + String.join(", ", columns) + " FROM main." + name
                + (indexed ? "" : " NOT INDEXED") + ") AS " + name;
        for (var column : computed.entrySet()) {
            if (Mentioned.in(mentioning, column.getKey())) {
                rows = "(SELECT *, " + column.getValue() + " AS " + Quoted.name(column.getKey()) + " FROM " + rows
                        + ") AS " + name;
            }
        }
        return rows;
    }

    /** The expressions behind the computed columns that a text mentions, and behind those that they mention. */
    private String mentionedBy(String text) {
        var found = new LinkedHashMap<String, String>();
        for (int before = -1; before < found.size();) {
            before = found.size();
            var mentioning = text + " " + String.join(" ", found.values());
            computed.forEach((name, expression) -> {
                if (Mentioned.in(mentioning, name)) {
                    found.put(name, expression);
                }
            });
        }
        return found.values().stream().map(it -> " " + it).collect(Collectors.joining());
    }

    /** What a person finds a row by. */
    private String key() {
        var key = layout.primaryKey();
        if (!key.isEmpty()) {
            return key.stream().map(it -> Quoted.text(it + " ") + " || " + value(Quoted.name(it)))
                    .collect(Collectors.joining(" || ', ' || "));
        }
        return layout.rowidName().map(it -> "'rowid ' || " + it).orElse("'a row'");
    }
}
