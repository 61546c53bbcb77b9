package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.config.DatabaseUrl;
import restrack.database.postgres.read.Quoted;
import restrack.database.server.Beside;
import restrack.database.server.ScratchName;

/** Makes databases beside another one, and drops them. */
final class ScratchServer {
    /** See PostgreSQL documentation, 'PostgreSQL Error Codes'. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final DatabaseUrl url;

    ScratchServer(DatabaseUrl url) {
        this.url = url;
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
        var name = ScratchName.next();
        try (var connection = connect(url)) {
            var plan = ScratchPlan.of(connection);
            dropLeftBehind(connection);
            execute(connection, plan.creation(name));
            execute(connection, "ALTER DATABASE " + name + " SET search_path = " + plan.path());
            var made = Beside.of(url, name);
            try (var inside = connect(made)) {
                for (var statement : plan.furniture()) {
                    execute(inside, statement);
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
        for (var name : databases(connection)) {
            if (ScratchName.isLeftBehind(name)) {
                drop(connection, name);
            }
        }
    }

    private static List<String> databases(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery("SELECT datname FROM pg_database "
                + "WHERE starts_with(datname, " + Quoted.string(ScratchName.prefix()) + ")")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Drops a database that was made here; whatever is connected to it is disconnected. */
    void drop(String name) {
        try (var connection = connect(url)) {
            drop(connection, name);
        } catch (SQLException e) {
            // The server is gone, or the right was taken away: the next run drops it.
            return;
        }
    }

    private static void drop(Connection connection, String name) {
        try {
            execute(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            // It is somebody else's, or being dropped at this moment.
            return;
        }
    }

    private static Connection connect(DatabaseUrl url) throws SQLException {
        var properties = new Properties();
        properties.putAll(url.properties());
        return new Driver().connect(url.jdbc(), properties);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
