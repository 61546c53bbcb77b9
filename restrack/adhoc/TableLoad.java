package restrack.adhoc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.OnConflict;
import restrack.database.RowForm;
import restrack.database.RowForm.Field;
import restrack.database.TransactionWatch;

/** Brings the rows of one file into its table, in the transaction that is open. */
final class TableLoad {
    private final Database database;
    private final TransactionWatch watch;
    private final Problems problems;
    private final LoadFile file;

    /**
     * @param database the database
     * @param watch    tells whether its transaction still stands
     * @param problems where wrong rows are noted
     * @param file     the file
     */
    TableLoad(Database database, TransactionWatch watch, Problems problems, LoadFile file) {
        this.database = database;
        this.watch = watch;
        this.problems = problems;
        this.file = file;
    }

    /** Loads the file; what is wrong with single rows is noted, and the others are tried as well. */
    Loaded run(RowForm form, CsvFormat format, OnConflict onConflict) {
        long start = System.nanoTime();
        Inserts inserts;
        try (var csv = new CsvFile(file.path(), file.shown(), format)) {
            var header = csv.next().orElseThrow(() -> new MigrateException(ErrorKind.BAD_DATA, file.shown()
                    + ":1: The file is empty.", "Its first row names the columns. Nothing was loaded."));
            var columns = new LoadColumns(database.dialect(), form, file.shown()).of(header, onConflict);
            try (var open = new Inserts(database, watch, problems, file.shown(), form,
                    columns.stream().map(Field::name).toList(), onConflict)) {
                inserts = open;
                for (var row = next(csv); row.isPresent(); row = next(csv)) {
                    var values = values(row.get(), columns);
                    if (values.isPresent()) {
                        inserts.add(row.get().line(), values.get());
                    }
                }
                inserts.flush();
            }
        } catch (SQLException e) {
            throw database.explain(e, file.shown());
        }
        return new Loaded(file.shown(), form.table(), inserts.rows(), inserts.skipped(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private Optional<CsvRow> next(CsvFile csv) {
        try {
            return csv.next();
        } catch (MigrateException e) {
            throw problems.with(e);
        }
    }

    /** {@return the values of a row; nothing if some are wrong} */
    private Optional<List<Object>> values(CsvRow row, List<Field> columns) {
        var fields = row.fields();
        if (fields.size() != columns.size()) {
            problems.add(file.shown() + ":" + row.line() + ": The row has " + fields.size() + (fields.size() == 1
                    ? " field" : " fields") + ", and the first row names " + columns.size() + " columns.");
            return Optional.empty();
        }
        boolean right = true;
        var values = new ArrayList<Object>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var text = fields.get(i);
            if (text == null) {
                right &= !column.required() || wrong(row, column, "There is no value, and there has to be one.");
                values.add(null);
                continue;
            }
            var value = FieldValue.of(column.kind(), text);
            right &= value.isPresent() || wrong(row, column, "'" + text + "' is no "
                    + FieldValue.words(column.kind()) + ".");
            values.add(value.orElse(null));
        }
        return right ? Optional.of(values) : Optional.empty();
    }

    /** {@return false} */
    private boolean wrong(CsvRow row, Field column, String what) {
        problems.add(file.shown() + ":" + row.line() + ": " + column.name() + ": " + what);
        return false;
    }
}
