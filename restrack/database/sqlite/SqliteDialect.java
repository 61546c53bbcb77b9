package restrack.database.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.Client;
import restrack.database.ColumnTypes;
import restrack.database.Database;
import restrack.database.Dialect;
import restrack.database.InsertText;
import restrack.database.ModelRules;
import restrack.database.OnConflict;
import restrack.database.OpenedCopy;
import restrack.database.Rendered;
import restrack.database.RowForm;
import restrack.database.ScriptRules;
import restrack.database.sqlite.grammar.SqliteSyntax;
import restrack.database.sqlite.read.SqliteNames;
import restrack.database.sqlite.render.Rendering;
import restrack.schema.Change;
import restrack.schema.Name;
import restrack.schema.Renaming;
import restrack.schema.Schema;
import restrack.sql.Statement;
import restrack.sql.Syntax;

/** SQLite. */
public final class SqliteDialect implements Dialect {
    @Override
    public void prepare() {
        try {
            NativeLibrary.useStableCopy();
            SQLiteJDBCLoader.initialize();
            new SQLiteConfig();
        } catch (Exception e) {
            return;
        }
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Syntax syntax() {
        return SqliteSyntax.SQLITE;
    }

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public Database open(DatabaseUrl url, Access access) {
        var file = new SqliteFile(url);
        file.requireDatabaseOrNothing();
        file.createFolder();
        return SqliteDatabase.open(this, url, file, access);
    }

    @Override
    public Optional<Database> openForReading(DatabaseUrl url, Access access) {
        var file = new SqliteFile(url);
        if (!file.exists()) {
            return Optional.empty();
        }
        file.requireDatabaseOrNothing();
        return Optional.of(SqliteDatabase.openForReading(this, url, file, access));
    }

    @Override
    public String copySuffix() {
        return ".db";
    }

    @Override
    public OpenedCopy openCopy(Path copy, DatabaseUrl url, Access access) {
        var database = openForReading(DatabaseUrl.of(copy), access).orElseThrow();
        return new OpenedCopy() {
            @Override
            public Database database() {
                return database;
            }

            @Override
            public void close() {
                database.close();
            }
        };
    }

    @Override
    public Name name(String text) {
        return SqliteNames.of(text);
    }

    @Override
    public boolean isReserved(Name table) {
        return table.key().startsWith("sqlite_");
    }

    @Override
    public String insert(RowForm form, List<Name> columns, OnConflict onConflict, int rows) {
        var text = new InsertText(this, form, columns);
        return text.of(text.places(), "", rows) + text.onConflict(onConflict);
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
    public ColumnTypes columnTypes() {
        return new SqliteColumnTypes();
    }

    @Override
    public Database scratch(DatabaseUrl url, Access access) {
        return open(DatabaseUrl.parse("sqlite://", Path.of("")), access);
    }

    @Override
    public boolean mayNeedChanges(Statement statement) {
        return statement.starts("ALTER", "TABLE") && !PlainAddColumn.is(statement);
    }

    @Override
    public boolean hasTransactionalDdl() {
        return true;
    }

    @Override
    public ModelRules models() {
        return ModelRules.COMMON;
    }

    @Override
    public ScriptRules rules() {
        return new SqliteScriptRules();
    }

    @Override
    public Client client() {
        return new SqliteShell();
    }
}
