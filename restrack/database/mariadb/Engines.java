package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import restrack.sql.Statement;
import restrack.sql.Token;

/**
 * Knows which tables have no transactions: what is written to MyISAM, Aria or MEMORY stays after a rollback. Of a table
 * that has them it is remembered until something may have changed it.
 */
final class Engines {
    private static final List<String> MODIFIERS = List.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO");

    private final Supplier<Connection> connection;
    private final Set<List<String>> harmless = new HashSet<>();

    Engines(Supplier<Connection> connection) {
        this.connection = connection;
    }

    /** Tables may be others from now on. */
    void forget() {
        harmless.clear();
    }

    /**
     * {@return the tables without transactions that a statement may write to, as it calls them} What its triggers write
     * to is not looked at. In UPDATE and DELETE every name counts, a column's and a database's too: better one that is
     * asked about in vain.
     */
    Set<String> withoutTransactions(Statement statement) throws SQLException {
        var names = names(statement);
        if (names.isEmpty() || harmless.contains(names)) {
            return Set.of();
        }
        var tables = tables(names);
        if (tables.isEmpty()) {
            harmless.add(names);
        }
        return names.stream().filter(name -> tables.stream().anyMatch(name::equalsIgnoreCase))
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
            return cursor.tableName().map(it -> List.of(it.table(), it.schema())).orElse(List.of());
        }
        return List.of();
    }

    /** Asked by name, the server need not open every table that it has; nor is an engine looked up that is usual. */
    private List<String> tables(List<String> names) throws SQLException {
        var tables = new ArrayList<String>();
        try (var query = connection.get().prepareStatement("""
                SELECT t.table_name FROM information_schema.tables t
                WHERE t.table_name IN (%1$s) AND t.table_schema IN (database(), %1$s)
                    AND t.table_type = 'BASE TABLE' AND t.engine <> 'InnoDB'
                    AND (SELECT e.transactions FROM information_schema.engines e WHERE e.engine = t.engine) <> 'YES'
                    AND t.table_schema NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')"""
                .formatted(String.join(", ", Collections.nCopies(names.size(), "?"))))) {
            for (int i = 0; i < names.size(); i++) {
                query.setString(i + 1, names.get(i));
                query.setString(names.size() + i + 1, names.get(i));
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }
}
