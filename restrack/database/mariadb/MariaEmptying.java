package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/**
 * Drops everything in a database, so that a copy of it can be put in.
 *
 * @param connection the database
 * @param dialect    how it quotes
 */
record MariaEmptying(Connection connection, MariaDialect dialect) {
    /** Views first, because they need tables; triggers go with theirs. Foreign keys do not count meanwhile. */
    void run() throws SQLException {
        var statements = new ArrayList<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT CASE table_type WHEN 'VIEW' THEN 'VIEW' WHEN 'SEQUENCE' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
                    table_name FROM information_schema.tables WHERE table_schema = database()
                UNION ALL SELECT routine_type, routine_name FROM information_schema.routines
                    WHERE routine_schema = database() AND routine_type IN ('FUNCTION', 'PROCEDURE', 'PACKAGE')
                UNION ALL SELECT 'EVENT', event_name FROM information_schema.events WHERE event_schema = database()
                ORDER BY kind DESC""")) {
            while (rows.next()) {
                statements.add("DROP " + rows.getString(1) + " IF EXISTS " + dialect.quote(rows.getString(2)));
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0");
            try {
                for (var drop : statements) {
                    statement.execute(drop);
                }
            } finally {
                statement.execute("SET SESSION foreign_key_checks = 1");
            }
        }
    }
}
