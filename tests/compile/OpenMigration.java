package tests.compile;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import restrack.Op;
import restrack.compile.MigrationOp;
import restrack.compile.ScriptConnection;
import restrack.database.TransactionWatch;
import restrack.database.sqlite.SqliteDialect;

/** A SQLite file inside a transaction, as the toolkit has it when it runs a migration. */
final class OpenMigration implements AutoCloseable {
    /** What the toolkit has. */
    final Connection raw;
    final TransactionWatch watch;
    /** What the migration sees. */
    final MigrationOp op;
    final Connection connection;

    private OpenMigration(Connection raw) throws SQLException {
        this.raw = raw;
        var dialect = new SqliteDialect();
        sql("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, note TEXT)");
        sql("""
                CREATE TRIGGER undo BEFORE INSERT ON t WHEN NEW.name = 'undo'
                BEGIN SELECT RAISE(ROLLBACK, 'undone'); END""");
        sql("BEGIN IMMEDIATE");
        this.watch = restrack.database.sqlite.TransactionWatch.on(raw);
        this.op = MigrationOp.open(raw, dialect, () -> !watch.ended(),
                statement -> sql(statement.text()));
        this.connection = ScriptConnection.guard(raw, dialect, () -> !watch.ended());
    }

    static OpenMigration in(Path folder) throws SQLException {
        return new OpenMigration(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db")));
    }

    Op op() {
        return op;
    }

    void sql(String sql) throws SQLException {
        try (var statement = raw.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@return the names in the table, as the toolkit's own connection sees them} */
    List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (var statement = raw.createStatement();
                var rows = statement.executeQuery("SELECT name FROM t ORDER BY id")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Ends the transaction and gives the names that are there then, also for others. */
    List<String> afterRollback() throws SQLException {
        watch.close();
        sql("ROLLBACK");
        return names();
    }

    List<String> afterCommit() throws SQLException {
        watch.close();
        sql("COMMIT");
        return names();
    }

    @Override
    public void close() throws SQLException {
        watch.close();
        raw.close();
    }
}
