package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import restrack.sql.Statement;
import restrack.sql.Token;

/** Knows which tables have no transactions: what is written to MyISAM, Aria or MEMORY stays after a rollback. */
final class Engines {
    private static final List<String> MODIFIERS = List.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO");

    private final Connection connection;

    Engines(Connection connection) {
        this.connection = connection;
    }

    /**
     * {@return the tables without transactions that a statement may write to, as it calls them} What its triggers write
     * to is not looked at. In UPDATE and DELETE every name counts, a column's too: better one that is asked about in
     * vain.
     */
    Set<String> withoutTransactions(Statement statement) throws SQLException {
        var names = names(statement);
        var found = new LinkedHashSet<String>();
        if (!names.isEmpty()) {
            var tables = tables();
            names.stream().filter(name -> tables.stream().anyMatch(name::equalsIgnoreCase)).forEach(found::add);
        }
        return found;
    }

    private static List<String> names(Statement statement) {
        if (statement.starts("UPDATE") || statement.starts("DELETE")) {
            return statement.significant().stream().filter(Token::isName).map(Token::name).toList();
        }
        if (statement.starts("INSERT") || statement.starts("REPLACE") || statement.starts("LOAD")) {
            var cursor = statement.cursor();
            cursor.skipPast(statement.starts("LOAD") ? "TABLE" : statement.significant().get(0).text());
            while (MODIFIERS.stream().anyMatch(cursor::accept)) {
                continue;
            }
            return cursor.tableName().map(it -> List.of(it.table())).orElse(List.of());
        }
        return List.of();
    }

    private Set<String> tables() throws SQLException {
        var tables = new LinkedHashSet<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT t.table_name FROM information_schema.tables t
                JOIN information_schema.engines e ON e.engine = t.engine
                WHERE t.table_type = 'BASE TABLE' AND e.transactions <> 'YES' AND t.table_schema NOT IN
                    ('mysql', 'information_schema', 'performance_schema', 'sys')""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
