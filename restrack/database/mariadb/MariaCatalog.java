package restrack.database.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import restrack.database.Cost;

/** What the server knows of the database that it has, in a question each. */
final class MariaCatalog {
    /** How many rows of some hundred bytes are copied in a millisecond, indexes included; measured, and rounded. */
    private static final int ROWS_A_MILLISECOND = 100;

    private final Connection connection;

    MariaCatalog(Connection connection) {
        this.connection = connection;
    }

    /** {@return the names of tables, views and triggers, as they are written} */
    List<String> names() throws SQLException {
        return column("""
                SELECT table_name FROM information_schema.tables WHERE table_schema = database()
                UNION ALL SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = database()""");
    }

    /** {@return the names of tables with rows of their own} */
    List<String> tables() throws SQLException {
        return column("SELECT table_name FROM information_schema.tables WHERE table_schema = database() "
                + "AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY table_name");
    }

    /** {@return whether there is a table or view of that name, as the server compares names} */
    boolean hasTable(String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM information_schema.tables WHERE "
                + "table_schema = database() AND (table_name = ? OR @@lower_case_table_names > 0 "
                + "AND lower(table_name) = lower(?))")) {
            query.setString(1, name);
            query.setString(2, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** {@return how many bytes tables and indexes have, as the server estimates it} */
    long bytes() throws SQLException {
        return number("SELECT coalesce(sum(data_length + index_length), 0) FROM information_schema.tables "
                + "WHERE table_schema = database()");
    }

    /** {@return how many bytes a table has with its indexes, as the server estimates it} */
    long bytes(String table) throws SQLException {
        try (var query = connection.prepareStatement("SELECT data_length + index_length FROM "
                + "information_schema.tables WHERE table_schema = database() AND table_name = ?")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** {@return what it costs to copy a table} */
    static Cost costOfCopy(long rows, long bytes) {
        return new Cost(rows, rows / ROWS_A_MILLISECOND, bytes);
    }

    /**
     * {@return views that need what is not there, with what the server says of each} It says so in place of the
     * comment, but only where it has to open the view for something else, as it does for the time.
     */
    Map<String, String> brokenViews() throws SQLException {
        var broken = new LinkedHashMap<String, String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(
                "SELECT table_name, table_comment, create_time FROM information_schema.tables "
                        + "WHERE table_schema = database() AND table_type = 'VIEW' AND "
                        + "table_comment NOT IN ('', 'VIEW') ORDER BY table_name")) {
            while (rows.next()) {
                broken.put("view " + rows.getString(1), rows.getString(2));
            }
        }
        return broken;
    }

    private long number(String sql) throws SQLException {
        try (var query = connection.createStatement(); var rows = query.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private List<String> column(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
