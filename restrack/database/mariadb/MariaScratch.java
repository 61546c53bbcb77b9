package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.Access;
import restrack.database.TableChange;
import restrack.database.mariadb.read.Grants;
import restrack.database.mariadb.read.MariaNames;
import restrack.database.mariadb.read.SchemaReading;
import restrack.database.server.ScratchName;
import restrack.schema.Definition;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.sql.Statement;

/**
 * A database beside another one, with the same character set and collation, in which things are tried. It is dropped
 * when it is closed; what a killed run has left behind is dropped by the next one that makes one.
 */
final class MariaScratch extends MariaDatabase {
    private final String origin;
    private final String name;
    private final OtherDatabases others;

    private MariaScratch(MariaDialect dialect, DatabaseUrl url, Access access, String origin, String name) {
        super(dialect, url, access);
        this.origin = origin;
        this.name = name;
        this.others = new OtherDatabases(name);
    }

    @Override
    protected boolean isShared() {
        return false;
    }

    /**
     * {@return an empty database}
     *
     * @throws MigrateException {@code database_error} where this user may not create one, with the right that is needed
     */
    static MariaScratch beside(MariaDialect dialect, DatabaseUrl url, Access access) {
        var name = ScratchName.next();
        String origin;
        try (var beside = new MariaDatabase(dialect, url, access)) {
            try {
                dropLeftBehind(beside.connection());
                origin = create(beside.connection(), name);
            } catch (SQLException e) {
                throw refused(url, beside.connection(), e);
            }
        }
        var scratch = inDatabase(url, name);
        try {
            return new MariaScratch(dialect, scratch, access, origin, name);
        } catch (MigrateException e) {
            drop(dialect, url, access, name);
            throw e;
        }
    }

    /** {@return the name of the database that it is made for} */
    private static String create(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(
                "SELECT @@character_set_database, @@collation_database, database()")) {
            rows.next();
            var origin = rows.getString(3);
            var words = " CHARACTER SET " + rows.getString(1) + " COLLATE " + rows.getString(2);
            statement.execute("CREATE DATABASE " + MariaNames.quoted(name) + words);
            return origin;
        }
    }

    private static void dropLeftBehind(Connection connection) throws SQLException {
        var left = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SHOW DATABASES")) {
            while (rows.next()) {
                if (ScratchName.isLeftBehind(rows.getString(1))) {
                    left.add(rows.getString(1));
                }
            }
            for (var name : left) {
                statement.execute("DROP DATABASE IF EXISTS " + MariaNames.quoted(name));
            }
        }
    }

    private static void drop(MariaDialect dialect, DatabaseUrl url, Access access, String name) {
        try (var beside = new MariaDatabase(dialect, url, access);
             var statement = beside.connection().createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + MariaNames.quoted(name));
        } catch (SQLException e) {
            // The next run drops it.
            return;
        }
    }

    private static MigrateException refused(DatabaseUrl url, Connection connection, SQLException e) {
        if (!Grants.isMissing(e)) {
            return new MigrateException(ErrorKind.DATABASE_ERROR, "No database could be made in which to try things: "
                    + url.mask(e.getMessage()) + ".", "", e);
        }
        return new MigrateException(ErrorKind.DATABASE_ERROR, "This user may not create a database in which things are "
                + "tried, whose name begins with " + ScratchName.prefix() + ".",
                Grants.databases(connection, ScratchName.prefix()), e);
    }

    /** The name of the database stands behind the host, before the parameters. */
    private static DatabaseUrl inDatabase(DatabaseUrl url, String name) {
        var jdbc = url.jdbc().replaceFirst("^(jdbc:[^/]+//[^/?]+)/[^?]*", "$1/" + name);
        return new DatabaseUrl(url.kind(), jdbc, url.properties(), Optional.empty(), false, url.display());
    }

    /** Makes what another database consists of, without its rows. Keys may refer to tables that come later. */
    MariaScratch with(Schema schema) {
        ask("The schema cannot be made again, to try things on it", () -> {
            try (var statement = connection().createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute("SET foreign_key_checks = 0");
                for (var it : schema.definitions()) {
                    if (it.kind() == Definition.Kind.SEQUENCE) {
                        statement.execute(it.sql().text());
                    }
                }
                for (var table : schema.tables()) {
                    statement.execute(table.text());
                }
                statement.execute("SET foreign_key_checks = 1");
                for (var it : schema.definitions()) {
                    if (it.kind() != Definition.Kind.SEQUENCE) {
                        make(statement, it);
                    }
                }
            }
            return true;
        });
        return this;
    }

    private static void make(java.sql.Statement statement, Definition definition) throws SQLException {
        try {
            statement.execute(definition.sql().text());
        } catch (SQLException e) {
            throw new MigrateException(ErrorKind.DEPENDENTS, "The " + definition.kind().words() + " "
                    + definition.name() + " cannot be made again: " + e.getMessage() + ".",
                    "Mend or drop it first.", e);
        }
    }

    @Override
    public List<TableChange> run(Statement statement, Set<String> allowed) throws SQLException {
        others.refuse(connection(), statement);
        return super.run(statement, allowed);
    }

    @Override
    public void allowForwardKeys(boolean allowed) {
        ask("The session cannot be set up", () -> {
            try (var statement = connection().createStatement()) {
                return statement.execute("SET foreign_key_checks = " + (allowed ? 0 : 1));
            }
        });
    }

    @Override
    public Schema schema(Level level) {
        return ask("The schema cannot be read",
                () -> new SchemaReading(connection(), level, Optional.of(origin)).schema());
    }

    @Override
    protected void closing() {
        try (var statement = connection().createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + MariaNames.quoted(name));
        } catch (SQLException e) {
            // The connection is gone; the next run drops it.
            return;
        }
    }
}
