package restrack.database.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What empties a database so that a copy of it can be put in: {@code pg_restore --clean} would leave what was made
 * since.
 *
 * @param connection the database
 */
record PostgresEmptying(Connection connection) {
    /** {@return the statements, to be run in the transaction that puts the copy in} */
    String script() throws SQLException {
        var script = new StringBuilder("SET client_min_messages = warning;\nSET lock_timeout = '10s';\n");
        try (var query = connection.createStatement(); var rows = query.executeQuery("""
                SELECT format('DROP EVENT TRIGGER %I;', evtname), 1 AS place FROM pg_event_trigger
                UNION ALL SELECT format('DROP PUBLICATION %I;', pubname), 2 FROM pg_publication
                UNION ALL SELECT format('SELECT lo_unlink(%s);', oid), 3 FROM pg_largeobject_metadata
                UNION ALL SELECT format('DROP SCHEMA %I CASCADE;', nspname), 4 FROM pg_namespace AS n
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND NOT EXISTS (SELECT 1 FROM pg_depend
                    WHERE classid = 'pg_namespace'::regclass AND objid = n.oid AND deptype = 'e')
                UNION ALL SELECT format('CREATE SCHEMA public; ALTER SCHEMA public OWNER TO %I;',
                    pg_get_userbyid(nspowner)), 5 FROM pg_namespace WHERE nspname = 'public'
                UNION ALL SELECT format('GRANT %s ON SCHEMA public TO %s;', a.privilege_type,
                    CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END), 6
                FROM pg_namespace AS n, aclexplode(n.nspacl) AS a WHERE n.nspname = 'public'
                ORDER BY 2""")) {
            while (rows.next()) {
                script.append(rows.getString(1)).append('\n');
            }
        }
        return script.toString();
    }
}
