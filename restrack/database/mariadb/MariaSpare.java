package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import restrack.config.DatabaseUrl;
import restrack.database.mariadb.read.Grants;
import restrack.database.server.Session;
import restrack.database.server.SpareDatabase;

/** Makes MariaDB databases for copies. */
final class MariaSpare implements SpareDatabase.Maker {
    @Override
    public Connection connect(DatabaseUrl url) throws SQLException {
        var properties = new Properties();
        properties.putAll(url.properties());
        return MariaSession.open(url, properties);
    }

    @Override
    public List<String> databases(Connection connection, String prefix) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.prepareStatement(
                "SELECT schema_name FROM information_schema.schemata WHERE left(schema_name, length(?)) = ?")) {
            query.setString(1, prefix);
            query.setString(2, prefix);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** Nodes of a cluster have the same databases, and locks of their own. */
    @Override
    public String place(Connection connection) throws SQLException {
        if (Galera.member(connection).isEmpty()) {
            return "";
        }
        try (var statement = connection.createStatement();
             var rows = statement.executeQuery("SELECT concat(@@hostname, ':', @@port)")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public boolean hold(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT get_lock(?, 0)")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getInt(1) == 1;
            }
        }
    }

    @Override
    public void create(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT default_character_set_name, default_collation_name FROM information_schema.schemata
                WHERE schema_name = database()""")) {
            rows.next();
            Session.execute(connection, "CREATE DATABASE `" + name + "` CHARACTER SET " + rows.getString(1)
                    + " COLLATE " + rows.getString(2));
        }
    }

    @Override
    public String help(Connection connection, String prefix, SQLException error) {
        return Grants.isMissing(error) ? Grants.databases(connection, prefix) : "";
    }

    @Override
    public void drop(Connection connection, String name) throws SQLException {
        Session.execute(connection, "DROP DATABASE IF EXISTS `" + name + "`");
    }
}
