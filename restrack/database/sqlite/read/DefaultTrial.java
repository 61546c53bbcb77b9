package restrack.database.sqlite.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import restrack.schema.Column;
import restrack.schema.Sql;
import restrack.schema.Table;

/**
 * Stores a default in a column, in a temporary table that is gone right after.
 *
 * @param program  how SQLite stores it
 * @param constant whether it calls no function
 * @param value    what was stored, with its type
 */
record DefaultTrial(List<String> program, boolean constant, String value) {
    private static final String TABLE = "temp.migrate_default";
    private static final String SAVEPOINT = "migrate_default";

    /** {@return whether both store the same at any time} */
    boolean isLike(DefaultTrial other) {
        return constant && other.constant ? value.equals(other.value) : program.equals(other.program);
    }

    /** {@return what becomes of a default in a column of a table} */
    static DefaultTrial of(Connection connection, Table table, Column column, Optional<Sql> value)
            throws SQLException {
        run(connection, "SAVEPOINT " + SAVEPOINT);
        try {
            run(connection, "CREATE TABLE " + TABLE + " (c " + column.type().text()
                    + value.map(it -> " DEFAULT " + it.text()).orElse("") + ")"
                    + (table.options().contains("STRICT") ? " STRICT" : ""));
            var insert = "INSERT INTO " + TABLE + " DEFAULT VALUES";
            var program = Programs.of(connection, insert, value.map(Sql::text).orElse(""));
            run(connection, insert);
            return new DefaultTrial(program, program.stream().noneMatch(it -> it.contains("Func|")
                    || it.contains("Function|")), stored(connection));
        } finally {
            run(connection, "ROLLBACK TO " + SAVEPOINT);
            run(connection, "RELEASE " + SAVEPOINT);
        }
    }

    private static String stored(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT typeof(c) || ' ' || quote(c) FROM " + TABLE)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
