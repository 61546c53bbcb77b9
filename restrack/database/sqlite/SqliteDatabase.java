package restrack.database.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Cost;
import restrack.database.Database;
import restrack.database.TableChange;
import restrack.database.sqlite.alter.TableChanges;
import restrack.sql.Statement;

/**
 * A SQLite database that is open. Transactions are statements here: what the driver's {@code setAutoCommit} and
 * {@code commit} send would take the lock again after each commit, and leave a wrong state inside a manual BEGIN.
 */
final class SqliteDatabase extends SqliteQuestions {
    /** How long to wait in silence before saying who is in the way, and how long at a time after that. */
    private static final int SILENT_MILLIS = 1000;

    /** With less, pages of indexes are written and read again and again while many rows come. */
    private static final int LOADING_KIBIBYTES = 64 * 1024;

    private final SqliteDialect dialect;
    private final DatabaseUrl url;
    private final SQLiteConfig config;
    private final SqliteErrors errors;
    private final Access access;
    private SQLiteConnection connection;
    private volatile boolean interrupted;
    /** Whether this connection keeps its lock, so that another one could not even read. */
    private boolean isolated;
    /** What earlier sessions have written. */
    private long writtenBefore;
    /** For a database in memory that has the schema of another one and no rows: where the rows are. */
    private Connection rows;

    private SqliteDatabase(SqliteDialect dialect, DatabaseUrl url, SQLiteConfig config, SqliteFile file,
                           Access access) {
        this.dialect = dialect;
        this.url = url;
        this.config = config;
        this.errors = new SqliteErrors(url, file);
        this.access = access;
        this.connection = connect();
    }

    static SqliteDatabase open(SqliteDialect dialect, DatabaseUrl url, SqliteFile file, Access access) {
        var config = config(url, access);
        config.enforceForeignKeys(access.foreignKeys());
        return new SqliteDatabase(dialect, url, config, file, access);
    }

    /**
     * Opens for reading. The file is opened as for writing, because a journal that a killed process left has to
     * be rolled back before anything can be read, and {@code mode=ro} cannot do that; {@code query_only} then
     * keeps this connection from writing anything of its own.
     */
    static SqliteDatabase openForReading(SqliteDialect dialect, DatabaseUrl url, SqliteFile file, Access access) {
        var config = config(url, access);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        // Nothing is written; but what would go with a row is asked.
        config.enforceForeignKeys(access.foreignKeys());
        var database = new SqliteDatabase(dialect, url, config, file, access);
        try {
            database.run("PRAGMA query_only = ON");
        } catch (SQLException e) {
            database.close();
            throw database.explain(e, "The database cannot be read");
        }
        return database;
    }

    private static SQLiteConfig config(DatabaseUrl url, Access access) {
        var properties = new Properties();
        properties.putAll(url.properties());
        var config = new SQLiteConfig(properties);
        config.setBusyTimeout(millis(access.lockTimeout()));
        return config;
    }

    private SQLiteConnection connect() {
        NativeLibrary.useStableCopy();
        try {
            return JDBC.createConnection(url.jdbc(), config.toProperties());
        } catch (SQLException e) {
            throw errors.explain(e, "The database cannot be opened");
        }
    }

    @Override
    public void renewSession() {
        if (!url.memory()) {
            writtenBefore = rowsWritten();
            close();
            connection = connect();
        }
    }

    @Override
    public SqliteDialect dialect() {
        return dialect;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void begin() {
        try {
            waitForLock("BEGIN IMMEDIATE", System.nanoTime() + access.lockTimeout().toNanos());
        } catch (SQLException e) {
            throw errors.explain(e, "The database could not be locked for writing");
        }
    }

    @Override
    public void beginLoading() {
        try {
            // Inside a transaction this would do nothing.
            run("PRAGMA foreign_keys = OFF");
            run("PRAGMA cache_size = " + -LOADING_KIBIBYTES);
            // After each row the driver would ask for its rowid.
            connection.getConnectionConfig().setGetGeneratedKeys(false);
        } catch (SQLException e) {
            throw errors.explain(e, "The session cannot be prepared");
        }
        begin();
    }

    /** Waits a second at a time: SQLite does not look up from its own waiting when it is interrupted. */
    private void waitForLock(String begin, long end) throws SQLException {
        try {
            for (boolean told = false;; told = true) {
                long left = Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
                connection.setBusyTimeout((int) Math.min(left, SILENT_MILLIS));
                try {
                    run(begin);
                    return;
                } catch (SQLException e) {
                    if (!SqliteErrors.isBusy(e) || left <= SILENT_MILLIS) {
                        throw e;
                    }
                }
                if (interrupted) {
                    throw new MigrateException(ErrorKind.INTERRUPTED, "Interrupted while waiting for "
                            + url.display() + ".", "`migrate status` shows what stands.");
                }
                if (!told) {
                    access.waiting().begins(errors.holders());
                }
            }
        } finally {
            connection.setBusyTimeout(millis(access.lockTimeout()));
        }
    }

    @Override
    public void commit() {
        try {
            run("COMMIT");
        } catch (SQLException e) {
            throw errors.explain(e, "The transaction could not be committed");
        }
    }

    @Override
    public void rollback() {
        try {
            run("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has already rolled back by itself, as it does when the disk is full: nothing is left to undo.
            if (e.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
                throw errors.explain(e, "The transaction could not be rolled back");
            }
        }
    }

    @Override
    public restrack.database.TransactionWatch watch() {
        try {
            return TransactionWatch.on(connection);
        } catch (SQLException e) {
            throw errors.explain(e, "The transaction cannot be watched");
        }
    }

    @Override
    public void interrupt() {
        interrupted = true;
        try {
            connection.getDatabase().interrupt();
        } catch (SQLException e) {
            // The connection is closed: there is nothing to stop.
            return;
        }
    }

    @Override
    public boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public List<TableChange> run(Statement statement, Set<String> allowed) throws SQLException {
        // A trigger may have to be told about a new column, a view may have another one of its name.
        if (dialect.mayNeedChanges(statement) || PlainAddColumn.is(statement) && isReadElsewhere()) {
            var changes = new TableChanges(connection).run(statement, allowed);
            if (changes.isPresent()) {
                return changes.get();
            }
        }
        try (var jdbc = connection.createStatement()) {
            if (jdbc.execute(statement.text())) {
                // SQLite runs a query only as far as it is read: INSERT … RETURNING, SELECT of a function that acts.
                try (var rows = jdbc.getResultSet()) {
                    while (rows.next()) {
                        continue;
                    }
                }
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                new TableChanges(connection).explainFailure(statement);
            }
            throw e;
        }
        return List.of();
    }

    @Override
    public List<TableChange> changes(Statement statement, Set<String> allowed) {
        return ask("The change cannot be planned",
                () -> new TableChanges(connection).changes(statement, allowed, rows()));
    }

    private boolean isReadElsewhere() throws SQLException {
        return contents().holds("SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view') LIMIT 1");
    }

    /** Where rows can be looked at. What is printed for a database that nobody has seen must not depend on them. */
    private Optional<Connection> rows() {
        return rows != null ? Optional.of(rows) : url.memory() ? Optional.empty() : Optional.of(connection);
    }

    @Override
    public void refuse(Statement statement, Set<String> allowed) {
        ask("The rows cannot be looked at", () -> {
            new TableChanges(connection).refuse(statement, allowed);
            return true;
        });
    }

    @Override
    public Cost cost(TableChange change) {
        return ask("The table cannot be measured", () -> new TableChanges(connection).cost(change));
    }

    @Override
    public Database scratch() {
        var scratch = (SqliteDatabase) dialect.scratch(access);
        try {
            new TableChanges(connection).copySchema(scratch.connection);
            scratch.rows = connection;
            return scratch;
        } catch (SQLException e) {
            scratch.close();
            throw explain(e, "The schema cannot be copied");
        }
    }

    /** Over a connection of its own, because a connection that has begun to write is no source of copies. */
    @Override
    public void copyTo(Path file) {
        var copies = new SqliteCopies(errors, access.lockTimeout());
        if (url.memory() || isolated) {
            copies.copy(connection, file);
            return;
        }
        try (var second = connect()) {
            copies.copy(second, file);
        } catch (SQLException e) {
            throw explain(e, "The database could not be copied");
        }
    }

    /**
     * In a mode in which the lock outlives the transaction that took it. With a write-ahead log only the second
     * transaction takes it; it fails while any other program has the file open.
     */
    @Override
    public void isolate() {
        long end = System.nanoTime() + access.lockTimeout().toNanos();
        try {
            waitForLock("BEGIN EXCLUSIVE", end);
            run("PRAGMA locking_mode = EXCLUSIVE");
            run("COMMIT");
            waitForLock("BEGIN EXCLUSIVE", end);
            run("COMMIT");
            isolated = true;
        } catch (SQLException e) {
            throw errors.explain(e, "The database could not be locked against everybody else");
        }
    }

    @Override
    public void replaceWith(Path copy) {
        new SqliteCopies(errors, access.lockTimeout()).replace(connection, copy);
    }

    @Override
    public long rowsWritten() {
        return ask("The rows cannot be counted", () -> writtenBefore + connection.getDatabase().total_changes());
    }

    @Override
    public OptionalLong freeBytes() {
        return errors.file().freeBytes();
    }

    @Override
    public MigrateException explain(SQLException error, String context) {
        return errors.explain(error, context);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw errors.explain(e, "The database could not be closed");
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, duration.toMillis());
    }
}
