package restrack.database.sqlite.keep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements about side tables. They are made anew each time: one that is kept prepared would be in the way of DROP.
 *
 * @param connection the database
 */
record Sql(Connection connection) {
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@return how many rows a statement has changed} */
    long change(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    /** {@return the number that a query gives; 0 if it gives none} */
    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    boolean holds(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    /** {@return the first column of a query} */
    List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
