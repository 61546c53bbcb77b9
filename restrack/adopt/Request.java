package restrack.adopt;

import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * What a person says of a database that is to be adopted.
 *
 * @param as      the revisions that it is, as targets; none where that is to be found out
 * @param origin  what the records say of where that comes from
 * @param align   whether it is changed where it differs from that revision
 * @param allowed what is accepted: {@code drop-data} and {@code change-data} when it is aligned, {@code difference}
 *                where what a person or a history says is recorded although the schema is not that
 */
public record Request(List<String> as, String origin, boolean align, Set<String> allowed) {
    /** What {@code --allow} calls a schema that is not the revision's. */
    public static final String DIFFERENCE = "difference";

    private static final Set<String> KNOWN = Set.of("drop-data", "change-data", DIFFERENCE);

    /**
     * The collections are copied.
     *
     * @throws MigrateException {@code usage} for what cannot be allowed
     */
    public Request {
        as = List.copyOf(as);
        allowed = Set.copyOf(allowed);
        for (var word : allowed) {
            if (!KNOWN.contains(word)) {
                throw new MigrateException(ErrorKind.USAGE, "There is no hazard '" + word + "' here.",
                        "The words are: drop-data, change-data, difference.");
            }
        }
    }

    /** What the command is told. */
    public Request(List<String> as, boolean align, Set<String> allowed) {
        this(as, "as told", align, allowed);
    }

    /** {@return whether nothing is said} */
    boolean isPlain() {
        return as.isEmpty() && !align;
    }

    boolean allowsDifference() {
        return allowed.contains(DIFFERENCE);
    }
}
