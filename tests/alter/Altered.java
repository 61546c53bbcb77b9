package tests.alter;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Database;
import restrack.database.TableChange;
import restrack.database.sqlite.SqliteDialect;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.sql.Statement;
import restrack.sql.Statements;

/** A database that is changed one statement at a time, each in a transaction of its own. */
final class Altered implements AutoCloseable {
    private final Database database;

    private Altered(Database database) {
        this.database = database;
    }

    /** {@return a database in a file of its own, with foreign keys on, after these statements} */
    static Altered of(Path folder, String sql) throws SQLException {
        var url = DatabaseUrl.parse("sqlite:///" + folder.resolve("altered.db"), Path.of(""));
        var access = new Access(Duration.ofSeconds(5), true, holders -> { });
        var altered = new Altered(new SqliteDialect().open(url, access));
        for (var statement : Statements.of(sql, SqliteSyntax.SQLITE)) {
            altered.database.run(statement, Set.of());
        }
        return altered;
    }

    private static Statement statement(String sql) {
        return Statements.of(sql, SqliteSyntax.SQLITE).get(0);
    }

    /** Runs a statement and commits it. */
    List<TableChange> run(String sql, String... allowed) throws SQLException {
        database.begin();
        try {
            var changes = database.run(statement(sql), Set.of(allowed));
            database.commit();
            return changes;
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            throw e;
        }
    }

    /** {@return the way, or the ways, that a statement takes on this database} */
    String ways(String sql) {
        return String.join(", ", database.changes(statement(sql)).stream().map(it -> it.way().words()).toList());
    }

    /** {@return why a statement is refused; nothing of it may have been done} */
    MigrateException refusal(String sql, String... allowed) throws SQLException {
        var before = schema();
        try {
            run(sql, allowed);
        } catch (MigrateException e) {
            if (!before.equals(schema())) {
                throw new AssertionError("It was refused, and something was done: " + sql, e);
            }
            return e;
        }
        throw new AssertionError("It was not refused: " + sql);
    }

    List<String> query(String sql) throws SQLException {
        return Connections.lines(database.connection(), sql);
    }

    private List<String> schema() throws SQLException {
        return query("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema");
    }

    /** {@return the text of a table} */
    String text(String table) throws SQLException {
        return query("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '" + table + "'").get(0);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
