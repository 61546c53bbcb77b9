package restrack.database.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;

/**
 * Copies of whole databases, made and put back through SQLite's backup API (SQLite documentation, "Online Backup
 * API"). All pages go in one step: a copy in several begins again whenever somebody writes.
 *
 * @param errors   how errors of the database are told
 * @param patience how long to wait for whoever holds a lock
 */
record SqliteCopies(SqliteErrors errors, Duration patience) {
    private static final String MAIN = "main";
    private static final int ALL_PAGES = -1;
    private static final int NAP_MILLIS = 10;

    /** Copies a database, which is not being written by the same connection, into a file. */
    void copy(SQLiteConnection from, Path file) {
        try {
            int code = from.getDatabase().backup(MAIN, name(file), null, NAP_MILLIS, naps(), ALL_PAGES);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw said(code);
            }
        } catch (SQLException e) {
            throw (SqliteErrors.isBusy(e) ? errors : errorsOf(file)).explain(e, "The copy could not be written");
        }
        makeOneFile(file);
    }

    /** The copy of a database with a write-ahead log would have one too, and not be whole without it. */
    private void makeOneFile(Path file) {
        try (var copy = open(file)) {
            if (!ask(copy, "PRAGMA journal_mode = DELETE").equals("delete")) {
                throw said(SQLiteErrorCode.SQLITE_BUSY.code);
            }
        } catch (SQLException e) {
            // What is damaged may still be worth keeping; whether it is sound is asked elsewhere.
            if (!SqliteHealth.isDamage(e)) {
                throw errorsOf(file).explain(e, "The copy could not be finished");
            }
        }
    }

    /** Gives a copy the journal mode of what it was copied from, as far as a file can have one: a write-ahead log. */
    void takeMode(Connection from, Path file) {
        try (var copy = open(file)) {
            var mode = journalMode(from);
            if (mode.equals("wal")) {
                ask(copy, "PRAGMA journal_mode = " + mode);
            }
        } catch (SQLException e) {
            throw errorsOf(file).explain(e, "The copy could not be finished");
        }
    }

    /** Puts a copy into a database that nobody else uses. Its journal mode stays what it is. */
    void replace(SQLiteConnection live, Path copy) {
        try (var source = open(copy)) {
            var mode = journalMode(live);
            if (!ask(live, "PRAGMA page_size").equals(ask(source, "PRAGMA page_size"))) {
                // With a write-ahead log the size of pages cannot change.
                ask(live, "PRAGMA journal_mode = DELETE");
            }
            try {
                restore(live, copy);
            } finally {
                if (!journalMode(live).equals(mode)) {
                    ask(live, "PRAGMA journal_mode = " + mode);
                }
            }
        } catch (SQLException e) {
            throw errors.explain(e, "The copy could not be put in");
        }
    }

    /**
     * What the driver returns of a restore is the state of the copy's connection, which knows nothing of a failure.
     * But the last thing that a backup does to where it goes is to raise its schema version by one (SQLite's source,
     * backup.c, {@code sqlite3_backup_step}), so that tells.
     */
    private void restore(SQLiteConnection live, Path copy) throws SQLException {
        long before = schemaVersion(live);
        int code = live.getDatabase().restore(MAIN, name(copy), null, NAP_MILLIS, naps(), ALL_PAGES);
        if (code != SQLiteErrorCode.SQLITE_OK.code) {
            throw said(code);
        }
        if (schemaVersion(live) != before + 1) {
            throw new MigrateException(ErrorKind.DATABASE_ERROR, copy + " could not be put into " + errors.display()
                    + ", for a reason that SQLite does not tell. The database is as it was.",
                    "Often the disk is full: besides the copy, there has to be room for what it replaces.");
        }
    }

    /** {@return its journal mode} What is too damaged to tell has SQLite's own. */
    private static String journalMode(Connection connection) throws SQLException {
        try {
            return ask(connection, "PRAGMA journal_mode");
        } catch (SQLException e) {
            if (SqliteHealth.isDamage(e)) {
                return "delete";
            }
            throw e;
        }
    }

    private int naps() {
        return (int) Math.min(Integer.MAX_VALUE, patience.toMillis() / NAP_MILLIS);
    }

    private static long schemaVersion(Connection connection) throws SQLException {
        return Long.parseLong(ask(connection, "PRAGMA schema_version"));
    }

    private static String ask(Connection connection, String pragma) throws SQLException {
        try (var query = connection.createStatement(); var rows = query.executeQuery(pragma)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static SQLiteConnection open(Path file) throws SQLException {
        return JDBC.createConnection(DatabaseUrl.of(file.toAbsolutePath()).jdbc(), new Properties());
    }

    private static SqliteErrors errorsOf(Path file) {
        var url = DatabaseUrl.of(file);
        return new SqliteErrors(url, new SqliteFile(url));
    }

    /** The driver would read a meaning into other beginnings of a name than a slash or a drive. */
    private static String name(Path file) {
        return file.toAbsolutePath().toString();
    }

    private static SQLException said(int code) {
        return new SQLException(SQLiteErrorCode.getErrorCode(code).message, null, code);
    }
}
