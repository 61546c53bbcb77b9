package restrack.database.postgres.read;

import java.util.List;

/**
 * What the catalog says of functions and procedures. Aggregates are not seen: the server has no way to print one.
 * What an overload is called says its arguments too.
 */
final class RoutineQueries {
    /**
     * The parts are what {@code CREATE OR REPLACE} has to leave as it is: what is returned, the names of the arguments;
     * and how many of them have a default, which may only become more.
     */
    private static final String ROUTINES = """
            SELECT 'pg_proc:' || p.oid AS key, k.kind, p.oid::regprocedure::text AS name, NULL AS owner,
                rtrim(overlay(pg_get_functiondef(p.oid) placing ''
                    from length('CREATE OR REPLACE ' || k.kind || ' ') + 1
                    for length(quote_ident(n.nspname) || '.')), E'\\n ') AS make,
                ARRAY[coalesce(pg_get_function_result(p.oid), ''), pg_get_function_identity_arguments(p.oid),
                    p.pronargdefaults::text] AS parts, c.beside, c.undo
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            CROSS JOIN LATERAL (SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END AS kind) k
            LEFT JOIN LATERAL (
                SELECT ARRAY[format('COMMENT ON %s %s IS %L', k.kind, p.oid::regprocedure, text)] AS beside,
                    ARRAY[format('COMMENT ON %s %s IS NULL', k.kind, p.oid::regprocedure)] AS undo
                FROM obj_description(p.oid, 'pg_proc') text WHERE text IS NOT NULL) c ON true
            WHERE p.prokind <> 'a' AND p.pronamespace
            """ + TypeQueries.OURS.formatted("p") + "ORDER BY name";

    private RoutineQueries() {
    }

    static List<String> all() {
        return List.of(ROUTINES);
    }
}
