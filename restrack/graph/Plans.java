package restrack.graph;

import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Which revisions a command runs, and in which order. An empty list means that there is nothing to do. */
public final class Plans {
    private Plans() {
    }

    /**
     * {@return the revisions to apply, in the order in which they run}
     *
     * @param graph   the revisions
     * @param applied the ids that are recorded; where one is missing below another, it is pending like any other
     * @param targets one or several targets; no ranges, see {@link Range}
     * @throws MigrateException RANGE_NOT_ALLOWED for a range; OVERLAP if one target is an ancestor of another; what
     *         {@link Graph#select} throws
     */
    public static List<Revision> upgrade(Graph graph, Set<String> applied, List<String> targets) {
        targets.forEach(Plans::refuseRange);
        return Upgrade.steps(graph, graph.known(applied), targets);
    }

    /**
     * {@return the revisions to take back, in the order in which they run}
     *
     * @param graph   the revisions
     * @param applied the ids that are recorded
     * @param target  what to leave as the newest; no range, see {@link Range}
     * @throws MigrateException RANGE_NOT_ALLOWED for a range; NOT_ANCESTOR if the target is not applied;
     *         BAD_DOWNGRADE_TARGET if the branch that is named does not stand upon it; what {@link Graph#select}
     *         throws
     */
    public static List<Revision> downgrade(Graph graph, Set<String> applied, String target) {
        refuseRange(target);
        return new Downgrade(graph, graph.known(applied)).steps(target);
    }

    /**
     * {@return which records come and go}
     * A target is recorded with its ancestors and what these depend on; what a downgrade to it would take back is
     * forgotten; other branches stay.
     *
     * @param graph   the revisions
     * @param applied the ids that are recorded
     * @param targets one or several targets
     * @param purge   whether everything else is forgotten, unknown ids included (the caller drops those)
     * @throws MigrateException what {@link Graph#select} throws
     */
    public static Stamp stamp(Graph graph, Set<String> applied, List<String> targets, boolean purge) {
        targets.forEach(Plans::refuseRange);
        return Stamp.of(graph, graph.known(applied), targets, purge);
    }

    /**
     * {@return the revisions of a range, newest first, its lower end included}
     *
     * @param graph   the revisions
     * @param applied the ids that are recorded
     * @param range   {@code A:B}, {@code A:}, {@code :B}, or null for all; a relative end counts from the other end,
     *                or from what is applied if both are relative
     * @throws MigrateException BAD_HISTORY_RANGE if it is no range; NOT_ANCESTOR if the lower end does not come
     *         before the upper one; what {@link Graph#select} throws
     */
    public static List<Revision> history(Graph graph, Set<String> applied, String range) {
        return range == null ? History.all(graph) : History.of(graph, graph.known(applied), range);
    }

    private static void refuseRange(String target) {
        if (target.indexOf(':') >= 0) {
            throw new MigrateException(ErrorKind.RANGE_NOT_ALLOWED,
                    "'" + target + "' is a range; a database is where it is, so only a target can be said.",
                    "Leave out the part up to the colon, or add --sql to print a script instead.");
        }
    }
}
