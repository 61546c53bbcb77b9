package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.postgres.read.Quoted;
import restrack.database.server.Beside;
import restrack.database.server.ScratchName;
import restrack.database.server.Session;

/**
 * Makes databases beside another one, and drops them. Where that is not allowed: schemas in a database that is there
 * for it.
 */
final class ScratchServer {
    /** See PostgreSQL documentation, 'PostgreSQL Error Codes'. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final DatabaseUrl url;
    private final Optional<DatabaseUrl> given;

    /** @param given a database that may be used; nothing where one is to be made */
    ScratchServer(DatabaseUrl url, Optional<DatabaseUrl> given) {
        this.url = url;
        this.given = given;
    }

    /** An empty database that was made. */
    record Made(DatabaseUrl url, String name, ScratchPlan plan) {
    }

    /**
     * Makes an empty database like the given one: encoding, locale, search path, extensions.
     *
     * @throws MigrateException {@code cannot_open} where that is not allowed
     */
    Made make() {
        return given.isPresent() ? makeSchema(given.get()) : makeDatabase();
    }

    /** One command may need several at once: each is a schema, and comes first in the search path. */
    private Made makeSchema(DatabaseUrl there) {
        var name = ScratchName.next();
        try (var connection = connect(url); var inside = connect(there)) {
            var plan = ScratchPlan.of(connection);
            for (var schema : names(inside, "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, ")) {
                if (ScratchName.isLeftBehind(schema)) {
                    Session.execute(inside, dropSchema(schema));
                }
            }
            Session.execute(inside, "CREATE SCHEMA " + name);
            for (var extension : plan.extensions().keySet()) {
                Session.execute(inside, "CREATE EXTENSION IF NOT EXISTS " + Quoted.name(extension));
            }
            var properties = new HashMap<>(there.properties());
            properties.put("currentSchema", name + ",public");
            return new Made(new DatabaseUrl(there.kind(), there.jdbc(), properties, there.file(), there.memory(),
                    there.display()), name, plan);
        } catch (SQLException e) {
            throw new MigrateException(ErrorKind.CANNOT_OPEN, "Nothing can be tried in " + there + ": "
                    + there.mask(url.mask(String.valueOf(e.getMessage()))), "The setting scratch.url has to name a "
                    + "PostgreSQL database in which this user may make schemas, with the extensions that are needed.",
                    e);
        }
    }

    private static String dropSchema(String name) {
        return "DROP SCHEMA IF EXISTS " + name + " CASCADE";
    }

    private Made makeDatabase() {
        var name = ScratchName.next();
        try (var connection = connect(url)) {
            var plan = ScratchPlan.of(connection);
            dropLeftBehind(connection);
            Session.execute(connection, plan.creation(name));
            Session.execute(connection, "ALTER DATABASE " + name + " SET search_path = " + plan.path());
            var made = Beside.of(url, name);
            try (var inside = connect(made)) {
                for (var statement : plan.furniture()) {
                    Session.execute(inside, statement);
                }
            } catch (SQLException e) {
                drop(connection, name);
                throw e;
            }
            return new Made(made, name, plan);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private MigrateException failed(SQLException e) {
        var said = url.mask(String.valueOf(e.getMessage()));
        return new MigrateException(ErrorKind.CANNOT_OPEN, "No database could be made beside " + url + " to try out "
                + "what a script does: " + said + (said.endsWith(".") ? "" : "."),
                INSUFFICIENT_PRIVILEGE.equals(e.getSQLState()) ? "Let an administrator say `ALTER ROLE … CREATEDB`, or "
                        + "name an empty database that may be used for this in the setting scratch.url."
                        : "The setting scratch.url can name an empty database that is used for this instead.", e);
    }

    /** Those whose process was killed. Nothing is lost if somebody else is dropping them too. */
    private static void dropLeftBehind(Connection connection) throws SQLException {
        for (var name : names(connection, "SELECT datname FROM pg_database WHERE starts_with(datname, ")) {
            if (ScratchName.isLeftBehind(name)) {
                drop(connection, name);
            }
        }
    }

    private static List<String> names(Connection connection, String start) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.createStatement();
             var rows = query.executeQuery(start + Quoted.string(ScratchName.prefix()) + ")")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Drops what was made here; whatever is connected to a database is disconnected. */
    void drop(String name) {
        try (var connection = connect(given.orElse(url))) {
            if (given.isPresent()) {
                Session.execute(connection, dropSchema(name));
            } else {
                drop(connection, name);
            }
        } catch (SQLException e) {
            // The server is gone, or the right was taken away: the next run drops it.
            return;
        }
    }

    private static void drop(Connection connection, String name) {
        try {
            Session.execute(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            // It is somebody else's, or being dropped at this moment.
            return;
        }
    }

    private static Connection connect(DatabaseUrl url) throws SQLException {
        return PostgresDriver.connect(url);
    }
}
