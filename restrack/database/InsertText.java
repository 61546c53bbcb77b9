package restrack.database;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import restrack.schema.Name;

/**
 * Writes the statement that inserts rows.
 *
 * @param dialect how names are quoted
 * @param form    the table
 * @param columns the columns that get values
 */
public record InsertText(Dialect dialect, RowForm form, List<Name> columns) {
    /**
     * {@return a statement that fails where a key is there already}
     *
     * @param places what stands for the values of a row, {@code ?} for each in most cases
     * @param before what stands before VALUES; empty if nothing
     * @param rows   how many rows
     */
    public String of(List<String> places, String before, int rows) {
        return "INSERT INTO " + dialect.quote(form.table()) + " (" + names(columns) + ") "
                + (before.isEmpty() ? "" : before + " ") + "VALUES "
                + String.join(", ", Collections.nCopies(rows, "(" + String.join(", ", places) + ")"));
    }

    /** {@return a question mark for each column} */
    public List<String> places() {
        return Collections.nCopies(columns.size(), "?");
    }

    /**
     * {@return what stands behind it where the database knows {@code ON CONFLICT}, with a space before; may be empty}
     */
    public String onConflict(OnConflict onConflict) {
        if (onConflict == OnConflict.FAIL) {
            return "";
        }
        var rest = columns.stream().filter(it -> !form.key().contains(it)).map(it -> dialect.quote(it.text()))
                .map(it -> it + " = excluded." + it).collect(Collectors.joining(", "));
        var key = onConflict == OnConflict.SKIP ? "" : " (" + names(form.key()) + ")";
        return " ON CONFLICT" + key + (key.isEmpty() || rest.isEmpty() ? " DO NOTHING" : " DO UPDATE SET " + rest);
    }

    private String names(List<Name> names) {
        return names.stream().map(it -> dialect.quote(it.text())).collect(Collectors.joining(", "));
    }
}
