package restrack.database;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Columns by which the rows of a table are told apart and put in order: unique, never null, and with an index.
 *
 * @param table   the table, as the database has it
 * @param columns the columns, in the order of the index
 * @param names   every name by which a statement can change one of them
 * @param views   the views that look at the table, also through one another
 */
public record RowKey(String table, List<String> columns, List<String> names, List<String> views) {
    /**
     * {@return the key in a statement: {@code "id"}, or {@code ("a", "b")}}
     *
     * @param alias what the statement calls the table
     */
    public String in(UnaryOperator<String> quote, String alias) {
        var list = columns.stream().map(it -> quote.apply(alias) + "." + quote.apply(it))
                .collect(Collectors.joining(", "));
        return columns.size() == 1 ? list : "(" + list + ")";
    }

    /** {@return places for the values of a key: {@code ?}, or {@code (?, ?)}} */
    public String places() {
        var list = columns.stream().map(it -> "?").collect(Collectors.joining(", "));
        return columns.size() == 1 ? list : "(" + list + ")";
    }
}
