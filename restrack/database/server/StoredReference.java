package restrack.database.server;

import java.util.List;

/**
 * A foreign key.
 *
 * @param table         the table that has it
 * @param name          its name
 * @param columns       its columns
 * @param parent        the table that it leads to, as it can stand in a statement
 * @param parentName    that table as output has it
 * @param parentColumns the columns there
 */
public record StoredReference(String table, String name, List<String> columns, String parent, String parentName,
        List<String> parentColumns) {
    /** The lists are copied. */
    public StoredReference {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }
}
