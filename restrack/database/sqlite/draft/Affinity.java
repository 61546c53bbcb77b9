package restrack.database.sqlite.draft;

import java.util.Locale;

/** What SQLite prefers to store in a column (SQLite documentation, "Datatypes In SQLite", 3.1). */
public enum Affinity {
    INTEGER, TEXT, BLOB, REAL, NUMERIC;

    /**
     * {@return the affinity of a column with this declared type}
     *
     * @param type   the type as it was written; empty if there is none
     * @param strict whether the table is STRICT, where ANY keeps everything as it is
     */
    public static Affinity of(String type, boolean strict) {
        var upper = type.toUpperCase(Locale.ROOT);
        if (upper.contains("INT")) {
            return INTEGER;
        }
        if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
            return TEXT;
        }
        if (upper.isEmpty() || upper.contains("BLOB") || strict && upper.equals("ANY")) {
            return BLOB;
        }
        return upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB") ? REAL : NUMERIC;
    }
}
