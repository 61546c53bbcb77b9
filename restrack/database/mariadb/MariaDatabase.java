package restrack.database.mariadb;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Copies;
import restrack.database.Cost;
import restrack.database.Danger;
import restrack.database.Database;
import restrack.database.Fitting;
import restrack.database.Health;
import restrack.database.Loading;
import restrack.database.ScriptRules.Standing;
import restrack.database.SideTables;
import restrack.database.TableChange;
import restrack.database.TableDescription;
import restrack.database.Traces;
import restrack.database.TransactionWatch;
import restrack.database.Way;
import restrack.database.mariadb.read.SchemaReading;
import restrack.database.mariadb.read.TableReading;
import restrack.database.mariadb.render.Dangers;
import restrack.database.mariadb.trace.MariaTraces;
import restrack.database.server.AsPrinted;
import restrack.database.server.NothingKept;
import restrack.database.server.ServerDatabase;
import restrack.database.server.StoredTables;
import restrack.lease.Lease;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Equality;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.sql.Statement;

/** A MariaDB database that is open. */
class MariaDatabase extends ServerDatabase {
    private final MariaDialect dialect;
    private final Engines engines = new Engines(this::unsettled);
    private MariaTraces traces;

    MariaDatabase(MariaDialect dialect, DatabaseUrl url, Access access) {
        super(new MariaSession(access), url, access);
        this.dialect = dialect;
    }

    @Override
    public MariaDialect dialect() {
        return dialect;
    }

    /** {@return the name of the table of the lease} */
    String leaseTable() {
        return Lease.table(access().tablePrefix());
    }

    @Override
    protected StoredTables tables() {
        return new MariaTables(this);
    }

    @Override
    public List<TableChange> run(Statement statement, Set<String> allowed) throws SQLException {
        if (dialect.mayBeRefused(statement)) {
            return new PortableAlter(connection()).run(statement, allowed, it -> runAsItStands(it, allowed));
        }
        return runAsItStands(statement, allowed);
    }

    /** A procedure may have done a part of its work before it waited in vain, so it is not said again. */
    private List<TableChange> runAsItStands(Statement statement, Set<String> allowed) throws SQLException {
        var standing = MariaStanding.of(statement);
        if (standing != Standing.TRANSACTIONAL) {
            engines.forget();
        }
        Packet.requireTakes(unsettled(), statement.text());
        var wait = new LockWait(connection(), access(), this::isInterrupted);
        if (standing == Standing.TRACED) {
            wait.run(statement.text());
            return List.of();
        }
        return standing == Standing.REPEATABLE || statement.starts("TRUNCATE")
                ? wait.patiently(() -> super.run(statement, allowed)) : super.run(statement, allowed);
    }

    @Override
    public List<TableChange> changes(Statement statement, Set<String> allowed) {
        return ask("The change cannot be planned", () -> new PortableAlter(connection()).changes(statement, allowed));
    }

    @Override
    public void refuse(Statement statement, Set<String> allowed) {
        ask("The rows cannot be looked at", () -> {
            new PortableAlter(connection()).refuse(statement, allowed);
            return true;
        });
    }

    @Override
    public Cost cost(TableChange change) {
        return ask("The table cannot be measured", () -> {
            long rows = rows().count(change.table().table());
            return change.way() != Way.REBUILD ? new Cost(rows, 0, 0)
                    : MariaCatalog.costOfCopy(rows, new MariaCatalog(connection()).bytes(change.table().table()));
        });
    }

    /**
     * {@return the tables without transactions that a statement may write to} What is written to them stays after a
     * rollback, so the statement is no part of a transaction.
     */
    @Override
    public Set<String> withoutTransactions(Statement statement) throws SQLException {
        return engines.withoutTransactions(statement);
    }

    @Override
    public TransactionWatch watch() {
        // What runs now is not seen by us.
        engines.forget();
        return ask("The transaction cannot be watched",
                () -> new MariaWatch(connection().unwrap(org.mariadb.jdbc.Connection.class).getContext()));
    }

    @Override
    public long bytes() {
        return ask("The database cannot be measured", () -> new MariaCatalog(connection()).bytes());
    }

    @Override
    public Database scratch() {
        return MariaScratch.beside(dialect, url(), access()).with(schema(Level.EXACT));
    }

    @Override
    public boolean hasDeferredConstraints() {
        return false;
    }

    @Override
    public Optional<TableDescription> describe(String table) {
        return ask("The table " + table + " cannot be read", () -> new TableReading(connection()).of(table));
    }

    @Override
    public Traces traces() {
        if (traces == null || !traces.isFor(unsettled())) {
            traces = new MariaTraces(unsettled(), this::another, this::rendered, dialect.syntax(),
                    access().lockTimeout());
        }
        return traces;
    }

    private List<String> rendered(Statement statement) {
        return !dialect.mayNeedChanges(statement) ? List.of()
                : changes(statement).stream().flatMap(it -> it.statements().stream()).toList();
    }

    @Override
    public SideTables sideTables() {
        return new NothingKept();
    }

    @Override
    public Copies copies() {
        return new MariaCopies(this);
    }

    @Override
    public Health health() {
        return new MariaHealth(this);
    }

    @Override
    public Loading loading() {
        return new MariaLoading(this);
    }

    @Override
    public Schema schema(Level level) {
        return ask("The schema cannot be read", () -> new SchemaReading(connection(), level).schema());
    }

    @Override
    public Equality equality() {
        return new AsPrinted();
    }

    @Override
    public List<Danger> dangers(Change change, List<Renaming> renamings) {
        return ask("The rows cannot be looked at", () -> Dangers.of(connection(), change, renamings));
    }

    @Override
    public Fitting fitting(String table, Column from, Column to) {
        return Dangers.fitting(connection(), table, from, to);
    }

    @Override
    public Map<String, String> broken() {
        return ask("The views cannot be looked at", () -> new MariaCatalog(connection()).brokenViews());
    }

    @Override
    public Set<Name> names() {
        return ask("The schema cannot be read", () -> {
            var names = new LinkedHashSet<Name>();
            new MariaCatalog(connection()).names().forEach(it -> names.add(dialect.name(it)));
            return names;
        });
    }

    @Override
    public boolean hasTable(String name) {
        return ask("The schema cannot be read", () -> new MariaCatalog(connection()).hasTable(name));
    }

    @Override
    protected MigrateException explained(SQLException error, String context) {
        return Galera.explain(error, context, url(), connection()).orElseGet(() -> {
            // While the connection is made for the first time there is none to ask.
            var blockers = LockWait.isLockWait(error) && connection() != null ? new Blockers(connection()).words() : "";
            return new MariaErrors(url(), isInterrupted()).explain(error, context, blockers);
        });
    }
}
