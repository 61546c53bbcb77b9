package restrack.adhoc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Dialect;
import restrack.database.OnConflict;
import restrack.database.RowForm;
import restrack.database.RowForm.Field;
import restrack.schema.Name;

/** Finds the columns that the first row of a file names, and refuses a file that its table cannot take. */
final class LoadColumns {
    private final Dialect dialect;
    private final RowForm form;
    private final String file;

    /**
     * @param dialect how names are compared
     * @param form    the table
     * @param file    the file, for messages
     */
    LoadColumns(Dialect dialect, RowForm form, String file) {
        this.dialect = dialect;
        this.form = form;
        this.file = file;
    }

    /**
     * {@return the columns that the file has, in its order}
     *
     * @throws MigrateException {@code bad_data} for a column that is unknown, computed, there twice, or missing
     */
    List<Field> of(CsvRow header, OnConflict onConflict) {
        var columns = new ArrayList<Field>();
        var names = new LinkedHashSet<Name>();
        for (var text : header.fields()) {
            var name = dialect.name(text == null ? "" : text);
            var field = form.field(name).orElseThrow(() -> bad(header, "The table " + form.table()
                    + " has no column '" + name + "'.", "Its columns are " + all() + "; `--delimiter` says what stands "
                    + "between fields."));
            if (field.computed()) {
                throw bad(header, "The column " + field.name() + " is computed by the database.",
                        "Leave it out of the file.");
            }
            if (!names.add(name)) {
                throw bad(header, "The column " + field.name() + " is there twice.", "Keep one of the two.");
            }
            columns.add(field);
        }
        for (var field : form.fields()) {
            if (field.required() && !field.filled() && !field.computed() && !names.contains(field.name())) {
                throw bad(header, "The file has no column " + field.name() + ", and " + form.table()
                        + " has no row without a value there.", "Add the column to the file.");
            }
        }
        if (onConflict == OnConflict.UPDATE && (form.key().isEmpty() || !names.containsAll(form.key()))) {
            throw bad(header, form.key().isEmpty() ? "The table " + form.table() + " has no primary key."
                    : "The primary key of " + form.table() + " is not in the file.",
                    "`--on-conflict update` finds the row to change by the primary key.");
        }
        return columns;
    }

    private String all() {
        return form.fields().stream().map(it -> it.name().text()).collect(Collectors.joining(", "));
    }

    private MigrateException bad(CsvRow header, String what, String hint) {
        return new MigrateException(ErrorKind.BAD_DATA, file + ":" + header.line() + ": " + what, hint
                + " Nothing was loaded.");
    }
}
