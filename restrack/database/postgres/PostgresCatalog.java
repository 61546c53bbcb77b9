package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What PostgreSQL's catalog says of the schema that comes first in the search path: PostgreSQL documentation, "System
 * Catalogs".
 *
 * @param connection the connection
 */
record PostgresCatalog(Connection connection) {
    /** Tables, partitioned and foreign ones too; views, also materialized. */
    private static final String RELATIONS = """
            SELECT relname FROM pg_class
            WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
                AND relkind IN ('r', 'p', 'f', 'v', 'm')""";
    private static final String TRIGGERS = """
            SELECT tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
            WHERE NOT tgisinternal
                AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())""";
    private static final String USERS_OWN = " NOT IN ('pg_catalog', 'information_schema', 'pg_toast')";

    /** {@return the names of tables, views and triggers} */
    Set<String> names() throws SQLException {
        return new LinkedHashSet<>(texts(RELATIONS + " UNION " + TRIGGERS + " ORDER BY 1"));
    }

    /** {@return whether there is a table or view of that name} */
    boolean has(String name) throws SQLException {
        try (var query = connection.prepareStatement(RELATIONS + " AND relname = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** {@return how many bytes the database has} */
    long bytes() throws SQLException {
        try (var query = connection.createStatement();
             var rows = query.executeQuery("SELECT pg_database_size(current_database())")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** {@return whether some constraint can wait for the end of the transaction} */
    boolean hasDeferrable() throws SQLException {
        return !texts("SELECT conname FROM pg_constraint WHERE condeferrable LIMIT 1").isEmpty();
    }

    /**
     * {@return the indexes that a CREATE, DROP or REINDEX CONCURRENTLY has left invalid, as a statement names them} One
     * that is being made at this moment is not among them.
     */
    List<String> invalidIndexes() throws SQLException {
        return texts("""
                SELECT format('%I.%I', n.nspname, c.relname)
                FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE NOT i.indisvalid AND c.relkind = 'i' AND n.nspname""" + USERS_OWN + """
                 AND NOT EXISTS (SELECT FROM pg_stat_activity a
                    WHERE a.state = 'active' AND a.query ~* 'index' AND a.query ~* 'concurrently'
                        AND a.datname = current_database() AND a.pid <> pg_backend_pid())
                ORDER BY 1""");
    }

    /** {@return constraints that were never held against the rows that were there before, with their tables} */
    List<String> unchecked() throws SQLException {
        return texts("""
                SELECT format('%I of %s', conname, conrelid::regclass)
                FROM pg_constraint JOIN pg_namespace n ON n.oid = connamespace
                WHERE NOT convalidated AND conrelid <> 0 AND n.nspname""" + USERS_OWN + " ORDER BY 1");
    }

    private List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
