package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Statements that are run again and again over one connection, prepared once. */
final class PreparedWrites {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    PreparedWrites(Connection connection) {
        this.connection = connection;
    }

    void run(String sql, Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        // As a batch of one: the driver resets a statement only after a batch, and one that is not reset counts as
        // running, which makes VACUUM and DETACH fail.
        statement.addBatch();
        statement.executeBatch();
    }
}
