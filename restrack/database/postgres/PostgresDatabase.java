package restrack.database.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Copies;
import restrack.database.Danger;
import restrack.database.Database;
import restrack.database.Fitting;
import restrack.database.Health;
import restrack.database.Loading;
import restrack.database.SideTables;
import restrack.database.TableChange;
import restrack.database.TableDescription;
import restrack.database.Traces;
import restrack.database.TransactionWatch;
import restrack.database.postgres.read.PostgresSchemaReading;
import restrack.database.postgres.read.SchemaNames;
import restrack.database.postgres.read.TableDescribing;
import restrack.database.postgres.render.AlteredValues;
import restrack.database.postgres.render.Dangers;
import restrack.database.postgres.render.DefinitionDangers;
import restrack.database.server.AsPrinted;
import restrack.database.server.NothingKept;
import restrack.database.server.ServerDatabase;
import restrack.database.server.StoredTables;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Equality;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.lease.Lease;
import restrack.sql.Statement;

/** A PostgreSQL database that is open. */
class PostgresDatabase extends ServerDatabase {
    private final PostgresDialect dialect;
    private final PostgresSession session;
    private final ScriptSettings settings = new ScriptSettings();
    private final PostgresLoading loading = new PostgresLoading(this);

    PostgresDatabase(PostgresDialect dialect, DatabaseUrl url, Access access) {
        this(dialect, url, access, new PostgresSession(url, access, false));
    }

    /** {@return a database in which nothing can be written} Behind a pooler that is up to whoever uses it. */
    static PostgresDatabase forReading(PostgresDialect dialect, DatabaseUrl url, Access access) {
        return new PostgresDatabase(dialect, url, access, new PostgresSession(url, access, true));
    }

    private PostgresDatabase(PostgresDialect dialect, DatabaseUrl url, Access access, PostgresSession session) {
        super(session, url, access);
        this.session = session;
        this.dialect = dialect.on(session.kind());
    }

    @Override
    public PostgresDialect dialect() {
        return dialect;
    }

    /** {@return the table that says whose turn it is, as the server has it} */
    String leaseTable() {
        return Lease.table(access().tablePrefix()).toLowerCase(Locale.ROOT);
    }

    @Override
    protected StoredTables tables() {
        return new PostgresTables(this);
    }

    @Override
    public TransactionWatch watch() {
        return ask("The transaction cannot be watched", () -> {
            settings.beforeAnything(connection());
            return new PostgresWatch(connection(), session.transaction());
        });
    }

    @Override
    public void standAside() {
        ask("The session of the script cannot be left", () -> {
            settings.putAside(unsettled());
            return true;
        });
    }

    @Override
    protected void begins() {
        settings.begins();
    }

    @Override
    protected void isRolledBack() {
        settings.rolledBack(session.isInTransaction(unsettled()));
    }

    @Override
    protected void sessionEnded() {
        settings.forget();
    }

    @Override
    public long bytes() {
        return ask("The database cannot be measured", () -> catalog().bytes());
    }

    @Override
    public Database scratch() {
        return ScratchDatabase.beside(dialect, url(), access(), schema(Level.EXACT));
    }

    @Override
    public boolean hasDeferredConstraints() {
        return ask("The schema cannot be read", () -> catalog().hasDeferrable());
    }

    @Override
    public Optional<TableDescription> describe(String table) {
        return ask("The schema cannot be read", () -> new TableDescribing(connection()).of(table));
    }

    @Override
    public Traces traces() {
        return new PostgresTraces(connection());
    }

    @Override
    public SideTables sideTables() {
        return new NothingKept();
    }

    @Override
    public Copies copies() {
        return new PostgresCopies(this);
    }

    @Override
    public Health health() {
        return new PostgresHealth(this);
    }

    @Override
    public Loading loading() {
        return loading;
    }

    @Override
    public Schema schema(Level level) {
        return ask("The schema cannot be read", () -> new PostgresSchemaReading(connection(), level).schema());
    }

    @Override
    public Equality equality() {
        return new AsPrinted();
    }

    @Override
    public List<Danger> dangers(Change change, List<Renaming> renamings) {
        return ask("The rows cannot be looked at", () -> change instanceof Change.OfDefinition it
                ? new DefinitionDangers(connection()).of(it) : new Dangers(connection(), renamings).of(change));
    }

    @Override
    public Fitting fitting(String table, Column from, Column to) {
        return ask("The rows cannot be looked at",
                () -> new Dangers(connection(), List.of()).fitting(table, from, to));
    }

    /** {@inheritDoc} PostgreSQL does not let go what something else needs. */
    @Override
    public Map<String, String> broken() {
        return Map.of();
    }

    @Override
    public List<String> leftovers() {
        return ask("The schema cannot be read", () -> PostgresHealth.halfDone(catalog().invalidIndexes()));
    }

    @Override
    public Set<Name> names() {
        return ask("The schema cannot be read", () -> SchemaNames.of(connection()));
    }

    /** {@inheritDoc} The names of our own tables are never in quotes. */
    @Override
    public boolean hasTable(String name) {
        var stored = name.startsWith(access().tablePrefix()) ? name.toLowerCase(Locale.ROOT) : name;
        return ask("The schema cannot be read", () -> catalog().has(stored));
    }

    private PostgresCatalog catalog() {
        return new PostgresCatalog(connection());
    }

    @Override
    public void refuse(Statement statement, Set<String> allowed) {
        if (!allowed.contains(AlteredValues.CHANGE_DATA)) {
            ask("The rows cannot be looked at", () -> {
                new AlteredValues(connection()).refuse(statement);
                return true;
            });
        }
    }

    /** {@inheritDoc} An index that is made beside those who write is left behind, invalid, when that fails. */
    @Override
    public List<TableChange> run(Statement statement, Set<String> allowed) throws SQLException {
        settings.beforeStatement(statement, connection());
        session.aboutToRun(connection());
        try {
            if (!allowed.contains(AlteredValues.CHANGE_DATA)) {
                new AlteredValues(connection()).refuse(statement);
            }
            return super.run(statement, allowed);
        } catch (SQLException e) {
            var placed = PlacedError.of(e, statement);
            if (PostgresOwnCommits.isConcurrentIndex(statement) && !PostgresState.isLost(e)) {
                throw LeftIndex.explained(placed, statement, this);
            }
            throw placed;
        } finally {
            session.hasRun(connection());
        }
    }

    @Override
    protected MigrateException explained(SQLException error, String context) {
        return new PostgresErrors(url(), session().holders(), isInterrupted()).explain(error, context);
    }
}
