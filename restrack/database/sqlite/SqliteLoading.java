package restrack.database.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.database.BrokenKey;
import restrack.database.Loading;
import restrack.database.RowForm;

/**
 * Many rows for an open database.
 *
 * @param database the database
 */
record SqliteLoading(SqliteDatabase database) implements Loading {
    /** With less, pages of indexes are written and read again and again while many rows come. */
    private static final int CACHE_KIBIBYTES = 64 * 1024;

    @Override
    public void begin() {
        try {
            // Inside a transaction this would do nothing.
            database.run("PRAGMA foreign_keys = OFF");
            database.run("PRAGMA cache_size = " + -CACHE_KIBIBYTES);
            // After each row the driver would ask for its rowid.
            database.connection().getConnectionConfig().setGetGeneratedKeys(false);
        } catch (SQLException e) {
            throw database.explain(e, "The session cannot be prepared");
        }
        database.begin();
    }

    @Override
    public Optional<RowForm> form(String table) {
        return database.ask("The table " + table + " cannot be read",
                () -> new RowForms(database.connection()).of(table));
    }

    @Override
    public List<BrokenKey> brokenKeys(Set<String> tables) {
        return database.ask("The foreign keys cannot be checked", () -> keys().near(tables));
    }

    @Override
    public String words(BrokenKey broken) {
        return database.ask("The row cannot be read", () -> keys().words(broken));
    }

    private BrokenKeys keys() {
        return new BrokenKeys(database.connection(), database.dialect());
    }
}
