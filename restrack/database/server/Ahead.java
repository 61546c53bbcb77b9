package restrack.database.server;

/** Loads classes of a driver before they are needed, so that another processor can do it. */
public final class Ahead {
    private Ahead() {
    }

    /** Loads and initializes classes; those that are not there are passed over. */
    public static void load(ClassLoader loader, String... names) {
        for (var name : names) {
            try {
                Class.forName(name, true, loader);
            } catch (ClassNotFoundException | LinkageError e) {
                // The driver has changed inside: then its classes are loaded when they are needed.
                continue;
            }
        }
    }
}
