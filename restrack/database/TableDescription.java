package restrack.database;

import java.util.List;

/**
 * A table as it stands, with all that belongs to it.
 *
 * @param name        its name
 * @param text        the statement that makes it, as the database keeps it
 * @param constraints its constraints, in the order of the text
 * @param indexes     its indexes; the text of one that a constraint made is empty
 * @param triggers    its triggers, and others that mention it
 * @param views       the views that mention it
 * @param keysFrom    its foreign keys
 * @param keysTo      the foreign keys that refer to it, its own included
 * @param rows        how many rows it has
 */
public record TableDescription(String name, String text, List<Constraint> constraints, List<Part> indexes,
                               List<Part> triggers, List<Part> views, List<Key> keysFrom, List<Key> keysTo,
                               long rows) {
    /**
     * A constraint.
     *
     * @param kind    {@code CHECK}, {@code UNIQUE}, {@code PRIMARY KEY}, {@code FOREIGN KEY}, {@code NOT NULL} …
     * @param name    the name by which {@code DROP CONSTRAINT} knows it
     * @param implied whether it was given no name
     * @param text    what is written of it
     */
    public record Constraint(String kind, String name, boolean implied, String text) {
    }

    /** An index, a trigger or a view: its name, and the statement that makes it. */
    public record Part(String name, String text) {
    }

    /**
     * A foreign key.
     *
     * @param table         the table that has it
     * @param columns       its columns
     * @param parent        the table that it refers to
     * @param parentColumns the columns there; empty where the primary key is meant
     */
    public record Key(String table, List<String> columns, String parent, List<String> parentColumns) {
    }
}
