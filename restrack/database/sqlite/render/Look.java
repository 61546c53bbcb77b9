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

    /** @param sentence with places for the number of rows and for the table */
    void forAllRows(String hazard, String table, String sentence) throws SQLException {
        forRows(hazard, table, "", sentence);
    }

    /**
     * Looks for rows that a condition is true for.
     *
     * @param condition {@code 0} for none
     * @param sentence  with places for the number of rows and for the table
     */
    void forRows(String hazard, String table, String condition, String sentence) throws SQLException {
        if (!condition.equals("0")) {
            var rest = " FROM " + source.of(table) + (condition.isEmpty() ? "" : " WHERE " + condition);
            add(hazard, count("SELECT count(*)" + rest), table, sentence, "SELECT *" + rest);
        }
    }

    /** Looks for rows that are not different from each other. */
    void forDuplicates(String table, Uniqueness unique) throws SQLException {
        var terms = unique.text();
        var query = "SELECT " + terms + ", count(*) AS number FROM " + source.of(table) + " WHERE "
                + unique.condition() + " GROUP BY " + terms + " HAVING count(*) > 1";
        add("", count("SELECT coalesce(sum(number), 0) FROM (" + query + ")"), table,
                "%s of %s have the same " + escaped(terms) + " as others", query);
    }

    private void add(String hazard, long number, String table, String sentence, String query) {
        if (number > 0) {
            var said = sentence.formatted(number + (number == 1 ? " row" : " rows"), table);
            found.add(new Danger(hazard, number == 1 ? singular(said) : said, query));
        }
    }

    private static String singular(String sentence) {
        return sentence.replaceFirst("what they have", "what it has").replaceFirst(" have ", " has ")
                .replaceFirst(" do not pass ", " does not pass ").replaceFirst(" refer to ", " refers to ");
    }

    /** {@return a text as it can stand in a sentence} */
    static String escaped(String text) {
        return text.replace("%", "%%");
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
