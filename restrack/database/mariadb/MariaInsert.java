package restrack.database.mariadb;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.database.InsertText;
import restrack.database.OnConflict;
import restrack.database.RowForm;
import restrack.schema.Name;

/** Writes the statement that inserts rows (MariaDB documentation, "INSERT ON DUPLICATE KEY UPDATE"). */
final class MariaInsert {
    private MariaInsert() {
    }

    /**
     * {@return the statement} {@code INSERT IGNORE} would let wrong values in, so rows that are skipped are inserted
     * and refused. {@code ON DUPLICATE KEY} goes by every unique key: a row that is another one by its primary key is
     * not changed, but refused, because that key cannot become NULL.
     */
    static String of(MariaDialect dialect, RowForm form, List<Name> columns, OnConflict onConflict, int rows) {
        var text = new InsertText(dialect, form, columns);
        var insert = text.of(text.places(), "", rows);
        if (onConflict != OnConflict.UPDATE) {
            return insert;
        }
        var same = form.key().stream().map(it -> dialect.quote(it.text()))
                .map(it -> it + " = VALUES(" + it + ")").collect(Collectors.joining(" AND "));
        var first = dialect.quote(form.key().get(0).text());
        var rest = columns.stream().filter(it -> !form.key().contains(it)).map(it -> dialect.quote(it.text()))
                .map(it -> it + " = VALUES(" + it + ")");
        return insert + " ON DUPLICATE KEY UPDATE " + Stream.concat(
                Stream.of(first + " = IF(" + same + ", " + first + ", NULL)"), rest).collect(Collectors.joining(", "));
    }
}
