package restrack.database.postgres.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import restrack.schema.Constraint;
import restrack.schema.Constraint.Kind;
import restrack.schema.Sql;

/**
 * Reads the constraints of all tables. Those that a table only inherits belong to the one that it inherits them from.
 */
final class ConstraintReading {
    private static final String QUERY = """
            SELECT c.oid, c.relname, k.conname AS name, k.contype::text AS kind,
                pg_get_constraintdef(k.oid, true) AS definition,
                ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.number ORDER BY u.place) AS columns,
                CASE WHEN pn.nspname <> current_schema() THEN pn.nspname || '.' ELSE '' END || p.relname AS parent
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
            JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'u', 'c', 'f', 'x')
                AND k.conislocal AND k.conparentid = 0
            LEFT JOIN pg_class p ON p.oid = k.confrelid
            LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
            WHERE c.relkind IN ('r', 'p')
            ORDER BY c.oid, position(k.contype::text IN 'puxcf'), k.oid""";

    private ConstraintReading() {
    }

    /** {@return the constraints, by the object id of their table} */
    static Map<Long, List<Constraint>> of(Connection connection) throws SQLException {
        var constraints = new HashMap<Long, List<Constraint>>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(QUERY)) {
            while (rows.next()) {
                constraints.computeIfAbsent(rows.getLong("oid"), key -> new ArrayList<>()).add(constraint(rows));
            }
        }
        return constraints;
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        var kind = switch (row.getString("kind")) {
            case "p" -> Kind.PRIMARY_KEY;
            case "u" -> Kind.UNIQUE;
            case "c" -> Kind.CHECK;
            case "f" -> Kind.FOREIGN_KEY;
            default -> Kind.EXCLUSION;
        };
        var name = row.getString("name");
        var columns = List.of((String[]) row.getArray("columns").getArray());
        var definition = row.getString("definition");
        return new Constraint(kind, Quoted.known(name),
                ImpliedNames.has(name, row.getString("relname"), kind, columns), new Sql(definition, definition),
                columns.stream().map(Quoted::known).toList(),
                Optional.ofNullable(row.getString("parent")).map(Quoted::known));
    }
}
