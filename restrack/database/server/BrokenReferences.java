package restrack.database.server;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import restrack.database.BrokenKey;
import restrack.database.Dialect;

/**
 * Looks for rows whose foreign keys lead nowhere.
 *
 * @param tables  the tables of the server
 * @param dialect how it quotes
 */
public record BrokenReferences(StoredTables tables, Dialect dialect) {
    /**
     * {@return such rows} A row is known by its key, and by the values that lead nowhere.
     *
     * @param references the keys to look at
     * @param most       how many rows of each key; all if nothing is said
     */
    public List<BrokenKey> of(List<StoredReference> references, OptionalInt most) throws SQLException {
        var broken = new ArrayList<BrokenKey>();
        for (int i = 0; i < references.size(); i++) {
            var reference = references.get(i);
            int number = i;
            var identity = tables.find(reference.table()).map(StoredTable::identity).orElse(List.of());
            tables.each(query(reference, identity, most), row -> {
                var key = new ArrayList<String>();
                for (int column = 1; column <= identity.size(); column++) {
                    key.add(row.getString(column));
                }
                var values = new ArrayList<String>();
                for (int column = 0; column < reference.columns().size(); column++) {
                    values.add(reference.columns().get(column) + " = " + row.getString(identity.size() + column + 1));
                }
                broken.add(new BrokenKey(reference.table(), (key.isEmpty() ? "a row" : "row " + String.join(", ", key))
                        + ": " + String.join(" and ", values), reference.parentName() + " ("
                        + String.join(", ", reference.parentColumns()) + ")", number));
            });
        }
        return broken;
    }

    /** {@return what is wrong with such a row, as a sentence} */
    public static String words(BrokenKey broken) {
        return broken.table() + ", " + broken.row() + " leads to no row of " + broken.parent() + ".";
    }

    private String query(StoredReference reference, List<String> identity, OptionalInt most) {
        var selected = new ArrayList<>(identity);
        selected.addAll(reference.columns());
        var given = reference.columns().stream().map(it -> "child." + dialect.quote(it) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        var equal = IntStream.range(0, reference.columns().size())
                .mapToObj(i -> "parent." + dialect.quote(reference.parentColumns().get(i)) + " = child."
                        + dialect.quote(reference.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return "SELECT " + selected.stream().map(it -> "child." + dialect.quote(it)).collect(Collectors.joining(", "))
                + " FROM " + dialect.quote(reference.table()) + " AS child WHERE " + given
                + " AND NOT EXISTS (SELECT 1 FROM " + reference.parent() + " AS parent WHERE " + equal + ")"
                + (most.isPresent() ? " LIMIT " + most.getAsInt() : "");
    }
}
