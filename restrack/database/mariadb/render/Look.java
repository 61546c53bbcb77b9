package restrack.database.mariadb.render;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import restrack.database.Danger;

/** Asks the rows that are there, and puts what is found into words. */
final class Look {
    private final Connection connection;
    private final Source source;
    private final List<Danger> found = new ArrayList<>();

    Look(Connection connection, Source source) {
        this.connection = connection;
        this.source = source;
    }

    List<Danger> found() {
        return List.copyOf(found);
    }

    /** {@return what stands behind FROM for the rows of a table} */
    String from(String table) {
        return source.of(table);
    }

    /** {@return whether there is such a table now} */
    boolean exists(String table) throws SQLException {
        try (var query = connection.prepareStatement("SELECT count(*) FROM information_schema.tables "
                + "WHERE table_schema = database() AND table_name = ?")) {
            query.setString(1, source.now(table));
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getLong(1) > 0;
            }
        }
    }

    /**
     * Looks for rows that a condition is true for.
     *
     * @param hazard    what allows it; empty for what nobody can allow
     * @param condition the condition; empty for all rows, {@code 0} for none
     * @param words     what is wrong with them, behind their number and their table
     */
    void forRows(String hazard, String table, String condition, String words) {
        if (!condition.equals("0")) {
            var rest = " FROM " + source.of(table) + (condition.isEmpty() ? "" : " WHERE " + condition);
            add(hazard, number("SELECT count(*)" + rest), table, words, "SELECT *" + rest);
        }
    }

    /** Looks for rows that are the same in what has to be unique. */
    void forDuplicates(String table, Uniqueness unique) {
        var terms = unique.text();
        var query = "SELECT " + terms + ", count(*) AS number FROM " + source.of(table) + " WHERE "
                + unique.condition() + " GROUP BY " + terms + " HAVING count(*) > 1";
        add("", number("SELECT coalesce(sum(number), 0) FROM (SELECT count(*) AS number FROM " + source.of(table)
                + " WHERE " + unique.condition() + " GROUP BY " + terms + " HAVING count(*) > 1) AS same"), table,
                "have the same " + terms.replace("`", "") + " as others", query);
    }

    /** Looks for rows as they once were, in a table that keeps them. */
    void forHistory(String hazard, String table) {
        var rest = " FROM " + source.of(table).replaceFirst("^(`(?:[^`]|``)+`)", "$1 FOR SYSTEM_TIME ALL")
                + " WHERE ROW_END < CURRENT_TIMESTAMP(6)";
        add(hazard, number("SELECT count(*)" + rest), table, "that are past would be lost", "SELECT *" + rest);
    }

    private void add(String hazard, long number, String table, String words, String query) {
        if (number > 0) {
            found.add(Danger.ofRows(hazard, number, table, words, query));
        }
    }

    /** {@return a number that a query counts; 0 where it cannot be asked before other things are changed} */
    long number(String query) {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            return 0;
        }
    }
}
