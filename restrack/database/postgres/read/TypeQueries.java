package restrack.database.postgres.read;

import java.util.List;

/**
 * What the catalog says of extensions, types and sequences (PostgreSQL documentation, "System Catalogs"). Sequences
 * that belong to a column are a part of it, and what an extension brings is its own.
 */
final class TypeQueries {
    /** What is in the schema that comes first in the search path, and is not an extension's. */
    static final String OURS = """
            = current_schema()::regnamespace AND NOT EXISTS (SELECT FROM pg_depend extension
                WHERE extension.deptype = 'e' AND extension.objid = %1$s.oid AND extension.classid = %1$s.tableoid)
            """;
    private static final String NOTHING_BESIDE = "NULL::text[] AS parts, NULL::text[] AS beside, NULL::text[] AS undo";

    private static final String EXTENSIONS = """
            SELECT 'pg_extension:' || e.oid AS key, 'EXTENSION' AS kind, e.extname AS name, NULL AS owner,
                format('CREATE EXTENSION %I', e.extname) || CASE
                    WHEN n.nspname = ANY (current_schemas(true)) THEN ''
                    ELSE format(' WITH SCHEMA %I', n.nspname) END AS make,
            """ + NOTHING_BESIDE + """

            FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname <> 'plpgsql' ORDER BY e.extname
            """;

    private static final String ENUMS = """
            SELECT 'pg_type:' || t.oid AS key, 'ENUM' AS kind, t.typname AS name, NULL AS owner,
                format('CREATE TYPE %I AS ENUM (%s)', t.typname, v.literals) AS make, v.labels AS parts,
                c.beside, c.undo
            FROM pg_type t
            CROSS JOIN LATERAL (
                SELECT coalesce(string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder), '') AS literals,
                    array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
                FROM pg_enum WHERE enumtypid = t.oid) v
            """ + commentOf("TYPE", "t.typname", "t.oid, 'pg_type'") + """
            WHERE t.typtype = 'e' AND t.typnamespace
            """ + OURS.formatted("t") + "ORDER BY t.typname";

    private static final String DOMAINS = """
            SELECT 'pg_type:' || t.oid AS key, 'DOMAIN' AS kind, t.typname AS name, NULL AS owner,
                format('CREATE DOMAIN %I AS ', t.typname)
                    || concat_ws(' ', p.base, p.standard, p.filled, k.valid) AS make,
                ARRAY[p.base, coalesce(p.standard, ''), coalesce(p.filled, '')] || k.texts AS parts,
                k.added || c.beside AS beside, k.dropped || c.undo AS undo
            FROM pg_type t JOIN pg_type b ON b.oid = t.typbasetype LEFT JOIN pg_collation o ON o.oid = t.typcollation
            CROSS JOIN LATERAL (
                SELECT format_type(t.typbasetype, t.typtypmod)
                        || CASE WHEN t.typcollation <> b.typcollation
                            THEN ' COLLATE ' || t.typcollation::regcollation ELSE '' END AS base,
                    'DEFAULT ' || pg_get_expr(t.typdefaultbin, 0) AS standard,
                    CASE WHEN t.typnotnull THEN 'NOT NULL' END AS filled) p
            CROSS JOIN LATERAL (
                SELECT string_agg(x.text, ' ' ORDER BY x.conname) FILTER (WHERE x.convalidated) AS valid,
                    array_agg(x.text ORDER BY x.conname) AS texts,
                    array_agg(x.late ORDER BY x.conname) FILTER (WHERE x.late IS NOT NULL)
                        || array_agg(x.comment ORDER BY x.conname) FILTER (WHERE x.comment IS NOT NULL) AS added,
                    array_agg(x.undo ORDER BY x.conname) FILTER (WHERE x.late IS NOT NULL)
                        || array_agg(x.silence ORDER BY x.conname) FILTER (WHERE x.comment IS NOT NULL) AS dropped
                FROM (SELECT n.conname, n.convalidated,
                        format('CONSTRAINT %I %s', n.conname, pg_get_constraintdef(n.oid)) AS text,
                        CASE WHEN NOT n.convalidated THEN format('ALTER DOMAIN %I ADD CONSTRAINT %I %s', t.typname,
                            n.conname, pg_get_constraintdef(n.oid)) END AS late,
                        format('ALTER DOMAIN %I DROP CONSTRAINT %I', t.typname, n.conname) AS undo,
                        format('COMMENT ON CONSTRAINT %I ON DOMAIN %I IS ', n.conname, t.typname)
                            || quote_literal(obj_description(n.oid, 'pg_constraint')) AS comment,
                        format('COMMENT ON CONSTRAINT %I ON DOMAIN %I IS NULL', n.conname, t.typname) AS silence
                    FROM pg_constraint n WHERE n.contypid = t.oid AND n.contype = 'c') x) k
            """ + commentOf("DOMAIN", "t.typname", "t.oid, 'pg_type'") + """
            WHERE t.typtype = 'd' AND t.typnamespace
            """ + OURS.formatted("t") + "ORDER BY t.typname";

    private static final String COMPOSITES = """
            SELECT 'pg_type:' || r.reltype AS key, 'COMPOSITE_TYPE' AS kind, r.relname AS name, NULL AS owner,
                format(E'CREATE TYPE %I AS (\\n    %s\\n)', r.relname, array_to_string(a.texts, E',\\n    ')) AS make,
                a.texts AS parts, c.beside || a.beside AS beside, c.undo || a.undo AS undo
            FROM pg_class r
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(x.text ORDER BY x.attnum), '{}') AS texts,
                    array_agg(x.comment ORDER BY x.attnum) FILTER (WHERE x.comment IS NOT NULL) AS beside,
                    array_agg(x.silence ORDER BY x.attnum) FILTER (WHERE x.comment IS NOT NULL) AS undo
                FROM (SELECT i.attnum, format('%I %s', i.attname, format_type(i.atttypid, i.atttypmod))
                            || CASE WHEN i.attcollation <> y.typcollation
                                THEN ' COLLATE ' || i.attcollation::regcollation ELSE '' END AS text,
                        format('COMMENT ON COLUMN %I.%I IS ', r.relname, i.attname)
                            || quote_literal(col_description(r.oid, i.attnum)) AS comment,
                        format('COMMENT ON COLUMN %I.%I IS NULL', r.relname, i.attname) AS silence
                    FROM pg_attribute i JOIN pg_type y ON y.oid = i.atttypid
                    WHERE i.attrelid = r.oid AND i.attnum > 0 AND NOT i.attisdropped) x) a
            """ + commentOf("TYPE", "r.relname", "r.reltype, 'pg_type'") + """
            WHERE r.relkind = 'c' AND r.relnamespace
            """ + OURS.formatted("r") + "ORDER BY r.relname";

    private static final String SEQUENCES = """
            SELECT 'pg_class:' || r.oid AS key, 'SEQUENCE' AS kind, r.relname AS name, NULL AS owner,
                concat_ws(' ', 'CREATE' || CASE r.relpersistence WHEN 'u' THEN ' UNLOGGED' ELSE '' END,
                    'SEQUENCE', quote_ident(r.relname), CASE WHEN s.seqtypid <> 'bigint'::regtype THEN p.options[1] END,
                    CASE WHEN s.seqincrement <> 1 THEN p.options[2] END,
                    CASE WHEN s.seqmin <> u.least THEN p.options[3] END,
                    CASE WHEN s.seqmax <> u.most THEN p.options[4] END,
                    CASE WHEN s.seqstart <> CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END
                        THEN p.options[5] END,
                    CASE WHEN s.seqcache <> 1 THEN p.options[6] END,
                    CASE WHEN s.seqcycle THEN p.options[7] END) AS make,
                p.options AS parts, c.beside, c.undo
            FROM pg_class r JOIN pg_sequence s ON s.seqrelid = r.oid
            CROSS JOIN LATERAL (
                SELECT CASE s.seqtypid WHEN 'smallint'::regtype THEN 32767 WHEN 'integer'::regtype THEN 2147483647
                    ELSE 9223372036854775807 END AS top) t
            CROSS JOIN LATERAL (
                SELECT CASE WHEN s.seqincrement > 0 THEN 1 ELSE -t.top - 1 END AS least,
                    CASE WHEN s.seqincrement > 0 THEN t.top ELSE -1 END AS most) u
            CROSS JOIN LATERAL (
                SELECT ARRAY['AS ' || format_type(s.seqtypid, NULL), 'INCREMENT BY ' || s.seqincrement,
                    'MINVALUE ' || s.seqmin, 'MAXVALUE ' || s.seqmax, 'START WITH ' || s.seqstart,
                    'CACHE ' || s.seqcache, CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END] AS options) p
            """ + commentOf("SEQUENCE", "r.relname", "r.oid, 'pg_class'") + """
            WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i'))
                AND r.relnamespace
            """ + OURS.formatted("r") + "ORDER BY r.relname";

    private TypeQueries() {
    }

    /** {@return a join that gives {@code c.beside} and {@code c.undo}, empty where there is no comment} */
    static String commentOf(String word, String name, String object) {
        return """
                LEFT JOIN LATERAL (
                    SELECT ARRAY[format('COMMENT ON %1$s %%I IS %%L', %2$s, text)] AS beside,
                        ARRAY[format('COMMENT ON %1$s %%I IS NULL', %2$s)] AS undo
                    FROM obj_description(%3$s) text WHERE text IS NOT NULL) c ON true
                """.formatted(word, name, object);
    }

    static List<String> all() {
        return List.of(EXTENSIONS, ENUMS, COMPOSITES, DOMAINS, SEQUENCES);
    }
}
