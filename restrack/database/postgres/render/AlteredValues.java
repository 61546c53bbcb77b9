package restrack.database.postgres.render;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import restrack.ErrorKind;
import restrack.MigrateException;
import restrack.database.postgres.read.Quoted;
import restrack.sql.Statement;

/**
 * Looks for values that {@code ALTER COLUMN … TYPE} would change without a word: PostgreSQL rounds numbers and cuts the
 * time off a day, as an assignment does. What is said with {@code USING} is meant.
 *
 * @param connection the database; nothing is written
 */
public record AlteredValues(Connection connection) {
    /** What {@code --allow} names. */
    public static final String CHANGE_DATA = "change-data";

    /** {@return whether a statement could change values so} Cheap: it looks at the statement alone. */
    public static boolean possible(Statement statement) {
        return !TypeAlteration.of(statement).isEmpty();
    }

    /**
     * Refuses a statement that would change values which are there now. In a transaction, nobody else can write to the
     * table from then on.
     *
     * @throws MigrateException {@code hazard}
     */
    public void refuse(Statement statement) throws SQLException {
        for (var alteration : TypeAlteration.of(statement)) {
            refuse(alteration);
        }
    }

    private void refuse(TypeAlteration alteration) throws SQLException {
        var look = new Look(connection, List.of());
        var types = types(alteration, look);
        if (types.isEmpty()) {
            return;
        }
        var wanted = alteration.canonicalType(types.get().to());
        var altered = Fit.of(alteration.column(), types.get().from(), wanted).altered();
        if (altered.isEmpty()) {
            return;
        }
        if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.OPEN) {
            try (var lock = connection.createStatement()) {
                lock.execute("LOCK TABLE " + alteration.table() + " IN SHARE MODE");
            }
        }
        var rows = " FROM " + alteration.table() + " WHERE " + altered.get();
        long count = look.count("SELECT count(*)" + rows);
        if (count > 0) {
            throw new MigrateException(ErrorKind.HAZARD, count + (count == 1 ? " value" : " values") + " of "
                    + alteration.table() + "." + alteration.column() + " would change as " + wanted
                    + ". This shows what would become of them:\n    SELECT " + alteration.column() + ", CAST("
                    + alteration.column() + " AS " + wanted + ")" + rows + ";", "Say with USING what becomes of them, "
                    + "mend the rows first, or accept it with `--allow " + CHANGE_DATA + "`.");
        }
    }

    /** The type that there is, and what the one that there is to be is called without its length or precision. */
    private record Types(String from, String to) {
    }

    /** {@return the types; nothing where there is no such column of a table, or no such type} */
    private static Optional<Types> types(TypeAlteration alteration, Look look) throws SQLException {
        return look.ask("""
                SELECT format_type(a.atttypid, a.atttypmod), to_regtype(%s)::text
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.oid = to_regclass(%s) AND c.relkind IN ('r', 'p') AND a.attname = (parse_ident(%s))[1]
                    AND a.attnum > 0 AND a.attgenerated = ''""".formatted(Quoted.string(alteration.bareType()),
                Quoted.string(alteration.table()), Quoted.string(alteration.column())),
                row -> new Types(row.getString(1), row.getString(2))).filter(it -> it.to() != null);
    }
}
