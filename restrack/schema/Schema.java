package restrack.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a database consists of.
 *
 * @param tables      its tables, in the order in which they were made
 * @param definitions its views, triggers and whatever else is known by its statement, in the order in which they were
 *                    made
 */
public record Schema(List<Table> tables, List<Definition> definitions) {
    /** The schema of a database that has nothing. */
    public static final Schema EMPTY = new Schema(List.of(), List.of());

    /** The lists are copied. */
    public Schema {
        tables = List.copyOf(tables);
        definitions = List.copyOf(definitions);
    }

    /** {@return the same with only those tables} What is known by its statement stays. */
    public Schema withTables(Predicate<Name> wanted) {
        return new Schema(tables.stream().filter(it -> wanted.test(it.name())).toList(), definitions);
    }

    /** {@return the table of that name; none if there is none} */
    public Optional<Table> table(Name name) {
        return tables.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
