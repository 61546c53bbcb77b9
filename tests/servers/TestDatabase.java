package tests.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A database of one test.
 *
 * @param server where it is
 * @param name   its name
 */
public record TestDatabase(Running server, String name) implements AutoCloseable {
    /** {@return its URL, as the toolkit takes it} */
    public String url() {
        return server.url(name);
    }

    /** {@return a connection of the driver's own, which the caller closes} */
    public Connection open() {
        try {
            return server.connect(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements as any other program would, one after the other. */
    public void execute(String... statements) {
        try (var connection = open(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the rows of a query, the columns joined by {@code |}} NULL is {@code null}. */
    public List<String> query(String sql) {
        var found = new ArrayList<String>();
        try (var connection = open(); var statement = connection.createStatement();
             var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var cells = new String[columns];
                for (int i = 0; i < columns; i++) {
                    cells[i] = Objects.requireNonNullElse(rows.getString(i + 1), "null");
                }
                found.add(String.join("|", Arrays.asList(cells)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    @Override
    public void close() {
        server.drop(name);
    }
}
