package restrack.database.mariadb;

import java.sql.SQLException;
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
import restrack.database.mariadb.read.MariaEquality;
import restrack.database.mariadb.read.SchemaReading;
import restrack.database.mariadb.read.TableReading;
import restrack.database.mariadb.render.Dangers;
import restrack.database.server.NotYet;
import restrack.database.server.ServerDatabase;
import restrack.schema.Change;
import restrack.schema.Column;
import restrack.schema.Equality;
import restrack.schema.Level;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;

/** A MariaDB database that is open. */
class MariaDatabase extends ServerDatabase {
    private final MariaDialect dialect;

    MariaDatabase(MariaDialect dialect, DatabaseUrl url, Access access) {
        super(new MariaSession(), url, access);
        this.dialect = dialect;
    }

    @Override
    public MariaDialect dialect() {
        return dialect;
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
        throw NotYet.said("scripts that commit by themselves");
    }

    @Override
    public SideTables sideTables() {
        throw NotYet.said("--keep-data");
    }

    @Override
    public Copies copies() {
        throw NotYet.said("copies");
    }

    @Override
    public Health health() {
        throw NotYet.said("checks of its pages");
    }

    @Override
    public Loading loading() {
        throw NotYet.said("load");
    }

    @Override
    public Schema schema(Level level) {
        return ask("The schema cannot be read", () -> new SchemaReading(connection(), level).schema());
    }

    @Override
    public Equality equality() {
        return new MariaEquality();
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
