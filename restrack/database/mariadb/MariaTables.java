package restrack.database.mariadb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.database.RowForm;
import restrack.database.server.StoredField;
import restrack.database.server.StoredTable;
import restrack.database.server.StoredTables;

/**
 * What MariaDB says of its tables where rows are read (MariaDB documentation, "Information Schema Tables").
 *
 * @param database the database
 */
record MariaTables(MariaDatabase database) implements StoredTables {
    /** So many rows are on the way at once. */
    private static final int PORTION = 2000;

    @Override
    public Optional<StoredTable> find(String name) throws SQLException {
        return tables("AND table_name = ?", name).stream().findFirst();
    }

    @Override
    public List<StoredTable> all() throws SQLException {
        return tables("");
    }

    private List<StoredTable> tables(String condition, String... values) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = database.connection().prepareStatement("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = database() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')\s"""
                + condition + " ORDER BY table_name")) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        var views = names.isEmpty() ? Map.<String, String>of() : definitions();
        var found = new ArrayList<StoredTable>();
        for (var name : names) {
            found.add(new StoredTable("", name, fields(name), keys(name), views(name, views)));
        }
        return found;
    }

    private List<StoredField> fields(String table) throws SQLException {
        var fields = new ArrayList<StoredField>();
        try (var query = database.connection().prepareStatement("""
                SELECT column_name, data_type, column_type, numeric_scale, is_nullable = 'NO',
                    column_default IS NOT NULL AND column_default <> 'NULL' OR extra LIKE '%auto_increment%',
                    is_generated = 'ALWAYS', column_key = 'PRI'
                FROM information_schema.columns WHERE table_schema = database() AND table_name = ?
                ORDER BY ordinal_position""")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    fields.add(field(rows));
                }
            }
        }
        return fields;
    }

    private StoredField field(ResultSet row) throws SQLException {
        var name = database.dialect().quote(row.getString(1));
        var values = MariaValues.of(row.getString(2), row.getString(3), row.getInt(4));
        var form = new RowForm.Field(database.dialect().name(row.getString(1)),
                row.getString(3), values.kind(), row.getBoolean(5), row.getBoolean(6), row.getBoolean(7),
                row.getBoolean(8));
        return new StoredField(form, values.exact(name), values.place(), values.unordered());
    }

    /** A unique key over the first characters of a text alone finds other rows equal, and one by hash has no order. */
    private List<List<String>> keys(String table) throws SQLException {
        var keys = new LinkedHashMap<String, List<String>>();
        try (var query = database.connection().prepareStatement("""
                SELECT index_name, column_name FROM information_schema.statistics AS s
                WHERE table_schema = database() AND table_name = ? AND non_unique = 0 AND NOT EXISTS (
                    SELECT 1 FROM information_schema.statistics AS part WHERE part.table_schema = s.table_schema
                        AND part.table_name = s.table_name AND part.index_name = s.index_name
                        AND (part.sub_part IS NOT NULL OR part.index_type <> 'BTREE'))
                ORDER BY index_name = 'PRIMARY' DESC, index_name, seq_in_index""")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.computeIfAbsent(rows.getString(1), it -> new ArrayList<>()).add(rows.getString(2));
                }
            }
        }
        return List.copyOf(keys.values());
    }

    private Map<String, String> definitions() throws SQLException {
        var definitions = new LinkedHashMap<String, String>();
        try (var query = database.connection().createStatement(); var rows = query.executeQuery("""
                SELECT table_name, view_definition FROM information_schema.views
                WHERE table_schema = database() ORDER BY table_name""")) {
            while (rows.next()) {
                definitions.put(rows.getString(1), rows.getString(2));
            }
        }
        return definitions;
    }

    /** In the stored text of a view every name is in quotes. */
    private List<String> views(String table, Map<String, String> definitions) {
        var views = new LinkedHashSet<String>();
        for (int before = -1; before < views.size();) {
            before = views.size();
            definitions.forEach((view, text) -> {
                if (text.contains(database.dialect().quote(table))
                        || views.stream().anyMatch(it -> text.contains(database.dialect().quote(it)))) {
                    views.add(view);
                }
            });
        }
        return List.copyOf(views);
    }

    /** With a size, the driver reads the result as it comes (MariaDB Connector/J, "Streaming Result Sets"). */
    @Override
    public void each(String query, RowWork work) throws SQLException {
        try (var statement = database.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(PORTION);
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    work.row(rows);
                }
            }
        }
    }
}
