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
import restrack.database.ModelRules;
import restrack.database.OnConflict;
import restrack.database.OpenedCopy;
import restrack.database.Rendered;
import restrack.database.RowForm;
import restrack.database.ScriptRules;
import restrack.database.postgres.render.AlteredValues;
import restrack.database.postgres.render.Rendering;
import restrack.database.server.Ahead;
import restrack.schema.Change;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.sql.Statement;
import restrack.sql.Syntax;

/** PostgreSQL, and servers that speak as it does. */
public final class PostgresDialect implements Dialect {
    /** What opening a connection loads sooner or later, the driver first. */
    private static final String[] LOADED_AHEAD = {"org.postgresql.Driver",
            "org.postgresql.core.v3.ConnectionFactoryImpl",
            "org.postgresql.core.v3.QueryExecutorImpl",
            "org.postgresql.jdbc.PgConnection",
            "org.postgresql.jdbc.PgPreparedStatement",
            "org.postgresql.jdbc.PgResultSet",
            "org.postgresql.jdbc.TimestampUtils",
            "org.postgresql.jdbc.TypeInfoCache"};

    private final ServerKind kind;

    /** PostgreSQL itself. */
    public PostgresDialect() {
        this(ServerKind.POSTGRES);
    }

    private PostgresDialect(ServerKind kind) {
        this.kind = kind;
    }

    /** {@return the same, on a server that is known} */
    PostgresDialect on(ServerKind server) {
        return new PostgresDialect(server);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public void prepare() {
        Ahead.load(PostgresDialect.class.getClassLoader(), LOADED_AHEAD);
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
        return Optional.of(PostgresDatabase.forReading(this, url, access));
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
        return Rendering.rename(renaming);
    }

    @Override
    public List<Rendered> render(List<Change> changes, Schema present, Schema wanted) {
        return new Rendering(present, wanted).of(changes);
    }

    @Override
    public String insert(RowForm form, List<Name> columns, OnConflict onConflict, int rows) {
        return PostgresInsert.of(this, form, columns, onConflict, rows);
    }

    @Override
    public ColumnTypes columnTypes() {
        return new PostgresColumnTypes();
    }

    @Override
    public Database scratch(DatabaseUrl url, Access access) {
        return ScratchDatabase.beside(this, url, access);
    }

    @Override
    public boolean mayNeedChanges(Statement statement) {
        return false;
    }

    @Override
    public boolean mayBeRefused(Statement statement) {
        return AlteredValues.possible(statement);
    }

    @Override
    public boolean hasTransactionalDdl() {
        return kind.transactionalDdl();
    }

    @Override
    public ModelRules models() {
        return new PostgresModels();
    }

    @Override
    public ScriptRules rules() {
        return new PostgresScriptRules(kind);
    }

    @Override
    public Client client() {
        return new Psql();
    }
}
