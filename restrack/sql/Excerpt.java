package restrack.sql;

/** A statement as a message shows it: on one line, and not the whole of a long one. */
public final class Excerpt {
    private static final int LONGEST = 100;

    private Excerpt() {
    }

    /** {@return what a message shows of a statement} */
    public static String of(Statement statement) {
        var line = statement.text().strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
