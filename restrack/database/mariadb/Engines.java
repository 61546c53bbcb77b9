package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import restrack.sql.Statement;
import restrack.sql.Token;

/** Knows which tables have no transactions: what is written to MyISAM, Aria or MEMORY stays after a rollback. */
final class Engines {
    private final Connection connection;

    Engines(Connection connection) {
        this.connection = connection;
    }

    /**
     * {@return the tables without transactions that a statement names, as they are called} What its triggers write to
     * is not looked at. A name that is also a column's counts too: better one that is asked about in vain.
     */
    Set<String> withoutTransactions(Statement statement) throws SQLException {
        var found = new LinkedHashSet<String>();
        var tables = tables();
        if (!tables.isEmpty()) {
            statement.significant().stream().filter(Token::isName).map(Token::name)
                    .filter(name -> tables.stream().anyMatch(name::equalsIgnoreCase)).forEach(found::add);
        }
        return found;
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
