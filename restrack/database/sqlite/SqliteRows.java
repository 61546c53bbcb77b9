package restrack.database.sqlite;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import restrack.database.RowKey;
import restrack.database.Rows;
import restrack.database.TableDigest;
import restrack.database.sqlite.read.RowKeyReading;
import restrack.schema.Name;

/**
 * The rows of an open database.
 *
 * @param database the database
 */
record SqliteRows(SqliteQuestions database) implements Rows {
    @Override
    public boolean has(String table) {
        return database.ask("The database cannot be read", () -> database.contents().hasRows(table));
    }

    @Override
    public boolean hasValues(String table, String column) {
        return database.ask("The database cannot be read", () -> database.contents().hasValues(table, column));
    }

    @Override
    public long count(String table) {
        return database.ask("The rows of " + table + " cannot be counted", () -> database.contents().rows(table));
    }

    @Override
    public RowKey key(String table, List<String> columns) {
        return database.ask("The key of " + table + " cannot be read",
                () -> RowKeyReading.of(database.connection(), table, columns));
    }

    @Override
    public long written() {
        return database.ask("The rows cannot be counted", database::written);
    }

    @Override
    public Map<Name, TableDigest> digests(Predicate<String> tables) {
        return database.ask("The rows cannot be read", () -> new SqliteDigests(database.connection()).of(tables));
    }

    @Override
    public Map<String, List<Map<String, String>>> all() {
        return database.ask("The rows cannot be read",
                () -> new TableRows(database.connection(), database.dialect()).all());
    }
}
