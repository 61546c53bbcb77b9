package restrack.graph;

import java.util.Set;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * A range {@code A:B} as {@code upgrade --sql} and {@code downgrade --sql} take it. Hand both parts to
 * {@link Plans#upgrade} or {@link Plans#downgrade}.
 *
 * @param applied what a database at {@code A} has applied: {@code A}, its ancestors and what these depend on
 * @param target  {@code B}
 */
public record Range(Set<String> applied, String target) {
    public Range {
        applied = Set.copyOf(applied);
    }

    /**
     * {@return the range of an upgrade} {@code :B} and a plain {@code B} begin at an empty database, {@code A:} ends
     * at {@code head}.
     *
     * @throws MigrateException RANGE_NOT_ALLOWED if it has more than one colon; what {@link Graph#select} throws
     */
    public static Range ofUpgrade(Graph graph, String text) {
        int colon = text.indexOf(':');
        if (colon != text.lastIndexOf(':')) {
            throw new MigrateException(ErrorKind.RANGE_NOT_ALLOWED, "'" + text + "' has more than one colon.",
                    "Write A:B, as in `migrate upgrade --sql base:head`.");
        }
        return of(graph, colon < 0 ? "" : text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * {@return the range of a downgrade} Without a database, both ends have to be said.
     *
     * @throws MigrateException BAD_DOWNGRADE_TARGET if it is not of the form {@code A:B}; what
     *         {@link Graph#select} throws
     */
    public static Range ofDowngrade(Graph graph, String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1 || colon != text.lastIndexOf(':')) {
            throw new MigrateException(ErrorKind.BAD_DOWNGRADE_TARGET,
                    "A downgrade without a database needs both ends, and '" + text + "' is not of the form A:B.",
                    "Write the newer revision first, as in `migrate downgrade --sql head:base`.");
        }
        return of(graph, text.substring(0, colon), text.substring(colon + 1));
    }

    private static Range of(Graph graph, String start, String end) {
        var at = new Resolver(graph, Set.of()).select(Target.parse(start.isEmpty() ? "base" : start));
        return new Range(Node.reach(at, Node::before).stream().map(Node::id).collect(Collectors.toSet()),
                end.isEmpty() ? "head" : end);
    }
}
