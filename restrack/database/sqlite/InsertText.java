package restrack.database.sqlite;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import restrack.database.OnConflict;
import restrack.database.RowForm;
import restrack.schema.Name;

/** Writes the statement that inserts rows (SQLite documentation, "UPSERT"). */
final class InsertText {
    private InsertText() {
    }

    static String of(SqliteDialect dialect, RowForm form, List<Name> columns, OnConflict onConflict, int rows) {
        var insert = "INSERT INTO " + dialect.quote(form.table()) + " (" + names(dialect, columns) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows,
                        "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")"));
        var rest = columns.stream().filter(it -> !form.key().contains(it)).toList();
        if (onConflict == OnConflict.FAIL) {
            return insert;
        }
        if (onConflict == OnConflict.SKIP || rest.isEmpty()) {
            return insert + " ON CONFLICT" + (onConflict == OnConflict.SKIP ? "" : " (" + names(dialect, form.key())
                    + ")") + " DO NOTHING";
        }
        return insert + " ON CONFLICT (" + names(dialect, form.key()) + ") DO UPDATE SET " + rest.stream()
                .map(it -> dialect.quote(it.text()) + " = excluded." + dialect.quote(it.text()))
                .collect(Collectors.joining(", "));
    }

    private static String names(SqliteDialect dialect, List<Name> names) {
        return names.stream().map(it -> dialect.quote(it.text())).collect(Collectors.joining(", "));
    }
}
