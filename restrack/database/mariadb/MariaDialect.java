package restrack.database.mariadb;

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
import restrack.database.mariadb.alter.Alteration;
import restrack.database.mariadb.read.MariaNames;
import restrack.database.mariadb.render.Renames;
import restrack.database.mariadb.render.Rendering;
import restrack.database.server.Ahead;
import restrack.schema.Change;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.sql.Statement;
import restrack.sql.Syntax;

/** MariaDB. */
public final class MariaDialect implements Dialect {
    /** What opening a connection loads sooner or later, the driver first. */
    private static final String[] LOADED_AHEAD = {"org.mariadb.jdbc.Driver",
            "org.mariadb.jdbc.client.impl.StandardClient",
            "org.mariadb.jdbc.Connection",
            "org.mariadb.jdbc.Statement",
            "org.mariadb.jdbc.ClientPreparedStatement",
            "org.mariadb.jdbc.client.result.CompleteResult",
            "org.mariadb.jdbc.export.ExceptionFactory"};

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public void prepare() {
        Ahead.load(MariaDialect.class.getClassLoader(), LOADED_AHEAD);
    }

    @Override
    public Syntax syntax() {
        return MariaSyntax.SYNTAX;
    }

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public Database open(DatabaseUrl url, Access access) {
        return new MariaDatabase(this, url, access);
    }

    @Override
    public Optional<Database> openForReading(DatabaseUrl url, Access access) {
        return Optional.of(new MariaDatabase(this, url, access));
    }

    @Override
    public String copySuffix() {
        return ".sql";
    }

    @Override
    public OpenedCopy openCopy(Path copy, DatabaseUrl url, Access access) {
        try (var live = new MariaDatabase(this, url, access)) {
            return new MariaCopies(live).open(copy);
        }
    }

    @Override
    public Name name(String text) {
        return MariaNames.of(text);
    }

    @Override
    public boolean isReserved(Name table) {
        return false;
    }

    @Override
    public List<String> rename(Renaming renaming) {
        return Renames.of(renaming);
    }

    @Override
    public List<Rendered> render(List<Change> changes, Schema present, Schema wanted) {
        return Rendering.of(changes, present, wanted);
    }

    @Override
    public String insert(RowForm form, List<Name> columns, OnConflict onConflict, int rows) {
        return MariaInsert.of(this, form, columns, onConflict, rows);
    }

    @Override
    public ColumnTypes columnTypes() {
        return new MariaColumnTypes();
    }

    @Override
    public Database scratch(DatabaseUrl url, Access access) {
        return MariaScratch.beside(this, url, access);
    }

    @Override
    public boolean mayNeedChanges(Statement statement) {
        return Alteration.may(statement);
    }

    @Override
    public boolean mayBeRefused(Statement statement) {
        return Alteration.mayBeRefused(statement);
    }

    @Override
    public String ownTable(String statement) {
        return OwnTables.said(statement);
    }

    @Override
    public boolean hasTransactionalDdl() {
        return false;
    }

    @Override
    public ModelRules models() {
        return ModelRules.COMMON;
    }

    @Override
    public ScriptRules rules() {
        return new MariaScriptRules();
    }

    @Override
    public Client client() {
        return new MariaProgram();
    }
}
