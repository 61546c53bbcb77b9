package tests.postgres.tables;

/**
 * Two schemas that differ in something.
 *
 * @param name what
 * @param a    the statements of one
 * @param b    those of the other
 */
record Pair(String name, String a, String b) {
    @Override
    public String toString() {
        return name;
    }
}
