package restrack.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares two schemas. */
public final class Difference {
    private final Schema present;
    private final Schema wanted;
    private final Equality equality;
    private final boolean back;
    private final List<Change> changes = new ArrayList<>();

    private Difference(Schema present, Schema wanted, Equality equality, boolean back) {
        this.present = present;
        this.wanted = wanted;
        this.equality = equality;
        this.back = back;
    }

    /**
     * {@return what has to be done to one schema to make it another} In the order of the schemas, not in one in which
     * it could be done. A name that is only implied is no difference, on either side: what somebody named keeps its
     * name when the wanted schema gives it none.
     *
     * @param present  the schema that there is
     * @param wanted   the schema that there is going to be
     * @param equality is asked where the normal forms differ
     */
    public static List<Change> of(Schema present, Schema wanted, Equality equality) {
        return new Difference(present, wanted, equality, false).changes();
    }

    /**
     * {@return what has to be done to lead a schema back to what it was} As above, but a constraint that had no name
     * has none again.
     */
    public static List<Change> back(Schema present, Schema before, Equality equality) {
        return new Difference(present, before, equality, true).changes();
    }

    private List<Change> changes() {
        tables();
        definitions();
        return List.copyOf(changes);
    }

    private void tables() {
        for (var table : present.tables()) {
            wanted.table(table.name()).ifPresentOrElse(
                    to -> new TableDifference(table, to, equality, back).addTo(changes),
                    () -> changes.add(new Change.DropTable(table)));
        }
        for (var table : wanted.tables()) {
            if (present.table(table.name()).isEmpty()) {
                changes.add(new Change.CreateTable(table));
                table.indexes().forEach(it -> changes.add(new Change.CreateIndex(table, it)));
            }
        }
    }

    private void definitions() {
        for (var definition : present.definitions()) {
            var to = find(wanted.definitions(), it -> sameThing(it, definition));
            if (to.isEmpty()) {
                changes.add(new Change.Undefine(definition));
            } else if (!to.get().sql().equals(definition.sql())) {
                changes.add(new Change.Redefine(definition, to.get()));
            }
        }
        for (var definition : wanted.definitions()) {
            if (find(present.definitions(), it -> sameThing(it, definition)).isEmpty()) {
                changes.add(new Change.Define(definition));
            }
        }
    }

    private static boolean sameThing(Definition a, Definition b) {
        return a.kind() == b.kind() && a.name().equals(b.name());
    }

    static <T> Optional<T> find(List<T> things, Function<T, Boolean> condition) {
        return things.stream().filter(condition::apply).findFirst();
    }
}
