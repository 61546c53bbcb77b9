package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Collectors;
import restrack.sql.Tokens;

/**
 * Finds out who holds locks. A waiting statement is told of no one, so whoever has a transaction open or a statement
 * running is named; where the plugin {@code metadata_lock_info} is loaded, only those who hold locks on tables of this
 * database. It takes the privilege PROCESS.
 */
final class Blockers {
    private static final int LONGEST = 60;
    private static final int MOST = 3;
    private static final String OTHERS = """
            SELECT p.id, p.user, p.host, p.command, p.time, p.info, t.trx_id
            FROM information_schema.processlist p
            LEFT JOIN information_schema.innodb_trx t ON t.trx_mysql_thread_id = p.id
            WHERE p.id <> connection_id() AND p.user NOT IN ('system user', 'event_scheduler')
                AND coalesce(p.state, '') NOT LIKE 'Waiting for %% lock'
                AND coalesce(t.trx_state, '') <> 'LOCK WAIT' AND (%s)
            ORDER BY t.trx_id IS NULL, p.time DESC LIMIT""" + " " + (MOST + 1);
    private static final String OPEN = "t.trx_id IS NOT NULL OR p.command <> 'Sleep' AND p.db = database()";
    private static final String LOCKING = "p.id IN (SELECT thread_id FROM information_schema.metadata_lock_info "
            + "WHERE table_schema = database())";

    private final Connection connection;

    Blockers(Connection connection) {
        this.connection = connection;
    }

    /** {@return who is in the way, as a phrase; empty if that cannot be known} */
    String words() {
        try {
            return find(LOCKING);
        } catch (SQLException e) {
            // The plugin is not loaded.
            try {
                return find(OPEN);
            } catch (SQLException forbidden) {
                return "";
            }
        }
    }

    private String find(String which) throws SQLException {
        var found = new ArrayList<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(OTHERS.formatted(which))) {
            while (rows.next()) {
                found.add(found.size() == MOST ? "others" : words(rows));
            }
        }
        return String.join(", and ", found);
    }

    /** Somebody else's values, a password perhaps or a patient's name, are nothing to print. */
    private static String withoutValues(String query) {
        return Tokens.of(query, MariaSyntax.SYNTAX).stream().map(it -> switch (it.kind()) {
            case STRING, BLOB, BAD -> "?";
            case SPACE -> " ";
            case LINE_COMMENT, BLOCK_COMMENT -> "";
            default -> it.text();
        }).collect(Collectors.joining()).strip();
    }

    private static String words(ResultSet row) throws SQLException {
        var who = "connection " + row.getLong("id") + " (" + row.getString("user") + "@" + row.getString("host") + ")";
        var time = row.getLong("time") + " s";
        if (row.getString("command").equals("Sleep")) {
            return who + ", idle " + (row.getString("trx_id") == null ? "" : "in a transaction ") + "for " + time;
        }
        var query = withoutValues(Objects.requireNonNullElse(row.getString("info"), ""));
        return who + ", busy for " + time + (query.isEmpty() ? "" : " with `"
                + (query.length() > LONGEST ? query.substring(0, LONGEST - 1) + "…" : query) + "`");
    }
}
