package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import restrack.config.DatabaseUrl;
import restrack.database.server.Session;
import restrack.database.server.SpareDatabase;

/** Makes PostgreSQL databases for copies. */
final class PostgresSpare implements SpareDatabase.Maker {
    @Override
    public Connection connect(DatabaseUrl url) throws SQLException {
        return PostgresDriver.connect(url);
    }

    @Override
    public List<String> databases(Connection connection, String prefix) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.prepareStatement("SELECT datname FROM pg_database WHERE starts_with(datname, ?)")) {
            query.setString(1, prefix);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    /** Such locks are kept apart by the database to which the connection is. */
    @Override
    public boolean hold(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void create(Connection connection, String name) throws SQLException {
        String creation;
        try (var query = connection.prepareStatement("""
                SELECT format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L', ?::text,
                    pg_encoding_to_char(encoding), datcollate, datctype)
                FROM pg_database WHERE datname = current_database()""")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                rows.next();
                creation = rows.getString(1);
            }
        }
        Session.execute(connection, creation);
        for (var setting : settings(connection, name)) {
            Session.execute(connection, setting);
        }
    }

    /** What is set for the database, as its search path, is no part of a copy. */
    private static List<String> settings(Connection connection, String name) throws SQLException {
        var statements = new ArrayList<String>();
        try (var query = connection.prepareStatement("""
                SELECT format('ALTER DATABASE %I SET %s = %s', ?::text, split_part(s, '=', 1),
                    CASE WHEN split_part(s, '=', 1) IN ('search_path', 'DateStyle') THEN substr(s, strpos(s, '=') + 1)
                        ELSE quote_literal(substr(s, strpos(s, '=') + 1)) END)
                FROM pg_db_role_setting r JOIN pg_database d ON d.oid = r.setdatabase, unnest(r.setconfig) AS s
                WHERE r.setrole = 0 AND d.datname = current_database()""")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    statements.add(rows.getString(1));
                }
            }
        }
        return statements;
    }

    @Override
    public void drop(Connection connection, String name) throws SQLException {
        Session.execute(connection, "DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
    }
}
