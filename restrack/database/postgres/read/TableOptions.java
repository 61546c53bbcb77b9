package restrack.database.postgres.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import restrack.schema.Level;

/**
 * What else is said of a table: each option is a text that its statement can be made of.
 */
public final class TableOptions {
    /** Begins the key that a table is divided by. */
    public static final String PARTITIONED = "PARTITION BY ";
    /** Begins what makes a table a part of another one. */
    public static final String PARTITION = "PARTITION OF ";
    /** Begins the table that another one inherits from. */
    public static final String INHERITS = "INHERITS ";
    /** Begins a parameter of the storage. */
    public static final String PARAMETER = "WITH ";
    /** Begins where a table is kept. */
    public static final String TABLESPACE = "TABLESPACE ";
    /** Begins how a table is kept. */
    public static final String METHOD = "USING ";
    /** Begins by what subscribers know rows. */
    public static final String REPLICA_IDENTITY = "REPLICA IDENTITY ";
    /** Begins what is said of the table, or of something on it: {@code COMMENT ON INDEX i IS 'x'}. */
    public static final String COMMENT = "COMMENT ON ";
    /** The rows are not in the log. */
    public static final String UNLOGGED = "UNLOGGED";
    /** Policies count. */
    public static final String ROW_SECURITY = "ROW LEVEL SECURITY";
    /** Policies count for the owner too. */
    public static final String FORCED = "FORCE ROW LEVEL SECURITY";

    private TableOptions() {
    }

    /** {@return the options in a row of {@link PostgresSchemaReading}'s query} */
    static Set<String> of(ResultSet row, Level level) throws SQLException {
        var options = new TreeSet<String>();
        add(options, row.getBoolean("unlogged"), UNLOGGED);
        add(options, row.getBoolean("relrowsecurity"), ROW_SECURITY);
        add(options, row.getBoolean("relforcerowsecurity"), FORCED);
        add(options, PARTITIONED, row.getString("divided"));
        var bound = row.getString("bound");
        for (var parent : (String[]) row.getArray("parents").getArray()) {
            options.add(bound == null ? INHERITS + parent : PARTITION + parent + " " + bound);
        }
        if (level == Level.EXACT) {
            add(options, TABLESPACE, row.getString("tablespace"));
            add(options, METHOD, row.getString("method"));
            add(options, REPLICA_IDENTITY, row.getString("replica"));
            Arrays.stream((String[]) row.getArray("parameters").getArray()).map(it -> PARAMETER + it)
                    .forEach(options::add);
            for (var comment : (String[]) row.getArray("comments").getArray()) {
                int end = comment.indexOf('\n');
                options.add(COMMENT + comment.substring(0, end) + " IS " + Quoted.string(comment.substring(end + 1)));
            }
        }
        return options;
    }

    private static void add(Set<String> options, boolean said, String option) {
        if (said) {
            options.add(option);
        }
    }

    private static void add(Set<String> options, String start, String rest) {
        if (rest != null) {
            options.add(start + rest);
        }
    }
}
