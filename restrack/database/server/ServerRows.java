package restrack.database.server;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import restrack.database.RowKey;
import restrack.database.Rows;
import restrack.database.TableDigest;
import restrack.schema.Name;

/**
 * The rows of a database on a server.
 *
 * @param database     the database
 * @param tables       what it says of its tables
 * @param comparesRows whether it finds its way through an index by {@code (a, b) > (?, ?)}
 * @param written      how many rows have been written since it was opened
 */
record ServerRows(ServerDatabase database, StoredTables tables, boolean comparesRows, long written) implements Rows {
    @Override
    public boolean has(String table) {
        return database.hasTable(table) && holds("SELECT 1 FROM " + quoted(table) + " LIMIT 1");
    }

    @Override
    public boolean hasValues(String table, String column) {
        return database.hasTable(table) && hasColumn(table, column)
                && holds("SELECT 1 FROM " + quoted(table) + " WHERE " + quoted(column) + " IS NOT NULL LIMIT 1");
    }

    /** A table without rows tells what columns it has, as the server compares their names. */
    private boolean hasColumn(String table, String column) {
        return database.ask("The columns of " + table + " cannot be read", () -> {
            try (var statement = database.connection().createStatement();
                 var none = statement.executeQuery("SELECT * FROM " + quoted(table) + " WHERE 1 = 0")) {
                var columns = none.getMetaData();
                var wanted = database.dialect().name(column);
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    if (database.dialect().name(columns.getColumnName(i)).equals(wanted)) {
                        return true;
                    }
                }
                return false;
            }
        });
    }

    private boolean holds(String query) {
        return database.ask("The rows cannot be looked at", () -> {
            try (var statement = database.connection().createStatement(); var rows = statement.executeQuery(query)) {
                return rows.next();
            }
        });
    }

    private String quoted(String name) {
        return database.dialect().quote(name);
    }

    @Override
    public long count(String table) {
        return !database.hasTable(table) ? 0 : database.ask("The rows of " + table + " cannot be counted", () -> {
            try (var statement = database.connection().createStatement();
                 var rows = statement.executeQuery("SELECT count(*) FROM " + quoted(table))) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        });
    }

    @Override
    public RowKey key(String table, List<String> columns) {
        var found = database.ask("The key of " + table + " cannot be read", () -> tables.find(table));
        return new ServerKeys(comparesRows).of(found.orElseThrow(() -> ServerKeys.no("There is no table " + table
                + " with rows of its own", "A view cannot be gone through by a key.")), columns);
    }

    @Override
    public Map<Name, TableDigest> digests(Predicate<String> wanted) {
        return database.ask("The rows cannot be read",
                () -> new ServerDigests(tables, database.dialect()).of(wanted));
    }

    @Override
    public Map<String, List<Map<String, String>>> all() {
        return database.ask("The rows cannot be read", () -> new ServerDigests(tables, database.dialect()).all());
    }
}
