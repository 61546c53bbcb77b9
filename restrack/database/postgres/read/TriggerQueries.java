package restrack.database.postgres.read;

import java.util.List;

/** What the catalog says of triggers and policies, whose names belong to their table. */
final class TriggerQueries {
    private static final String TRIGGERS = """
            SELECT 'pg_trigger:' || t.oid AS key, 'TRIGGER' AS kind, t.tgname AS name, r.relname AS owner,
                pg_get_triggerdef(t.oid, true) AS make, NULL::text[] AS parts, b.texts AS beside, b.undo
            FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
            CROSS JOIN LATERAL (
                SELECT array_agg(x.text ORDER BY x.rank) AS texts, array_agg(x.undo ORDER BY x.rank) AS undo
                FROM (
                    SELECT 1 AS rank, format('ALTER TABLE %I %s TRIGGER %I', r.relname, CASE t.tgenabled
                            WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, t.tgname)
                            AS text, format('ALTER TABLE %I ENABLE TRIGGER %I', r.relname, t.tgname) AS undo
                    WHERE t.tgenabled <> 'O'
                    UNION ALL
                    SELECT 2, format('COMMENT ON TRIGGER %I ON %I IS %L', t.tgname, r.relname, o.description),
                        format('COMMENT ON TRIGGER %I ON %I IS NULL', t.tgname, r.relname)
                    FROM pg_description o WHERE o.objoid = t.oid AND o.classoid = 'pg_trigger'::regclass) x) b
            WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND r.relnamespace
            """ + TypeQueries.OURS.formatted("r") + "ORDER BY r.relname, t.tgname";

    private static final String POLICIES = """
            SELECT 'pg_policy:' || p.oid AS key, 'POLICY' AS kind, p.polname AS name, r.relname AS owner,
                format('CREATE POLICY %I ON %I', p.polname, r.relname) || concat(
                    CASE WHEN NOT p.polpermissive THEN ' AS RESTRICTIVE' END,
                    CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
                        WHEN 'd' THEN ' FOR DELETE' END,
                    ' TO ' || (SELECT string_agg(quote_ident(a.rolname), ', ' ORDER BY a.rolname) FROM pg_roles a
                        WHERE a.oid = ANY (p.polroles)),
                    ' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
                    ' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') AS make,
                NULL::text[] AS parts, b.texts AS beside, b.undo
            FROM pg_policy p JOIN pg_class r ON r.oid = p.polrelid
            LEFT JOIN LATERAL (
                SELECT ARRAY[format('COMMENT ON POLICY %I ON %I IS %L', p.polname, r.relname, text)] AS texts,
                    ARRAY[format('COMMENT ON POLICY %I ON %I IS NULL', p.polname, r.relname)] AS undo
                FROM obj_description(p.oid, 'pg_policy') text WHERE text IS NOT NULL) b ON true
            WHERE r.relnamespace
            """ + TypeQueries.OURS.formatted("r") + "ORDER BY r.relname, p.polname";

    private TriggerQueries() {
    }

    static List<String> all() {
        return List.of(TRIGGERS, POLICIES);
    }
}
