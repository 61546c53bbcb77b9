package restrack.database.sqlite.render;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import restrack.database.Danger;

/** Looks for rows that are in the way, and says how many there are. */
final class Look {
    private final Connection connection;
    private final Source source;
    private final Set<Danger> found = new LinkedHashSet<>();

    Look(Connection connection, Source source) {
        this.connection = connection;
        this.source = source;
    }

    /** {@return what has been found since this was asked the last time} */
    List<Danger> take() {
        var all = List.copyOf(found);
        found.clear();
        return all;
    }

    /** @param words what is wrong with them, behind their number and their table */
    void forAllRows(String hazard, String table, String words) throws SQLException {
        forRows(hazard, table, "", words);
    }

    /**
     * Looks for rows that a condition is true for.
     *
     * @param condition {@code 0} for none
     * @param words     what is wrong with them, behind their number and their table
     */
    void forRows(String hazard, String table, String condition, String words) throws SQLException {
        if (!condition.equals("0")) {
            var rest = " FROM " + source.of(table) + (condition.isEmpty() ? "" : " WHERE " + condition);
            add(hazard, count("SELECT count(*)" + rest), table, words, "SELECT *" + rest);
        }
    }

    /** Looks for rows that are not different from each other. */
    void forDuplicates(String table, Uniqueness unique) throws SQLException {
        var terms = unique.text();
        var query = "SELECT " + terms + ", count(*) AS number FROM " + source.of(table) + " WHERE "
                + unique.condition() + " GROUP BY " + terms + " HAVING count(*) > 1";
        add("", count("SELECT coalesce(sum(number), 0) FROM (" + query + ")"), table,
                "have the same " + terms + " as others", query);
    }

    private void add(String hazard, long number, String table, String words, String query) {
        if (number > 0) {
            found.add(Danger.ofRows(hazard, number, table, words, query));
        }
    }

    /** A collation or a function may be there only when the application runs. */
    private long count(String sql) {
        try (var query = connection.createStatement(); var rows = query.executeQuery(sql)) {
            return rows.getLong(1);
        } catch (SQLException e) {
            return 0;
        }
    }
}
