package restrack.apply;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.Database;
import restrack.database.RowKey;

/** Goes through a table in the order of a key. Nothing is remembered from one call to the next. */
final class KeyWalk {
    private final Database database;
    private final RowKey key;

    KeyWalk(Database database, RowKey key) {
        this.database = database;
        this.key = key;
    }

    /** {@return the greatest key that is there; nothing in an empty table} */
    Optional<List<Object>> greatest() throws SQLException {
        return first("ORDER BY " + order(" DESC") + " LIMIT 1", List.of()).map(this::verified);
    }

    /**
     * {@return the rows that come next}
     *
     * @param after the key before them; empty at the beginning
     * @param end   the key with which to end
     * @param size  how many rows at most
     */
    KeyRange next(List<Object> after, List<Object> end, int size) throws SQLException {
        var behind = first("WHERE " + condition(table(), after) + " ORDER BY " + order("") + " LIMIT 1 OFFSET "
                + (size - 1), values(after, end));
        if (behind.isEmpty()) {
            return new KeyRange(after, end, rows(after, end), true);
        }
        var upTo = verified(behind.get());
        return new KeyRange(after, upTo, size, KeyText.of(upTo).equals(KeyText.of(end)));
    }

    /** {@return how many rows there are behind a key, up to another} */
    long rows(List<Object> after, List<Object> upTo) throws SQLException {
        try (var query = prepare("SELECT count(*) FROM " + table() + " WHERE " + condition(table(), after),
                values(after, upTo)); var rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** {@return the keys of some rows, in order} */
    List<List<Object>> keys(KeyRange range) throws SQLException {
        var keys = new ArrayList<List<Object>>();
        try (var query = prepare("SELECT " + order("") + " FROM " + table() + " WHERE "
                + condition(table(), range.after()) + " ORDER BY " + order(""),
                values(range.after(), range.upTo())); var rows = query.executeQuery()) {
            while (rows.next()) {
                var values = new ArrayList<Object>();
                for (int i = 1; i <= key.columns().size(); i++) {
                    values.add(KeyText.normal(rows.getObject(i)));
                }
                keys.add(values);
            }
        }
        return keys;
    }

    /**
     * {@return the condition for the rows behind a key up to another}
     *
     * @param alias what the statement calls the table, as it is written there
     * @param after the key; empty for all rows from the first one on
     */
    String condition(String alias, List<Object> after) {
        return (after.isEmpty() ? "" : key.condition(database.dialect()::quote, alias, ">") + " AND ")
                + key.condition(database.dialect()::quote, alias, "<=");
    }

    /** {@return the values for the places of a condition} */
    List<Object> values(List<Object> after, List<Object> upTo) {
        return Stream.concat(key.values(after).stream(), key.values(upTo).stream()).toList();
    }

    /** {@return a statement with its values} The caller closes it. */
    PreparedStatement prepare(String sql, List<Object> values) throws SQLException {
        var statement = database.connection().prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private Optional<List<Object>> first(String clauses, List<Object> values) throws SQLException {
        try (var query = prepare("SELECT " + order("") + " FROM " + table() + " " + clauses, values);
             var rows = query.executeQuery()) {
            return rows.next() ? Optional.of(key(rows)) : Optional.empty();
        }
    }

    /** What is neither a number of the machine nor bytes is kept as the database writes it. */
    private List<Object> key(ResultSet rows) throws SQLException {
        var values = new ArrayList<Object>();
        for (int i = 1; i <= key.columns().size(); i++) {
            var value = KeyText.normal(rows.getObject(i));
            values.add(KeyText.isWritable(value) ? value : rows.getString(i));
        }
        return values;
    }

    /**
     * {@return a key that was read, as the journal will have it} A text that is not valid in its encoding, say, comes
     * back as another one. Then rows would be missed.
     */
    private List<Object> verified(List<Object> read) {
        var kept = KeyText.read(KeyText.of(read));
        try (var query = prepare("SELECT 1 FROM " + table() + " WHERE "
                + key.equal(database.dialect()::quote), kept);
             var rows = query.executeQuery()) {
            if (rows.next()) {
                return kept;
            }
        } catch (SQLException e) {
            throw database.explain(e, "The key " + KeyText.of(read) + " of " + key.table() + " cannot be found again");
        }
        throw new MigrateException(ErrorKind.CANNOT_BATCH, "The key " + KeyText.of(read) + " of " + key.table()
                + " holds what cannot be written down exactly, so batches cannot go on behind it.",
                "Mend the value, or take another key.");
    }

    private String table() {
        return database.dialect().quote(key.table());
    }

    private String order(String direction) {
        var quote = database.dialect();
        return key.columns().stream().map(it -> quote.quote(key.table()) + "." + quote.quote(it) + direction)
                .collect(Collectors.joining(", "));
    }
}
