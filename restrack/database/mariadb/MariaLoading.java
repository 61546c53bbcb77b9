package restrack.database.mariadb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import restrack.database.BrokenKey;
import restrack.database.server.BrokenReferences;
import restrack.database.server.ServerLoading;
import restrack.database.server.StoredReference;

/**
 * Many rows for a MariaDB database.
 *
 * @param database the database
 */
record MariaLoading(MariaDatabase database) implements ServerLoading {
    private static final int PORTION = 500;
    private static final int DUPLICATE = 1062;

    /** Without the second mode, 0 in a key that counts up would become the next number. */
    @Override
    public void begin() {
        database.ask("The session cannot be prepared", () -> {
            try (var statement = database.connection().createStatement()) {
                statement.execute("SET SESSION foreign_key_checks = 0");
                return statement.execute("SET SESSION sql_mode = concat(@@sql_mode, "
                        + "',STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO')");
            }
        });
        database.begin();
    }

    @Override
    public int portion() {
        return PORTION;
    }

    @Override
    public boolean isTaken(SQLException error) {
        return error.getErrorCode() == DUPLICATE;
    }

    @Override
    public List<BrokenKey> brokenKeys(Set<String> tables) {
        return database.ask("The foreign keys cannot be checked",
                () -> new BrokenReferences(database.tables(), database.dialect()).of(references(tables),
                        OptionalInt.empty()));
    }

    private List<StoredReference> references(Set<String> tables) throws SQLException {
        var found = new LinkedHashMap<String, StoredReference>();
        try (var query = database.connection().prepareStatement("""
                SELECT table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name,
                    referenced_column_name
                FROM information_schema.key_column_usage
                WHERE table_schema = database() AND constraint_schema = database()
                    AND referenced_table_name IS NOT NULL
                ORDER BY table_name, constraint_name, ordinal_position"""); var rows = query.executeQuery()) {
            while (rows.next()) {
                var table = rows.getString(1);
                if (tables.contains(table)) {
                    var key = table + "\n" + rows.getString(2);
                    var parent = database.dialect().quote(rows.getString(4)) + "."
                            + database.dialect().quote(rows.getString(5));
                    var before = found.getOrDefault(key, new StoredReference(table, rows.getString(2), List.of(),
                            parent, rows.getString(5), List.of()));
                    found.put(key, new StoredReference(table, before.name(), with(before.columns(), rows.getString(3)),
                            parent, before.parentName(), with(before.parentColumns(), rows.getString(6))));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static List<String> with(List<String> columns, String column) {
        var all = new ArrayList<>(columns);
        all.add(column);
        return all;
    }
}
