package restrack.database.server;

import java.util.ArrayList;
import java.util.List;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.RowKey;

/**
 * Finds out whether columns are a key by which all rows of a table can be gone through, each once.
 *
 * @param comparesRows whether the server finds its way through an index by {@code (a, b) > (?, ?)}
 */
record ServerKeys(boolean comparesRows) {
    /**
     * {@return the key that these columns are}
     *
     * @throws MigrateException {@code cannot_batch} where they are no key of the table
     */
    RowKey of(StoredTable table, List<String> columns) {
        var fields = new ArrayList<StoredField>();
        for (var column : columns) {
            fields.add(table.field(column).orElseThrow(() -> no(table.name() + " has no column " + column,
                    "Its columns are " + String.join(", ", table.fields().stream().map(StoredField::name).toList())
                            + ".")));
        }
        fields.forEach(it -> refuse(table, it));
        var names = fields.stream().map(StoredField::name).toList();
        if (!table.keys().contains(names)) {
            throw no("No unique index of " + table.name() + " is over " + String.join(", ", names)
                    + " alone, whole and in this order", "Take the primary key.");
        }
        return new RowKey(table.name(), names, names, table.views(),
                fields.stream().map(StoredField::place).toList(), comparesRows);
    }

    private static void refuse(StoredTable table, StoredField field) {
        var column = table.name() + "." + field.name();
        if (field.form().computed()) {
            throw no(column + " is computed, so it may change with other columns", "Take the primary key.");
        }
        if (!field.form().required()) {
            throw no(column + " may be NULL, and rows with NULL would be missed", "Take a key that is NOT NULL.");
        }
        if (!field.unordered().isEmpty()) {
            throw no(column + " " + field.unordered(), "Take another unique key.");
        }
    }

    /** {@return the error that says why a key will not do} */
    static MigrateException no(String why, String hint) {
        return new MigrateException(ErrorKind.CANNOT_BATCH, why + ", so batches cannot go by that key.", hint);
    }
}
