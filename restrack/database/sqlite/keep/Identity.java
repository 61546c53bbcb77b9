package restrack.database.sqlite.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import restrack.database.sqlite.catalog.Quoted;

/**
 * By what a row is known again when a value of it comes back.
 *
 * @param columns the columns that have to be equal
 * @param rowid   the name of the rowid, if that has to be equal too; otherwise empty
 */
record Identity(List<String> columns, String rowid) {
    /**
     * {@return how the rows of a table can be known again without some of its columns; nothing if they cannot} By the
     * primary key; else by columns that are unique. Else by the rowid together with everything else that is in the
     * row: the rowid alone is not enough, because VACUUM gives new ones to such tables. With a primary key that is the
     * rowid goes everything else too, unless the table counts (AUTOINCREMENT): SQLite gives the number of a deleted row
     * to the next new one. {@link Landing} says what that is for.
     */
    static Optional<Identity> of(Connection connection, Shape table, List<String> without) throws SQLException {
        var rest = table.columns().stream().filter(it -> !Shape.contains(without, it))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!table.alias().isEmpty() && rest.remove(table.alias())) {
            var columns = new ArrayList<>(List.of(table.alias()));
            columns.addAll(Removal.counts(connection, table.name()) ? List.of() : rest);
            return Optional.of(new Identity(columns, ""));
        }
        var candidates = new ArrayList<List<String>>();
        candidates.add(table.primaryKey());
        candidates.addAll(unique(connection, table));
        for (var candidate : candidates) {
            if (!candidate.isEmpty() && candidate.stream().allMatch(it -> table.has(it)
                    && !Shape.contains(without, it)) && isComplete(connection, table, candidate)) {
                return Optional.of(new Identity(candidate, ""));
            }
        }
        return table.rowid().isEmpty() ? Optional.empty() : Optional.of(new Identity(rest, table.rowid()));
    }

    /** SQLite allows NULL in keys, any number of times. */
    private static boolean isComplete(Connection connection, Shape table, List<String> key) throws SQLException {
        return !new Sql(connection).holds("SELECT 1 FROM main." + Quoted.name(table.name()) + " WHERE "
                + key.stream().map(it -> Quoted.name(it) + " IS NULL").collect(Collectors.joining(" OR "))
                + " LIMIT 1");
    }

    private static List<List<String>> unique(Connection connection, Shape table) throws SQLException {
        var found = new ArrayList<List<String>>();
        var indexes = new Sql(connection).texts("SELECT name FROM pragma_index_list(" + Quoted.text(table.name())
                + ", 'main') WHERE \"unique\" AND NOT partial AND origin <> 'pk' ORDER BY seq DESC");
        for (var index : indexes) {
            var columns = new Sql(connection).texts("SELECT name FROM pragma_index_xinfo(" + Quoted.text(index)
                    + ", 'main') WHERE key ORDER BY seqno");
            if (columns.stream().allMatch(it -> it != null)) {
                found.add(columns);
            }
        }
        return found;
    }
}
