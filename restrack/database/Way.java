package restrack.database;

/** How a table is changed. */
public enum Way {
    /** By a statement that the database has for it. */
    NATIVE("native"),
    /** By what is said of the table alone: no row is touched. */
    IN_PLACE("in place"),
    /** By a copy of its rows, which then takes the table's place. */
    REBUILD("rebuild");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** {@return what it is called in output: {@code in place}} */
    public String words() {
        return words;
    }
}
