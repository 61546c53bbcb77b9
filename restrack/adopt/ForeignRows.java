package restrack.adopt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import restrack.database.Database;

/**
 * The rows of another tool's table. Every tool has had several forms of its table, so the columns are found by name.
 *
 * @param table   the table, as the database spells it
 * @param columns the names of its columns, in small letters
 * @param rows    the rows, each with the texts of its columns; null where the database has NULL
 */
record ForeignRows(String table, Set<String> columns, List<Map<String, String>> rows) {
    /** Reads a whole table: a history is short. */
    static ForeignRows read(Database database, String table) {
        try (var query = database.connection().createStatement();
             var result = query.executeQuery("SELECT * FROM " + database.dialect().quote(table))) {
            var meta = result.getMetaData();
            var columns = new ArrayList<String>();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                columns.add(meta.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), text(result, i + 1));
                }
                rows.add(row);
            }
            return new ForeignRows(table, Set.copyOf(columns), rows);
        } catch (SQLException e) {
            throw database.explain(e, "The table " + table + " cannot be read");
        }
    }

    /** Drivers write a bit as text in ways of their own. */
    private static String text(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof Boolean truth ? truth.toString() : row.getString(column);
    }

    /** {@return whether it has all of these columns} */
    boolean has(String... names) {
        return columns.containsAll(List.of(names));
    }

    /** {@return the rows in the order of a column of numbers} A column that is not there changes nothing. */
    List<Map<String, String>> by(String column) {
        return rows.stream().sorted(Comparator.comparingLong(row -> number(row.get(column)))).toList();
    }

    private static long number(String text) {
        try {
            return text == null ? 0 : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** {@return whether a column says yes} Databases and tools spell that in several ways. */
    static boolean isTrue(String value) {
        return value != null && Set.of("1", "true", "t", "y", "yes").contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
