package tests.alter;

import java.util.Locale;

/**
 * What a piece of an inventory is about.
 *
 * @param kind what of it
 * @param name the object: a table, an index, a view, a pragma
 */
record Fact(Kind kind, String name) {
    enum Kind {
        /** A setting that the file keeps. */
        PRAGMA,
        /** The objects of the file, in the order in which the file has them. */
        ORDER,
        /** The text that an object was created with, byte by byte. */
        TEXT,
        /** What {@code table_list} says of a table or view: STRICT and WITHOUT ROWID among it. */
        TABLE,
        /** Its columns, hidden ones included. */
        COLUMNS,
        /** Its indexes, those that constraints have made included. */
        INDEXES,
        /** The columns of an index with their collations and directions. */
        INDEX,
        /** Its foreign keys. */
        KEYS,
        /** Its rows as they are scanned: rowid, and the type and value of each column. */
        ROWS,
        /** What selecting from a view gives, or the error. */
        VIEW,
        /** Whether INSERT, DELETE and an UPDATE of each column can be compiled, with all triggers they set off. */
        WRITING,
        /** The rows that break its foreign keys. */
        VIOLATIONS,
        /** What {@code integrity_check} says. */
        INTEGRITY
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + (name.isEmpty() ? "" : " of " + name);
    }
}
