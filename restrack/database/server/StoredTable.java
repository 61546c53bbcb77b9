package restrack.database.server;

import java.util.List;
import java.util.Optional;
import restrack.database.RowForm;

/**
 * A table of a server as far as its rows are concerned.
 *
 * @param schema the schema that it is in; empty where it is found without naming one
 * @param name   its name
 * @param fields its columns, in order
 * @param keys   the columns of each unique index that is over whole columns and all rows, checks at once, and compares
 *               as the columns do; that of the primary key first
 * @param views  the views that look at it, also through one another
 */
public record StoredTable(String schema, String name, List<StoredField> fields, List<List<String>> keys,
        List<String> views) {
    /** The lists are copied. */
    public StoredTable {
        fields = List.copyOf(fields);
        keys = List.copyOf(keys);
        views = List.copyOf(views);
    }

    /** {@return its name as output has it: {@code ward}, {@code lab.ward}} */
    public String display() {
        return schema.isEmpty() ? name : schema + "." + name;
    }

    /** {@return the column of that name, as it is written or but for the case; none if there is none} */
    public Optional<StoredField> field(String column) {
        return fields.stream().filter(it -> it.name().equals(column)).findFirst()
                .or(() -> fields.stream().filter(it -> it.name().equalsIgnoreCase(column)).findFirst());
    }

    /** {@return the columns by which its rows are known: of a unique index that is never null; empty without one} */
    public List<String> identity() {
        return keys.stream().filter(key -> key.stream().allMatch(it -> field(it).orElseThrow().form().required()))
                .findFirst().orElse(List.of());
    }

    /** {@return what its rows have to be like} */
    public RowForm form() {
        return new RowForm(name, fields.stream().map(StoredField::form).toList());
    }
}
