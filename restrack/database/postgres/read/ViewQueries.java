package restrack.database.postgres.read;

import java.util.List;

/**
 * What the catalog says of views. Their rules, the defaults of their columns, comments and, of materialized ones, the
 * indexes are parts of them. Whether a materialized view is filled is a matter of rows.
 */
final class ViewQueries {
    private static final String BESIDE = """
            CROSS JOIN LATERAL (
                SELECT array_agg(format('%s %s', i.attname, format_type(i.atttypid, i.atttypmod)
                        || CASE WHEN i.attcollation = 0 THEN '' ELSE ' COLLATE ' || i.attcollation::regcollation END)
                        ORDER BY i.attnum) AS texts
                FROM pg_attribute i WHERE i.attrelid = r.oid AND i.attnum > 0 AND NOT i.attisdropped) a
            CROSS JOIN LATERAL (
                SELECT array_agg(x.text ORDER BY x.rank, x.name) AS texts,
                    array_agg(x.undo ORDER BY x.rank, x.name) AS undo
                FROM (
                    SELECT 1 AS rank, w.rulename::text AS name, rtrim(pg_get_ruledef(w.oid, true), ';') AS text,
                        format('DROP RULE %I ON %I', w.rulename, r.relname) AS undo
                    FROM pg_rewrite w WHERE w.ev_class = r.oid AND w.rulename <> '_RETURN'
                    UNION ALL
                    SELECT 2, i.attname::text, format('ALTER VIEW %I ALTER COLUMN %I SET DEFAULT %s', r.relname,
                            i.attname, pg_get_expr(f.adbin, f.adrelid)),
                        format('ALTER VIEW %I ALTER COLUMN %I DROP DEFAULT', r.relname, i.attname)
                    FROM pg_attrdef f JOIN pg_attribute i ON i.attrelid = f.adrelid AND i.attnum = f.adnum
                    WHERE f.adrelid = r.oid
                    UNION ALL
                    SELECT 3, x.relname::text, pg_get_indexdef(x.oid, 0, true), format('DROP INDEX %I', x.relname)
                    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = r.oid
                    UNION ALL
                    SELECT 4, x.relname::text, format('COMMENT ON INDEX %I IS %L', x.relname, o.description),
                        format('COMMENT ON INDEX %I IS NULL', x.relname)
                    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_description o
                        ON o.objoid = x.oid AND o.classoid = 'pg_class'::regclass WHERE i.indrelid = r.oid
                    UNION ALL
                    SELECT 5, '', format('COMMENT ON %s %I IS %L', k.word, r.relname, o.description),
                        format('COMMENT ON %s %I IS NULL', k.word, r.relname)
                    FROM pg_description o
                    WHERE o.objoid = r.oid AND o.classoid = 'pg_class'::regclass AND o.objsubid = 0
                    UNION ALL
                    SELECT 6, i.attname::text, format('COMMENT ON COLUMN %I.%I IS %L', r.relname, i.attname,
                            o.description), format('COMMENT ON COLUMN %I.%I IS NULL', r.relname, i.attname)
                    FROM pg_description o JOIN pg_attribute i ON i.attrelid = o.objoid AND i.attnum = o.objsubid
                    WHERE o.objoid = r.oid AND o.classoid = 'pg_class'::regclass AND o.objsubid > 0) x) b
            """;

    private static final String VIEWS = """
            SELECT 'pg_class:' || r.oid AS key, replace(k.word, ' ', '_') AS kind, r.relname AS name, NULL AS owner,
                format(E'CREATE %s %I%s AS\\n%s', k.word, r.relname, ' WITH (' || (
                        SELECT string_agg(option, ', ' ORDER BY option) FROM unnest(r.reloptions) option) || ')',
                    rtrim(pg_get_viewdef(r.oid), ';')) AS make,
                a.texts AS parts, b.texts AS beside, b.undo
            FROM pg_class r
            CROSS JOIN LATERAL (
                SELECT CASE r.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END AS word) k
            """ + BESIDE + "WHERE r.relkind IN ('v', 'm') AND r.relnamespace " + TypeQueries.OURS.formatted("r")
            + "ORDER BY r.relname";

    private ViewQueries() {
    }

    static List<String> all() {
        return List.of(VIEWS);
    }
}
