package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import restrack.database.server.Session;
import restrack.sql.Statement;

/**
 * What a script has set for its session so that the toolkit's own tables might not be found any more, or not be
 * written: {@code SET search_path}, {@code SET ROLE}, be it in a function or a {@code DO} block. It is put aside while
 * the toolkit works for itself.
 */
final class ScriptSettings {
    private static final List<String> NAMES = List.of("session_authorization", "role", "search_path");

    private boolean mayDiffer;
    private final Map<String, String> aside = new LinkedHashMap<>();
    private Map<String, String> atBegin = Map.of();

    /** A statement is going to run: what the script has set comes back. */
    void beforeStatement(Statement statement, Connection connection) throws SQLException {
        bringBack(connection);
        mayDiffer |= PostgresScriptRules.mayCall(statement)
                || statement.significant().stream().anyMatch(it -> it.is("SET_CONFIG"));
    }

    /** What is going to run is not seen by us. */
    void beforeAnything(Connection connection) throws SQLException {
        bringBack(connection);
        mayDiffer = true;
    }

    private void bringBack(Connection connection) throws SQLException {
        if (!aside.isEmpty()) {
            set(connection, aside);
            aside.clear();
            mayDiffer = true;
        }
    }

    /** The toolkit is going to work for itself. */
    void putAside(Connection connection) throws SQLException {
        if (!mayDiffer) {
            return;
        }
        mayDiffer = false;
        try (var query = connection.createStatement(); var row = query.executeQuery("SELECT "
                + String.join(", ", NAMES.stream().map(it -> "current_setting('" + it + "')").toList()))) {
            row.next();
            for (int i = 0; i < NAMES.size(); i++) {
                aside.put(NAMES.get(i), row.getString(i + 1));
            }
        }
        Session.execute(connection, "RESET session_authorization; RESET role; RESET search_path");
    }

    private static void set(Connection connection, Map<String, String> values) throws SQLException {
        for (var name : NAMES) {
            try (var query = connection.prepareStatement("SELECT set_config(?, ?, false)")) {
                query.setString(1, name);
                query.setString(2, values.get(name));
                query.execute();
            }
        }
    }

    /** A transaction begins; what the script has set is put aside. */
    void begins() {
        atBegin = Map.copyOf(aside);
    }

    /** Everything is as it was when the transaction began, if one was open. */
    void rolledBack(boolean open) {
        mayDiffer = !open;
        if (open) {
            aside.clear();
            aside.putAll(atBegin);
        }
    }

    /** The session begins anew. */
    void forget() {
        mayDiffer = false;
        aside.clear();
    }
}
