package restrack.schema;

/** How closely two schemas are looked at. */
public enum Level {
    /** Every declared type, length and default counts, and every name that somebody gave. */
    EXACT,
    /** What behaves the same is the same. */
    EQUIVALENT
}
