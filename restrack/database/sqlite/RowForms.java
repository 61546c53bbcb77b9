package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import restrack.database.RowForm;
import restrack.database.ValueKind;
import restrack.database.sqlite.draft.Affinity;
import restrack.database.sqlite.read.SqliteNames;

/**
 * Reads what the rows of a table have to be like.
 *
 * @param connection the database
 */
record RowForms(Connection connection) {
    /** {@return the form of a table's rows; nothing if there is no such table} */
    Optional<RowForm> of(String table) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT l.name, l.wr, l.strict, (SELECT count(*) FROM pragma_table_xinfo(l.name, 'main') WHERE pk > 0),
                    c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
                FROM pragma_table_list AS l, pragma_table_xinfo(l.name, 'main') AS c
                WHERE l.schema = 'main' AND l.type IN ('table', 'virtual') AND l.name = ? COLLATE NOCASE
                    AND c.hidden <> 1 ORDER BY c.cid""")) {
            query.setString(1, table);
            var fields = new ArrayList<RowForm.Field>();
            var name = "";
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    name = rows.getString(1);
                    fields.add(field(rows));
                }
            }
            return fields.isEmpty() ? Optional.empty() : Optional.of(new RowForm(name, fields));
        }
    }

    private static RowForm.Field field(ResultSet row) throws SQLException {
        var type = row.getString(6);
        boolean key = row.getInt(9) > 0;
        boolean rowid = key && row.getInt(4) == 1 && !row.getBoolean(2) && type.equalsIgnoreCase("INTEGER");
        boolean required = !rowid && (row.getBoolean(7) || key && row.getBoolean(2));
        return new RowForm.Field(SqliteNames.of(row.getString(5)), type, kind(type, row.getBoolean(3)), required,
                rowid || row.getString(8) != null, row.getInt(10) > 1, key);
    }

    /** Some types are filed under numbers by SQLite, although what they hold is something else. */
    private static ValueKind kind(String type, boolean strict) {
        var upper = type.toUpperCase(Locale.ROOT);
        return switch (Affinity.of(type, strict)) {
            case INTEGER -> ValueKind.INTEGER;
            case REAL -> ValueKind.REAL;
            case TEXT -> ValueKind.TEXT;
            case BLOB -> upper.contains("BLOB") ? ValueKind.BYTES : ValueKind.TEXT;
            case NUMERIC -> upper.contains("BOOL") ? ValueKind.BOOLEAN
                    : upper.contains("DATETIME") || upper.contains("TIMESTAMP") ? ValueKind.DATETIME
                    : upper.contains("DATE") ? ValueKind.DATE
                    : upper.contains("TIME") ? ValueKind.TIME
                    : upper.contains("NUM") || upper.contains("DEC") || upper.contains("MONEY") ? ValueKind.DECIMAL
                    : ValueKind.TEXT;
        };
    }
}
