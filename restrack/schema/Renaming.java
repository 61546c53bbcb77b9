package restrack.schema;

/** Something that has another name from now on, and keeps its rows. Names are as a person writes them. */
public sealed interface Renaming {
    /** {@return the old name} */
    String from();

    /** {@return the new name} */
    String to();

    /** A table. */
    record OfTable(String from, String to) implements Renaming {
    }

    /**
     * A column.
     *
     * @param table its table; under the new name, if that has another one too
     */
    record OfColumn(String table, String from, String to) implements Renaming {
    }
}
