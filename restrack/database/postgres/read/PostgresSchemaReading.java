package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import restrack.schema.Level;
import restrack.schema.Schema;
import restrack.schema.Table;

/**
 * Reads the schema that comes first in the search path; in one transaction, since the server prints as of now. What
 * else is in the path is named without its schema, as the server does it.
 */
public final class PostgresSchemaReading {
    private static final String QUERY = """
            SELECT c.oid, c.relname AS name, c.relpersistence = 'u' AS unlogged, c.relrowsecurity,
                c.relforcerowsecurity, CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS divided,
                pg_get_expr(c.relpartbound, c.oid) AS bound, s.spcname AS tablespace,
                CASE WHEN am.amname <> current_setting('default_table_access_method') THEN am.amname END AS method,
                CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' WHEN 'i' THEN 'USING INDEX '
                    || (SELECT quote_ident(x.relname) FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
                        WHERE i.indrelid = c.oid AND i.indisreplident) END AS replica,
                coalesce(c.reloptions, '{}') AS parameters,
                ARRAY(SELECT h.inhparent::regclass::text FROM pg_inherits h WHERE h.inhrelid = c.oid
                    ORDER BY h.inhseqno) AS parents,
                ARRAY(SELECT concat('TABLE ', c.oid::regclass, E'\\n', d.description) FROM pg_description d
                    WHERE d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
                    UNION ALL
                    SELECT concat('INDEX ', x.oid::regclass, E'\\n', d.description) FROM pg_index i
                    JOIN pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition
                    JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = x.oid
                    WHERE i.indrelid = c.oid
                    UNION ALL
                    SELECT concat('CONSTRAINT ', quote_ident(k.conname), ' ON ', c.oid::regclass, E'\\n', d.description)
                    FROM pg_constraint k
                    JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid
                    WHERE k.conrelid = c.oid AND k.conislocal AND k.conparentid = 0) AS comments
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
            LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
            LEFT JOIN pg_am am ON am.oid = c.relam
            WHERE c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY c.oid""";

    private final Connection connection;
    private final Level level;

    /** @param level what counts as the same */
    public PostgresSchemaReading(Connection connection, Level level) {
        this.connection = connection;
        this.level = level;
    }

    /** {@return the tables, and what else there is} Without what belongs to an extension. */
    public Schema schema() throws SQLException {
        return new Schema(tables(), DefinitionReading.of(connection));
    }

    private List<Table> tables() throws SQLException {
        var columns = ColumnReading.of(connection, level);
        var constraints = ConstraintReading.of(connection);
        var indexes = IndexReading.of(connection);
        var tables = new ArrayList<Table>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(QUERY)) {
            while (rows.next()) {
                long id = rows.getLong("oid");
                var table = new Table(Quoted.known(rows.getString("name")), columns.getOrDefault(id, List.of()),
                        constraints.getOrDefault(id, List.of()), indexes.getOrDefault(id, List.of()),
                        TableOptions.of(rows, level), "");
                tables.add(TableText.in(level == Level.EXACT ? table : Equivalent.of(table)));
            }
        }
        return tables;
    }
}
