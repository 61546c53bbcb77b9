package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import restrack.schema.Name;

/**
 * What needs what, as the server knows it and refuses to forget (PostgreSQL documentation, "Dependency Tracking"). What
 * the body of a function says between dollars is not known to it.
 */
final class Needs {
    /**
     * A view needs what its rule needs, a domain what its constraints need, a composite type what its row needs, a
     * materialized view what its indexes need.
     */
    private static final String QUERY = """
            SELECT coalesce('pg_class:' || w.ev_class, 'pg_type:' || nullif(k.contypid, 0), 'pg_class:' || x.indrelid,
                    'pg_class:' || f.adrelid, 'pg_type:' || r.reltype, d.classid::regclass || ':' || d.objid) AS key,
                coalesce(nr.relname, np.oid::regprocedure::text, ne.typname, nt.typname,
                    nc.relname || '.' || nk.conname) AS needed,
                nr.relname || '.' || na.attname AS needed_column
            FROM pg_depend d
            LEFT JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
            LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
            LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
            LEFT JOIN pg_index x ON d.classid = 'pg_class'::regclass AND x.indexrelid = d.objid
            LEFT JOIN pg_class r ON d.classid = 'pg_class'::regclass AND r.oid = d.objid AND r.relkind = 'c'
            LEFT JOIN pg_class nr ON d.refclassid = 'pg_class'::regclass AND nr.oid = d.refobjid
            LEFT JOIN pg_attribute na ON na.attrelid = nr.oid AND na.attnum = d.refobjsubid AND d.refobjsubid > 0
            LEFT JOIN pg_proc np ON d.refclassid = 'pg_proc'::regclass AND np.oid = d.refobjid
            LEFT JOIN pg_type nt ON d.refclassid = 'pg_type'::regclass AND nt.oid = d.refobjid
            LEFT JOIN pg_type ne ON nt.oid = ne.typarray
            LEFT JOIN pg_constraint nk ON d.refclassid = 'pg_constraint'::regclass AND nk.oid = d.refobjid
            LEFT JOIN pg_class nc ON nc.oid = nk.conrelid
            WHERE d.deptype IN ('n', 'a', 'i')
                AND coalesce(nr.relnamespace, np.pronamespace, nt.typnamespace, nk.connamespace)
                    = current_schema()::regnamespace
            """;

    private Needs() {
    }

    /** {@return what each thing needs, by its place in the catalog; a column as well as its table} */
    static Map<String, Set<Name>> of(Connection connection) throws SQLException {
        var needs = new HashMap<String, Set<Name>>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                var needed = needs.computeIfAbsent(rows.getString("key"), it -> new HashSet<>());
                add(rows.getString("needed"), needed);
                add(rows.getString("needed_column"), needed);
            }
        }
        return needs;
    }

    private static void add(String name, Set<Name> needed) {
        if (name != null) {
            needed.add(new Name(name, name));
        }
    }
}
