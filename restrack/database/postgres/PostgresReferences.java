package restrack.database.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import restrack.database.server.StoredReference;

/**
 * Reads foreign keys, and what counts keys up.
 *
 * @param database the database
 */
record PostgresReferences(PostgresDatabase database) {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /**
     * A foreign key with the time of its check.
     *
     * @param deferrable whether it can be checked at the end of a transaction
     */
    record Timed(StoredReference reference, boolean deferrable) {
    }

    /** {@return whether the user may not do what was tried} */
    static boolean isForbidden(SQLException error) {
        return INSUFFICIENT_PRIVILEGE.equals(error.getSQLState());
    }

    /** {@return the foreign keys by which some tables lead to some of them} */
    List<Timed> between(Set<String> tables) throws SQLException {
        return read("AND t.relname = ANY (?) AND p.relname = ANY (?) AND pn.nspname = current_schema()", tables);
    }

    /** {@return the foreign keys of some tables that hold for all of their rows} */
    List<StoredReference> valid(Set<String> tables) throws SQLException {
        return read("AND t.relname = ANY (?) AND (c.convalidated OR t.relname <> ALL (?))", tables).stream()
                .map(Timed::reference).toList();
    }

    private List<Timed> read(String condition, Set<String> tables) throws SQLException {
        var found = new ArrayList<Timed>();
        try (var query = database.connection().prepareStatement("""
                SELECT t.relname, c.conname, p.oid::regclass::text, p.relname, c.condeferrable,
                    (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY
                        AS k (attnum, place) JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum),
                    (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.confkey) WITH ORDINALITY
                        AS k (attnum, place) JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum = k.attnum)
                FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class p ON p.oid = c.confrelid
                    JOIN pg_namespace tn ON tn.oid = t.relnamespace JOIN pg_namespace pn ON pn.oid = p.relnamespace
                WHERE c.contype = 'f' AND c.conparentid = 0 AND tn.nspname = current_schema()\s"""
                + condition + " ORDER BY t.relname, c.conname")) {
            var names = database.connection().createArrayOf("text", tables.toArray());
            query.setArray(1, names);
            query.setArray(2, names);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Timed(new StoredReference(rows.getString(1), rows.getString(2),
                            List.of((String[]) rows.getArray(6).getArray()), rows.getString(3), rows.getString(4),
                            List.of((String[]) rows.getArray(7).getArray())), rows.getBoolean(5)));
                }
            }
        }
        return found;
    }

    /**
     * {@return statements that set the sequences of some tables behind the greatest value that is there, where they
     * are not} Only those that belong to a column (serial, identity) and count upwards.
     */
    List<String> advances(Set<String> tables) throws SQLException {
        var advances = new ArrayList<String>();
        try (var query = database.connection().prepareStatement("""
                SELECT format('SELECT setval(%L::regclass, rows.greatest) FROM (SELECT max(%I) AS greatest FROM %s) '
                        || 'AS rows, %s AS counter WHERE rows.greatest >= counter.last_value',
                    s.oid::regclass, a.attname, t.oid::regclass, s.oid::regclass)
                FROM pg_class s JOIN pg_sequence q ON q.seqrelid = s.oid
                    JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype IN ('a', 'i')
                    JOIN pg_class t ON t.oid = d.refobjid
                    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
                    JOIN pg_namespace n ON n.oid = t.relnamespace
                WHERE q.seqincrement > 0 AND n.nspname = current_schema() AND t.relname = ANY (?) ORDER BY 1""")) {
            query.setArray(1, database.connection().createArrayOf("text", tables.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    advances.add(rows.getString(1));
                }
            }
        }
        return advances;
    }
}
