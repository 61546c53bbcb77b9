package restrack.database.sqlite.draft;

import java.util.Locale;
import java.util.Set;

/** What a type becomes in a STRICT table, which knows six (SQLite documentation, "STRICT Tables"). */
public final class StrictTypes {
    private static final Set<String> KNOWN = Set.of("INT", "INTEGER", "REAL", "TEXT", "BLOB", "ANY");

    private StrictTypes() {
    }

    /**
     * {@return the type by which a STRICT table knows a column} What holds numbers and texts side by side (DATETIME,
     * NUMERIC) becomes ANY, which alone keeps all of them as they are.
     *
     * @param type the type as it is written
     * @param key  whether the column alone is the primary key: INTEGER would make it the rowid there
     */
    public static String of(String type, boolean key) {
        var upper = type.toUpperCase(Locale.ROOT);
        if (KNOWN.contains(upper)) {
            return type;
        }
        return switch (Affinity.of(type, false)) {
            case INTEGER -> key ? "INT" : "INTEGER";
            case TEXT -> "TEXT";
            case REAL -> "REAL";
            case BLOB -> type.isEmpty() ? "ANY" : "BLOB";
            case NUMERIC -> upper.contains("BOOL") ? "INTEGER" : "ANY";
        };
    }
}
