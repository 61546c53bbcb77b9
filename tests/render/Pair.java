package tests.render;

/**
 * Two schemas, each as the statements that make it, with rows perhaps.
 *
 * @param name what is different
 * @param from the one
 * @param to   the other
 * @param fill what a person gives to columns that need a value
 */
record Pair(String name, String from, String to, String fill) {
    @Override
    public String toString() {
        return name;
    }
}
