package restrack.database;

import java.util.List;
import java.util.Optional;
import restrack.schema.Name;

/**
 * What a row of a table has to be like.
 *
 * @param table  the table's name, as the database has it
 * @param fields its columns, in order
 */
public record RowForm(String table, List<Field> fields) {
    /**
     * A column.
     *
     * @param name     its name
     * @param type     its type as it was declared
     * @param kind     what its values are
     * @param required whether NULL is refused
     * @param filled   whether the database has a value for it where a row has none: a default, a number that counts up
     * @param computed whether the database alone gives it values
     * @param key      whether it belongs to the primary key
     */
    public record Field(Name name, String type, ValueKind kind, boolean required, boolean filled, boolean computed,
                        boolean key) {
    }

    /** The fields are copied. */
    public RowForm {
        fields = List.copyOf(fields);
    }

    /** {@return the column of that name; none if there is none} */
    public Optional<Field> field(Name name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** {@return the columns of the primary key} */
    public List<Name> key() {
        return fields.stream().filter(Field::key).map(Field::name).toList();
    }
}
