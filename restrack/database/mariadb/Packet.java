package restrack.database.mariadb;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import restrack.database.server.OwnStatement;

/**
 * How much a server takes at once. It closes the connection of whoever sends more, without a word of why (MariaDB
 * documentation, "max_allowed_packet"), so it is looked at before.
 */
final class Packet {
    /** The number of MariaDB's own error for it. */
    static final int TOO_LARGE = 1153;
    /** Every server takes so many characters, however they are written. */
    private static final int HARMLESS = 250_000;

    private Packet() {
    }

    /** Refuses a statement that the server would not take. */
    static void requireTakes(Connection connection, String sql) throws SQLException {
        if (sql.length() > HARMLESS) {
            requireTakes(connection, sql.getBytes(StandardCharsets.UTF_8).length, "The statement has");
        }
    }

    /** Refuses statements of ours that go together, if the server would not take them with their values. */
    static void requireTakes(Connection connection, List<OwnStatement> statements) throws SQLException {
        if (statements.stream().mapToLong(OwnStatement::length).sum() > HARMLESS) {
            requireTakes(connection, statements.stream().mapToLong(Packet::bytes).sum(),
                    "The script, with whose text it is recorded, has");
        }
    }

    private static long bytes(OwnStatement statement) {
        return statement.sql().length() + statement.values().stream()
                .mapToLong(it -> it instanceof String text ? bytes(text) : Long.SIZE).sum();
    }

    /** Within quotes, these get a backslash. */
    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length
                + text.chars().filter(it -> it == '\'' || it == '"' || it == '\\' || it == 0).count();
    }

    private static void requireTakes(Connection connection, long bytes, String what) throws SQLException {
        try (var statement = connection.createStatement();
             var rows = statement.executeQuery("SELECT @@max_allowed_packet")) {
            rows.next();
            if (bytes >= rows.getLong(1)) {
                throw new SQLException(String.format(Locale.ROOT, "%s %,d bytes, quoted as it is sent, and the server "
                        + "takes %,d at once (max_allowed_packet)", what, bytes, rows.getLong(1)), "HY000", TOO_LARGE);
            }
        }
    }
}
