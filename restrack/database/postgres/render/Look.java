package restrack.database.postgres.render;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import restrack.database.Danger;
import restrack.database.postgres.read.Quoted;
import restrack.schema.Renaming;

/** Looks for rows that are in the way, and says how many there are. */
final class Look {
    private final Connection connection;
    private final List<Renaming> renamings;
    private final Set<Danger> found = new LinkedHashSet<>();

    /** @param renamings what has another name now than in the questions */
    Look(Connection connection, List<Renaming> renamings) {
        this.connection = connection;
        this.renamings = renamings;
    }

    /** {@return what has been found since this was asked the last time} */
    List<Danger> take() {
        var all = List.copyOf(found);
        found.clear();
        return all;
    }

    /**
     * Looks for rows that a condition is true for.
     *
     * @param condition empty for all rows
     * @param words     what is wrong with them, behind their number and their table
     */
    void forRows(String hazard, String table, String condition, String words) throws SQLException {
        var rest = " FROM " + from(table, table) + (condition.isEmpty() ? "" : " WHERE " + condition);
        add(hazard, count("SELECT count(*)" + rest), table, words, "SELECT *" + rest);
    }

    /** Looks for rows that are not different from each other. */
    void forDuplicates(String table, Uniqueness unique) throws SQLException {
        var condition = unique.condition();
        var query = "SELECT " + unique.text() + ", count(*) AS number FROM " + from(table, table)
                + (condition.isEmpty() ? "" : " WHERE " + condition) + " GROUP BY " + unique.text()
                + " HAVING count(*) > 1";
        add("", count("SELECT coalesce(sum(number), 0) FROM (" + query + ") AS found"), table,
                "have the same " + unique.text() + " as others", query);
    }

    private void add(String hazard, long number, String table, String words, String query) {
        if (number > 0) {
            found.add(Danger.ofRows(hazard, number, table, words, query));
        }
    }

    /** {@return whether a table is there now} */
    boolean exists(String table) throws SQLException {
        try (var query = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            query.setString(1, Quoted.name(now(table)));
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private String now(String table) {
        return renamings.stream().filter(it -> it instanceof Renaming.OfTable && it.to().equals(table))
                .map(Renaming::from).findFirst().orElse(table);
    }

    /** {@return a table, under the names that it and its columns are going to have, as it can stand behind FROM} */
    String from(String table, String alias) {
        var columns = new ArrayList<String>();
        for (var renaming : renamings) {
            if (renaming instanceof Renaming.OfColumn it && it.table().equals(table)) {
                columns.add(", " + Quoted.name(it.from()) + " AS " + Quoted.name(it.to()));
            }
        }
        var name = Quoted.name(now(table));
        if (!columns.isEmpty()) {
            return "(SELECT *" + String.join("", columns) + " FROM " + name + ") AS " + Quoted.name(alias);
        }
        return name + (now(table).equals(alias) ? "" : " AS " + Quoted.name(alias));
    }

    /** What is made of the first row of an answer. */
    @FunctionalInterface
    interface Answer<T> {
        /** {@return what the row says} */
        T of(ResultSet row) throws SQLException;
    }

    /** {@return the number that a query gives; 0 where it cannot be asked} */
    long count(String sql) throws SQLException {
        return ask(sql, row -> row.getLong(1)).orElse(0L);
    }

    /**
     * {@return what the first row of a query says; nothing where there is none, or it cannot be asked} It may need what
     * only comes with the change, and an error must not end the transaction that is open.
     */
    <T> Optional<T> ask(String sql, Answer<T> answer) throws SQLException {
        boolean inside = connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.OPEN;
        try (var query = connection.createStatement()) {
            if (inside) {
                query.execute("SAVEPOINT migrate_look");
            }
            try (var rows = query.executeQuery(sql)) {
                return rows.next() ? Optional.of(answer.of(rows)) : Optional.empty();
            } catch (SQLException e) {
                if (inside) {
                    query.execute("ROLLBACK TO SAVEPOINT migrate_look");
                }
                return Optional.empty();
            } finally {
                if (inside) {
                    query.execute("RELEASE SAVEPOINT migrate_look");
                }
            }
        }
    }
}
