package restrack.database.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Copies;
import restrack.database.Cost;
import restrack.database.Database;
import restrack.database.Loading;
import restrack.database.TableChange;
import restrack.database.sqlite.alter.TableChanges;
import restrack.sql.Statement;

/**
 * A SQLite database that is open. Transactions are statements here: what the driver's {@code setAutoCommit} and
 * {@code commit} send would take the lock again after each commit, and leave a wrong state inside a manual BEGIN.
 */
final class SqliteDatabase extends SqliteQuestions {
    private final SqliteDialect dialect;
    private final DatabaseUrl url;
    private final SQLiteConfig config;
    private final SqliteErrors errors;
    private final Access access;
    private final LockWait lock;
    private final LiveCopies copies;
    private SQLiteConnection connection;
    private PreparedWrites writes;
    private volatile boolean interrupted;
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
        this.lock = new LockWait(errors, access, this::isInterrupted);
        this.copies = new LiveCopies(this, new SqliteCopies(errors, access.lockTimeout()), lock);
        become(connect());
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
        config.setBusyTimeout(LockWait.millis(access.lockTimeout()));
        return config;
    }

    SQLiteConnection connect() {
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
            writtenBefore = rows().written();
            close();
            become(connect());
        }
    }

    private void become(SQLiteConnection other) {
        connection = other;
        writes = new PreparedWrites(other);
    }

    @Override
    public SqliteDialect dialect() {
        return dialect;
    }

    @Override
    public SQLiteConnection connection() {
        return connection;
    }

    @Override
    public void begin() {
        try {
            lock.take(connection, "BEGIN IMMEDIATE", lock.end());
        } catch (SQLException e) {
            throw errors.explain(e, "The database could not be locked for writing");
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
    public void write(String sql, Object... values) {
        ask("The history of this database could not be written", () -> {
            writes.run(sql, values);
            return true;
        });
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
                () -> new TableChanges(connection).changes(statement, allowed, rowSource()));
    }

    private boolean isReadElsewhere() throws SQLException {
        return contents().holds("SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view') LIMIT 1");
    }

    /** Where rows can be looked at. What is printed for a database that nobody has seen must not depend on them. */
    private Optional<Connection> rowSource() {
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
        var scratch = (SqliteDatabase) dialect.scratch(url, access);
        try {
            new TableChanges(connection).copySchema(scratch.connection);
            scratch.rows = connection;
            return scratch;
        } catch (SQLException e) {
            scratch.close();
            throw explain(e, "The schema cannot be copied");
        }
    }

    @Override
    public Copies copies() {
        return copies;
    }

    @Override
    public Loading loading() {
        return new SqliteLoading(this);
    }

    @Override
    long written() throws SQLException {
        return writtenBefore + connection.getDatabase().total_changes();
    }

    boolean isInMemory() {
        return url.memory();
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

    /** Runs a statement of ours. */
    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
