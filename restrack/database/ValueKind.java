package restrack.database;

/** What the values of a column are, as far as its type tells. */
public enum ValueKind {
    /** Whole numbers. */
    INTEGER,
    /** Numbers that are stored as they are written. */
    DECIMAL,
    /** Numbers that are stored in binary, with about 15 digits. */
    REAL,
    /** True and false. */
    BOOLEAN,
    /** A day. */
    DATE,
    /** A time of day. */
    TIME,
    /** A day with a time. */
    DATETIME,
    /** Bytes. */
    BYTES,
    /** Anything else. */
    TEXT
}
