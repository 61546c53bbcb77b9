package restrack.database.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.database.Danger;
import restrack.database.Database;
import restrack.database.Fitting;
import restrack.database.Health;
import restrack.database.Rows;
import restrack.database.SideTables;
import restrack.database.TableDescription;
import restrack.database.Traces;
import restrack.database.sqlite.keep.SqliteSideTables;
import restrack.database.sqlite.read.SchemaReading;
import restrack.database.sqlite.read.SqliteEquality;
import restrack.database.sqlite.render.Dangers;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Equality;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;

/** What can be asked of a SQLite database that is open. */
abstract class SqliteQuestions implements Database {
    @Override
    public abstract SqliteDialect dialect();

    @Override
    public long bytes() {
        return ask("The database cannot be measured", () -> contents().bytes());
    }

    @Override
    public boolean hasDeferredConstraints() {
        return ask("The schema cannot be read",
                () -> contents().holds("SELECT 1 FROM sqlite_schema WHERE sql LIKE '%DEFERRED%' LIMIT 1"));
    }

    @Override
    public Optional<TableDescription> describe(String table) {
        return ask("The table " + table + " cannot be read", () -> new TableReading(connection(), dialect()).of(table));
    }

    @Override
    public Schema schema(Level level) {
        return ask("The schema cannot be read", () -> new SchemaReading(connection(), level).schema());
    }

    @Override
    public Equality equality() {
        return new SqliteEquality(connection());
    }

    @Override
    public List<Danger> dangers(Change change, List<Renaming> renamings) {
        return ask("The rows cannot be looked at", () -> new Dangers(connection(), renamings).of(change));
    }

    @Override
    public Fitting fitting(String table, Column from, Column to) {
        return ask("The rows cannot be looked at", () -> Dangers.fitting(connection(), table, from, to));
    }

    /** No statement that a script may say commits by itself here. */
    @Override
    public Traces traces() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SideTables sideTables() {
        return new SqliteSideTables(connection(), e -> explain(e, "What is put aside cannot be read or written"));
    }

    @Override
    public Health health() {
        return new SqliteHealth(this);
    }

    @Override
    public Rows rows() {
        return new SqliteRows(this);
    }

    @Override
    public Set<Name> names() {
        return ask("The schema cannot be read", () -> contents().names());
    }

    @Override
    public boolean hasTable(String name) {
        return ask("The schema cannot be read", () -> contents().hasTable(name));
    }

    @Override
    public Map<String, String> broken() {
        return ask("The schema cannot be read", () -> contents().broken());
    }

    /** {@return how many rows were written over this database since it was opened} */
    abstract long written() throws SQLException;

    final SqliteContents contents() {
        return new SqliteContents(connection(), dialect());
    }

    /** What a question to the database came to; its errors as the user should meet them. */
    final <T> T ask(String context, Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw explain(e, context);
        }
    }

    @FunctionalInterface
    interface Question<T> {
        T answer() throws SQLException;
    }
}
