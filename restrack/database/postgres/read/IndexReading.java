package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import restrack.schema.Index;
import restrack.schema.Sql;

/**
 * Reads the indexes of all tables that no constraint made. One that a partition has only because its parent has it is
 * the parent's.
 */
final class IndexReading {
    private static final String QUERY = """
            SELECT i.indrelid AS oid, x.relname AS name, pg_get_indexdef(x.oid, 0, true) AS text,
                i.indpred IS NULL AND i.indexprs IS NULL AND am.amname = 'btree' AND i.indnatts = i.indnkeyatts
                AND i.indoption::text ~ '^[0 ]*$' AND NOT EXISTS (SELECT FROM unnest(i.indclass::oid[]) o(oid)
                    JOIN pg_opclass oc ON oc.oid = o.oid WHERE NOT oc.opcdefault) AND NOT EXISTS (SELECT
                    FROM unnest(i.indkey::int2[], i.indcollation::oid[]) u(number, compared)
                    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
                    WHERE u.compared <> a.attcollation) AS plain
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
            JOIN pg_index i ON i.indrelid = c.oid
            JOIN pg_class x ON x.oid = i.indexrelid AND NOT x.relispartition
            JOIN pg_am am ON am.oid = x.relam
            WHERE c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT FROM pg_constraint k
                WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))
            ORDER BY c.oid, x.oid""";

    private IndexReading() {
    }

    /** {@return the indexes, by the object id of their table} */
    static Map<Long, List<Index>> of(Connection connection) throws SQLException {
        var indexes = new HashMap<Long, List<Index>>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(QUERY)) {
            while (rows.next()) {
                indexes.computeIfAbsent(rows.getLong("oid"), key -> new ArrayList<>()).add(index(rows));
            }
        }
        return indexes;
    }

    /** Of a table with partitions the server prints ON ONLY: made like that, no partition would get it. */
    private static Index index(ResultSet row) throws SQLException {
        var text = row.getString("text").replaceFirst(" ON ONLY ", " ON ");
        var name = Quoted.known(row.getString("name"));
        var unique = text.startsWith("CREATE UNIQUE ") ? "UNIQUE " : "";
        var definition = unique + text.substring(text.indexOf(" ON ", ("CREATE " + unique + "INDEX ").length()
                + name.text().length()) + 1);
        return new Index(name, new Sql(definition, definition), row.getBoolean("plain"), text);
    }
}
