package restrack.database;

import java.util.Map;
import java.util.function.Supplier;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.mariadb.MariaDialect;
import restrack.database.postgres.PostgresDialect;
import restrack.database.sqlite.SqliteDialect;

/** The databases that the toolkit knows. */
public final class Databases {
    /** By what a URL calls them. A reference to a constructor would load its class, whoever is asked for. */
    private static final Map<String, Supplier<Dialect>> KNOWN = Map.of(
            "sqlite", () -> new SqliteDialect(),
            "postgresql", () -> new PostgresDialect(),
            "mariadb", () -> new MariaDialect(),
            "mysql", () -> new MariaDialect());

    private Databases() {
    }

    /**
     * Loads, in a thread of its own, what opening a database is going to need. Saves time where another processor
     * has nothing to do, and costs nothing where it comes too late.
     *
     * @param kind what its URL most likely calls it
     */
    public static void prepare(String kind) {
        var dialect = KNOWN.get(kind);
        if (dialect != null) {
            var thread = new Thread(() -> dialect.get().prepare(), "prepare database");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * {@return the dialect for a URL}
     *
     * @throws MigrateException {@code unsupported_database}
     */
    public static Dialect dialect(DatabaseUrl url) {
        var dialect = KNOWN.get(url.kind());
        if (dialect == null) {
            throw new MigrateException(ErrorKind.UNSUPPORTED_DATABASE,
                    "There is no dialect for " + url.kind() + " databases (" + url.display() + ").",
                    "Write sqlite:///data/restrack.db, postgresql://user@host/database or "
                            + "mariadb://user@host/database.");
        }
        return dialect.get();
    }
}
