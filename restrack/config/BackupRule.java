package restrack.config;

/** When a database is copied before scripts change it. */
public enum BackupRule {
    /** Only where {@code --backup} says so. */
    NEVER,
    /** Where scripts could lose data, or nobody can tell. */
    HAZARD,
    /** Before each run that changes anything. */
    ALWAYS
}
