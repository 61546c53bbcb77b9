package restrack.database.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;
import restrack.database.RowForm;
import restrack.database.server.StoredField;
import restrack.database.server.StoredTable;
import restrack.database.server.StoredTables;

/**
 * What PostgreSQL says of its tables where rows are read (PostgreSQL documentation, "System Catalogs").
 *
 * @param database the database
 */
record PostgresTables(PostgresDatabase database) implements StoredTables {
    /** So many rows are on the way at once. */
    private static final int PORTION = 2000;

    private static final String TABLE = """
            SELECT c.oid, CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname END AS schema, c.relname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND\s""";

    @Override
    public Optional<StoredTable> find(String name) throws SQLException {
        var found = tables("n.nspname = current_schema() AND c.relname IN (?, lower(?)) ORDER BY c.relname = ? DESC "
                + "LIMIT 1", name, name, name);
        return found.stream().findFirst();
    }

    /** Those of extensions belong to the database itself. */
    @Override
    public List<StoredTable> all() throws SQLException {
        return tables("""
                n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND c.relpersistence <> 't' AND NOT EXISTS (
                    SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                        AND d.deptype = 'e')
                ORDER BY 2, c.relname""");
    }

    private List<StoredTable> tables(String condition, String... values) throws SQLException {
        var found = new ArrayList<StoredTable>();
        try (var query = prepare(TABLE + condition, values); var rows = query.executeQuery()) {
            while (rows.next()) {
                long oid = rows.getLong(1);
                found.add(new StoredTable(rows.getString(2), rows.getString(3), fields(oid), keys(oid), views(oid)));
            }
        }
        return found;
    }

    private PreparedStatement prepare(String sql, String... values) throws SQLException {
        var query = database.connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            query.setString(i + 1, values[i]);
        }
        return query;
    }

    /** {@return the columns of a table} A domain is what is beneath it. */
    private List<StoredField> fields(long oid) throws SQLException {
        var fields = new ArrayList<StoredField>();
        try (var query = database.connection().prepareStatement("""
                WITH RECURSIVE base (domain, oid) AS (
                    SELECT oid, oid FROM pg_type WHERE typtype <> 'd'
                    UNION ALL SELECT t.oid, b.oid FROM pg_type t JOIN base b ON b.domain = t.typbasetype
                    WHERE t.typtype = 'd')
                SELECT a.attname, format_type(b.oid, -1), t.typname, t.typcategory,
                    a.attnotnull, a.atthasdef AND a.attgenerated = '' OR a.attidentity <> '', a.attgenerated <> '',
                    EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary
                        AND a.attnum = ANY (i.indkey))
                FROM pg_attribute a JOIN base b ON b.domain = a.atttypid JOIN pg_type t ON t.oid = b.oid
                WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""")) {
            query.setLong(1, oid);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    fields.add(field(rows));
                }
            }
        }
        return fields;
    }

    private StoredField field(ResultSet row) throws SQLException {
        var name = row.getString(1);
        var type = row.getString(2);
        var known = row.getString(3);
        var form = new RowForm.Field(database.dialect().name(name), type, PostgresValues.kind(known), row.getBoolean(5),
                row.getBoolean(6), row.getBoolean(7), row.getBoolean(8));
        return new StoredField(form, exact(database.dialect().quote(name), known),
                row.getString(4).equals("S") ? "?" : PostgresValues.place(form), "");
    }

    private static String exact(String column, String type) {
        return switch (type) {
            case "int2", "int4", "int8", "bytea" -> column;
            // Without the sign of zero, which compares equal.
            case "float4", "float8" -> "CAST(" + column + " AS float8) + 0";
            case "numeric" -> "CAST(trim_scale(" + column + ") AS text)";
            default -> "CAST(" + column + " AS text)";
        };
    }

    private List<List<String>> keys(long oid) throws SQLException {
        var keys = new ArrayList<List<String>>();
        try (var query = database.connection().prepareStatement("""
                SELECT array_agg(a.attname::text ORDER BY k.place)
                FROM pg_index i, unnest(i.indkey::int2[], i.indcollation::oid[]) WITH ORDINALITY
                        AS k (attnum, collated, place)
                    JOIN pg_attribute a ON a.attnum = k.attnum
                WHERE i.indrelid = ? AND a.attrelid = i.indrelid AND i.indisunique AND i.indisvalid AND i.indimmediate
                    AND i.indpred IS NULL AND i.indexprs IS NULL AND k.place <= i.indnkeyatts
                GROUP BY i.indexrelid, i.indisprimary
                HAVING bool_and(k.collated IN (0, a.attcollation))
                ORDER BY i.indisprimary DESC, i.indexrelid::regclass::text""")) {
            query.setLong(1, oid);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    keys.add(List.of((String[]) rows.getArray(1).getArray()));
                }
            }
        }
        return keys;
    }

    private List<String> views(long oid) throws SQLException {
        var views = new ArrayList<String>();
        try (var query = database.connection().prepareStatement("""
                WITH RECURSIVE views (oid) AS (
                    SELECT r.ev_class FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
                    WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = ? AND r.ev_class <> d.refobjid
                    UNION SELECT r.ev_class FROM views v JOIN pg_depend d ON d.refobjid = v.oid
                        JOIN pg_rewrite r ON r.oid = d.objid
                    WHERE d.classid = 'pg_rewrite'::regclass AND r.ev_class <> d.refobjid)
                SELECT c.relname FROM views JOIN pg_class c USING (oid) ORDER BY 1""")) {
            query.setLong(1, oid);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    views.add(rows.getString(1));
                }
            }
        }
        return views;
    }

    /**
     * A cursor of SQL: the driver's own needs its autocommit to be off, and would then begin transactions by itself
     * (pgJDBC documentation, "Getting results based on a cursor").
     */
    @Override
    public void each(String query, RowWork work) throws SQLException {
        var connection = database.connection();
        boolean own = connection.unwrap(PgConnection.class).getTransactionState() == TransactionState.IDLE;
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            if (own) {
                statement.execute("BEGIN READ ONLY");
            }
            try {
                statement.execute("DECLARE migrate_rows NO SCROLL CURSOR FOR " + query);
                for (int read = PORTION; read == PORTION;) {
                    read = 0;
                    try (var rows = statement.executeQuery("FETCH " + PORTION + " FROM migrate_rows")) {
                        for (; rows.next(); read++) {
                            work.row(rows);
                        }
                    }
                }
                statement.execute("CLOSE migrate_rows");
            } finally {
                if (own) {
                    statement.execute("ROLLBACK");
                }
            }
        }
    }
}
