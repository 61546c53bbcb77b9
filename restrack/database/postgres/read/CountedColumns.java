package restrack.database.postgres.read;

/**
 * The sequences that are a part of their column: of an identity, and those that a column owns and takes its default
 * from, as {@code SERIAL} makes them.
 */
final class CountedColumns {
    /**
     * A query with a row for each: {@code sequence} and {@code relation} (object ids), {@code number} (of the column),
     * {@code drawn} (whether the default draws from it).
     */
    static final String QUERY = """
            SELECT d.objid AS sequence, d.refobjid AS relation, d.refobjsubid AS number, d.deptype = 'a' AS drawn
            FROM pg_depend d
            JOIN pg_class q ON q.oid = d.objid AND q.relkind = 'S'
            LEFT JOIN pg_attrdef f ON f.adrelid = d.refobjid AND f.adnum = d.refobjsubid
            WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
            AND (d.deptype = 'i' OR d.deptype = 'a' AND pg_get_expr(f.adbin, f.adrelid)
                = 'nextval(' || quote_literal(q.oid::regclass::text) || '::regclass)')""";

    private CountedColumns() {
    }
}
