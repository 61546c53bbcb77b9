package restrack.database.postgres;

import java.util.List;
import restrack.database.InsertText;
import restrack.database.OnConflict;
import restrack.database.RowForm;
import restrack.schema.Name;

/** Writes the statement that inserts rows (PostgreSQL documentation, "INSERT", ON CONFLICT Clause). */
final class PostgresInsert {
    private PostgresInsert() {
    }

    /** {@return the statement} Columns that are GENERATED ALWAYS AS IDENTITY get the values that are given too. */
    static String of(PostgresDialect dialect, RowForm form, List<Name> columns, OnConflict onConflict, int rows) {
        var text = new InsertText(dialect, form, columns);
        var places = columns.stream().map(it -> PostgresValues.place(form.field(it).orElseThrow())).toList();
        return text.of(places, "OVERRIDING SYSTEM VALUE", rows) + text.onConflict(onConflict);
    }
}
