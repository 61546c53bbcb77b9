package restrack.database.mariadb;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
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
import restrack.database.TableDescription;
import restrack.database.Traces;
import restrack.database.TransactionWatch;
import restrack.database.server.NotYet;
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

/** A MariaDB database that is open. */
final class MariaDatabase extends ServerDatabase {
    private final MariaDialect dialect;

    MariaDatabase(MariaDialect dialect, DatabaseUrl url, Access access) {
        super(new MariaSession(), url, access);
        this.dialect = dialect;
    }

    @Override
    public MariaDialect dialect() {
        return dialect;
    }

    /** {@return its URL} */
    DatabaseUrl address() {
        return url();
    }

    /** {@return how long it waits for others} */
    Duration patience() {
        return access().lockTimeout();
    }

    /** {@return another database on the same server, opened as this one is} */
    Database beside(DatabaseUrl other) {
        return new MariaDatabase(dialect, other, access());
    }

    @Override
    protected StoredTables tables() {
        return new MariaTables(this);
    }

    @Override
    public TransactionWatch watch() {
        return new TransactionWatch() {
            @Override
            public boolean ended() {
                return false;
            }

            @Override
            public String how() {
                return "";
            }

            @Override
            public void close() {
            }
        };
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public Database scratch() {
        throw NotYet.said("scratch databases");
    }

    @Override
    public boolean hasDeferredConstraints() {
        return false;
    }

    @Override
    public Optional<TableDescription> describe(String table) {
        throw NotYet.said("show-table");
    }

    @Override
    public Traces traces() {
        throw NotYet.said("scripts that commit by themselves");
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
        throw NotYet.said("checks of its pages");
    }

    @Override
    public Loading loading() {
        return new MariaLoading(this);
    }

    @Override
    public Schema schema(Level level) {
        throw NotYet.said("reading the schema");
    }

    @Override
    public Equality equality() {
        throw NotYet.said("comparing schemas");
    }

    @Override
    public List<Danger> dangers(Change change, List<Renaming> renamings) {
        throw NotYet.said("looking at rows");
    }

    @Override
    public Fitting fitting(String table, Column from, Column to) {
        throw NotYet.said("looking at rows");
    }

    @Override
    public Map<String, String> broken() {
        return new LinkedHashMap<>();
    }

    @Override
    public Set<Name> names() {
        return ask("The schema cannot be read", () -> {
            var names = new LinkedHashSet<Name>();
            try (var query = connection().createStatement(); var rows = query.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = database()")) {
                while (rows.next()) {
                    names.add(dialect.name(rows.getString(1)));
                }
            }
            return names;
        });
    }

    @Override
    public boolean hasTable(String name) {
        return ask("The schema cannot be read", () -> {
            try (var query = connection().prepareStatement("SELECT 1 FROM information_schema.tables "
                    + "WHERE table_schema = database() AND table_name = ?")) {
                query.setString(1, name);
                try (var rows = query.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    @Override
    public MigrateException explain(SQLException error, String context) {
        return new MigrateException(ErrorKind.DATABASE_ERROR, context + ": " + url().mask(error.getMessage()) + ".", "",
                error);
    }
}
