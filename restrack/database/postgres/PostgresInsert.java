package restrack.database.postgres;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import restrack.database.OnConflict;
import restrack.database.RowForm;
import restrack.schema.Name;

/** Writes the statement that inserts rows (PostgreSQL documentation, "INSERT", ON CONFLICT Clause). */
final class PostgresInsert {
    private PostgresInsert() {
    }

    /** {@return the statement} Columns that are GENERATED ALWAYS AS IDENTITY get the values that are given too. */
    static String of(PostgresDialect dialect, RowForm form, List<Name> columns, OnConflict onConflict, int rows) {
        var places = columns.stream().map(it -> PostgresValues.place(form.field(it).orElseThrow()))
                .collect(Collectors.joining(", "));
        var insert = "INSERT INTO " + dialect.quote(form.table()) + " (" + names(dialect, columns)
                + ") OVERRIDING SYSTEM VALUE VALUES "
                + String.join(", ", Collections.nCopies(rows, "(" + places + ")"));
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

    private static String names(PostgresDialect dialect, List<Name> names) {
        return names.stream().map(it -> dialect.quote(it.text())).collect(Collectors.joining(", "));
    }
}
