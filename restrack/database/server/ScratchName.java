package restrack.database.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a database is called on a server that is made to try something on it and then dropped. The name tells when it
 * was made, so that one whose process was killed is known and dropped by the next.
 */
public final class ScratchName {
    private static final String PREFIX = "migrate_scratch_";
    /** Nothing is tried for so long. */
    private static final Duration LIFE = Duration.ofHours(6);

    private ScratchName() {
    }

    /** {@return a name that nobody else has, of letters, digits and underscores} */
    public static String next() {
        return PREFIX + Instant.now().getEpochSecond() + "_"
                + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    }

    /** {@return what such names begin with, for {@code LIKE} without its wildcards} */
    public static String prefix() {
        return PREFIX;
    }

    /** {@return whether a database of that name was left behind: it is one of these, and too old to be in use} */
    public static boolean isLeftBehind(String name) {
        var time = name.startsWith(PREFIX) ? name.substring(PREFIX.length()).split("_")[0] : "";
        return time.matches("\\d{9,11}")
                && Instant.ofEpochSecond(Long.parseLong(time)).plus(LIFE).isBefore(Instant.now());
    }
}
