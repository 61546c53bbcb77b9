package restrack;

/** The version of the toolkit, as {@code -V} prints it and each record keeps it. */
public final class Version {
    /** The version. */
    public static final String VERSION = "0.1.0";

    private Version() {
    }
}
