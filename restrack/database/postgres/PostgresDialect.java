package restrack.database.postgres;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Client;
import restrack.database.ColumnTypes;
import restrack.database.Database;
import restrack.database.Dialect;
import restrack.database.OnConflict;
import restrack.database.OpenedCopy;
import restrack.database.Rendered;
import restrack.database.RowForm;
import restrack.database.server.NotYet;
import restrack.schema.Change;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.sql.Statement;
import restrack.sql.Syntax;

/** PostgreSQL. */
public final class PostgresDialect implements Dialect {
    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Syntax syntax() {
        return PostgresSyntax.SYNTAX;
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public Database open(DatabaseUrl url, Access access) {
        return new PostgresDatabase(this, url, access);
    }

    @Override
    public Optional<Database> openForReading(DatabaseUrl url, Access access) {
        return Optional.of(new PostgresDatabase(this, url, access));
    }

    @Override
    public String copySuffix() {
        return ".dump";
    }

    @Override
    public OpenedCopy openCopy(Path copy, DatabaseUrl url, Access access) {
        try (var live = new PostgresDatabase(this, url, access)) {
            return new PostgresCopies(live).open(copy);
        }
    }

    @Override
    public Name name(String text) {
        return new Name(text, text);
    }

    @Override
    public boolean isReserved(Name table) {
        return false;
    }

    @Override
    public List<String> rename(Renaming renaming) {
        throw NotYet.said("renaming");
    }

    @Override
    public List<Rendered> render(List<Change> changes, Schema present, Schema wanted) {
        throw NotYet.said("writing changes");
    }

    @Override
    public String insert(RowForm form, List<Name> columns, OnConflict onConflict, int rows) {
        return PostgresInsert.of(this, form, columns, onConflict, rows);
    }

    @Override
    public ColumnTypes columnTypes() {
        throw NotYet.said("models");
    }

    @Override
    public Database scratch(DatabaseUrl url, Access access) {
        throw NotYet.said("scratch databases");
    }

    @Override
    public boolean mayNeedChanges(Statement statement) {
        return false;
    }

    @Override
    public Optional<Refusal> refusal(Statement statement, boolean transactional) {
        return Optional.empty();
    }

    @Override
    public boolean hasTransactionalDdl() {
        return true;
    }

    @Override
    public boolean isUndoneAsAWhole(List<Statement> statements) {
        return true;
    }

    @Override
    public boolean mayShareTransaction(List<Statement> statements) {
        return false;
    }

    @Override
    public boolean namesAnotherFile(Statement statement) {
        return false;
    }

    @Override
    public Optional<String> outlasts(List<Statement> statements) {
        return Optional.empty();
    }

    @Override
    public Standing standing(Statement statement) {
        return PostgresScriptRules.standing(statement);
    }

    @Override
    public Client client() {
        throw NotYet.said("--sql");
    }
}
