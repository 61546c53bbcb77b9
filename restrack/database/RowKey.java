package restrack.database;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Columns by which the rows of a table are told apart and put in order: unique, never null, and with an index.
 *
 * @param table        the table, as the database has it
 * @param columns      the columns, in the order of the index
 * @param names        every name by which a statement can change one of them
 * @param views        the views that look at the table, also through one another
 * @param places       what stands for a value of each column: {@code ?}, or a cast of it
 * @param comparesRows whether the database finds its way through the index by {@code (a, b) > (?, ?)}; where it does
 *                     not, the comparison is written out
 */
public record RowKey(String table, List<String> columns, List<String> names, List<String> views, List<String> places,
        boolean comparesRows) {
    /** As above, for a database that needs no casts and compares rows. */
    public RowKey(String table, List<String> columns, List<String> names, List<String> views) {
        this(table, columns, names, views, Collections.nCopies(columns.size(), "?"), true);
    }

    /**
     * {@return the condition for the rows behind a key, or up to one} Its values are those of {@link #values}.
     *
     * @param quote    how the database quotes
     * @param alias    what the statement calls the table, as it is written there
     * @param operator {@code >} or {@code <=}
     */
    public String condition(UnaryOperator<String> quote, String alias, String operator) {
        var names = columns.stream().map(it -> alias + "." + quote.apply(it)).toList();
        if (columns.size() == 1) {
            return names.get(0) + " " + operator + " " + places.get(0);
        }
        if (comparesRows) {
            return "(" + String.join(", ", names) + ") " + operator + " (" + String.join(", ", places) + ")";
        }
        var cases = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var before = new StringBuilder();
            for (int j = 0; j < i; j++) {
                before.append(names.get(j)).append(" = ").append(places.get(j)).append(" AND ");
            }
            var compared = i == names.size() - 1 ? operator : operator.substring(0, 1);
            cases.add(before + names.get(i) + " " + compared + " " + places.get(i));
        }
        return "(" + String.join(" OR ", cases) + ")";
    }

    /** {@return the values for the places of a condition, in order} */
    public List<Object> values(List<Object> key) {
        if (columns.size() == 1 || comparesRows) {
            return key;
        }
        var values = new ArrayList<Object>();
        for (int i = 1; i <= key.size(); i++) {
            values.addAll(key.subList(0, i));
        }
        return values;
    }

    /** {@return the condition for the one row with a key, its values in the order of the columns} */
    public String equal(UnaryOperator<String> quote) {
        var conditions = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            conditions.add(quote.apply(columns.get(i)) + " = " + places.get(i));
        }
        return conditions.stream().collect(Collectors.joining(" AND "));
    }
}
