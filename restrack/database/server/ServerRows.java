package restrack.database.server;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import restrack.database.RowKey;
import restrack.database.Rows;
import restrack.database.TableDigest;
import restrack.schema.Name;

/** What is asked of rows, in the SQL standard's words. */
final class ServerRows implements Rows {
    private final ServerDatabase database;
    private final long written;

    ServerRows(ServerDatabase database, long written) {
        this.database = database;
        this.written = written;
    }

    @Override
    public boolean has(String table) {
        return database.hasTable(table) && holds("SELECT 1 FROM " + quoted(table) + " LIMIT 1");
    }

    @Override
    public boolean hasValues(String table, String column) {
        // TODO a column that is not there.
        return database.hasTable(table)
                && holds("SELECT 1 FROM " + quoted(table) + " WHERE " + quoted(column) + " IS NOT NULL LIMIT 1");
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
        return !database.hasTable(table) ? 0 : database.ask("The rows cannot be counted", () -> {
            try (var statement = database.connection().createStatement();
                 var rows = statement.executeQuery("SELECT count(*) FROM " + quoted(table))) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        });
    }

    @Override
    public RowKey key(String table, List<String> columns) {
        throw NotYet.said("batches");
    }

    @Override
    public long written() {
        return written;
    }

    @Override
    public Map<Name, TableDigest> digests(Predicate<String> tables) {
        throw NotYet.said("digests");
    }

    @Override
    public Map<String, List<Map<String, String>>> all() {
        throw NotYet.said("rows");
    }

}
