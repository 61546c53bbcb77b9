package restrack.apply;

import java.util.Locale;

/** Which way a script runs. */
public enum Direction {
    UP, DOWN;

    /** {@return {@code up} or {@code down}, as the records and {@code --json} have it} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
