package restrack.database;

import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.mariadb.MariaDialect;
import restrack.database.postgres.PostgresDialect;
import restrack.database.sqlite.SqliteDialect;

/** The databases that the toolkit knows. */
public final class Databases {
    private Databases() {
    }

    /**
     * Loads, in a thread of its own, what opening a database is going to need. Saves time where another processor
     * has nothing to do, and costs nothing where it comes too late.
     */
    public static void prepare() {
        var thread = new Thread(SqliteDialect::prepare, "prepare database");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * {@return the dialect for a URL}
     *
     * @throws MigrateException {@code unsupported_database}
     */
    public static Dialect dialect(DatabaseUrl url) {
        return switch (url.kind()) {
            case "sqlite" -> new SqliteDialect();
            case "postgresql" -> new PostgresDialect();
            case "mariadb", "mysql" -> new MariaDialect();
            default -> throw new MigrateException(ErrorKind.UNSUPPORTED_DATABASE,
                    "There is no dialect for " + url.kind() + " databases (" + url.display() + ").",
                    "Write sqlite:///data/restrack.db, postgresql://user@host/database or "
                            + "mariadb://user@host/database.");
        };
    }
}
