package restrack.copy.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import restrack.schema.Described;
import restrack.schema.Difference;
import restrack.schema.Equality;

/**
 * What is other about a database than it was before.
 *
 * @param schema what has come, gone and changed; columns in another order are for information only
 * @param tables the tables with other rows
 */
public record Deviation(List<Described> schema, List<TableDeviation> tables) {
    /** Nothing is other. */
    public static final Deviation NONE = new Deviation(List.of(), List.of());

    /** The lists are copied. */
    public Deviation {
        schema = List.copyOf(schema);
        tables = List.copyOf(tables);
    }

    /**
     * {@return what is other}
     *
     * @param equality knows the tables as they are after
     */
    static Deviation between(Picture before, Picture after, Equality equality) {
        var tables = new ArrayList<TableDeviation>();
        before.tables().forEach((table, digest) -> Optional.ofNullable(after.tables().get(table))
                .flatMap(it -> TableDeviation.between(table.text(), digest, it)).ifPresent(tables::add));
        return new Deviation(Difference.back(before.schema(), after.schema(), equality).stream().map(Described::of)
                .toList(), tables);
    }

    /** {@return this without what is other about things that something else has made} */
    Deviation without(Deviation made) {
        return new Deviation(
                schema.stream().filter(it -> made.schema.stream().noneMatch(
                        other -> other.subject() == it.subject() && other.object().equals(it.object()))).toList(),
                tables.stream().filter(it -> made.tables.stream().noneMatch(
                        other -> other.table().equals(it.table()))).toList());
    }

    /** {@return whether nothing that counts is other} */
    public boolean isEmpty() {
        return tables.isEmpty() && isSameSchema();
    }

    /** {@return whether the schema is what it was} */
    boolean isSameSchema() {
        return schema.stream().allMatch(Described::isForInformation);
    }

    /** {@return a line for each difference} */
    public List<String> lines() {
        return Stream.concat(schema.stream().map(Described::line), tables.stream().map(it -> "~ rows " + it.line()))
                .toList();
    }
}
