package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import restrack.schema.Name;

/** Reads the names of all that a schema has, without what it is. */
public final class SchemaNames {
    private static final String QUERY = """
            SELECT r.relname AS name, NULL AS owner FROM pg_class r
            WHERE (r.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') OR r.relkind = 'S' AND NOT EXISTS (
                    SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid
                        AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')))
                AND r.relnamespace %1$s
            UNION ALL
            SELECT t.typname, NULL FROM pg_type t WHERE t.typtype IN ('e', 'd') AND t.typnamespace %2$s
            UNION ALL
            SELECT p.oid::regprocedure::text, NULL FROM pg_proc p WHERE p.prokind <> 'a' AND p.pronamespace %3$s
            UNION ALL
            SELECT e.extname, NULL FROM pg_extension e WHERE e.extname <> 'plpgsql'
            UNION ALL
            SELECT t.tgname, r.relname FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
            WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND r.relnamespace %1$s
            UNION ALL
            SELECT p.polname, r.relname FROM pg_policy p JOIN pg_class r ON r.oid = p.polrelid
            WHERE r.relnamespace %1$s
            """.formatted(TypeQueries.OURS.formatted("r"), TypeQueries.OURS.formatted("t"),
            TypeQueries.OURS.formatted("p"));

    private SchemaNames() {
    }

    /** {@return the names of tables and of what is known by its statement, as the schema has them} */
    public static Set<Name> of(Connection connection) throws SQLException {
        var names = new LinkedHashSet<Name>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                names.add(Found.name(rows.getString("name"), rows.getString("owner")));
            }
        }
        return names;
    }
}
