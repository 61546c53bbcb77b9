package restrack.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Which revisions {@code history} lists. */
final class History {
    private static final Pattern RANGE = Pattern.compile("([^:]*):([^:]*)");

    private final Graph graph;
    private final Set<Node> applied;

    private History(Graph graph, Set<Node> applied) {
        this.graph = graph;
        this.applied = applied;
    }

    static List<Revision> all(Graph graph) {
        var all = new LinkedHashSet<>(graph.nodes());
        return StepOrder.newestFirst(all, Set.of());
    }

    static List<Revision> of(Graph graph, Set<Node> applied, String range) {
        Matcher ends = RANGE.matcher(range.strip());
        if (!ends.matches()) {
            throw new MigrateException(ErrorKind.BAD_HISTORY_RANGE, "'" + range + "' is not a range of revisions.",
                    "Write A:B, A: or :B, as in `migrate history -r -3:current`.");
        }
        return new History(graph, applied).between(
                Target.parse(ends.group(1).isEmpty() ? "base" : ends.group(1)),
                Target.parse(ends.group(2).isEmpty() ? "heads" : ends.group(2)), range);
    }

    private List<Revision> between(Target lower, Target upper, String range) {
        refuseWrongWay(lower, fromCurrent(lower) && steps(lower) >= 0, range);
        refuseWrongWay(upper, fromCurrent(upper) && steps(upper) <= 0, range);
        if (fromCurrent(lower) && fromCurrent(upper)) {
            return list(onBranchOf(lower, end(upper, applied)), end(lower, applied), range);
        }
        if (fromCurrent(upper)) {
            List<Node> downTo = end(lower, applied);
            return list(onBranchOf(lower, end(upper, Node.reach(downTo, Node::before))), downTo, range);
        }
        List<Node> upTo = end(upper, applied);
        return list(onBranchOf(lower, upTo),
                fromCurrent(lower) ? below((Target.Relative) lower, upTo) : end(lower, applied), range);
    }

    private static void refuseWrongWay(Target end, boolean wrong, String range) {
        if (wrong) {
            throw new MigrateException(ErrorKind.RELATIVE_OUT_OF_RANGE, "In the range " + range + ", '" + end.text()
                    + "' leads away from the other end.", "Write -N for the lower end and +N for the upper one, "
                    + "or REV-N and REV+N.");
        }
    }

    private static int steps(Target target) {
        return ((Target.Relative) target).steps();
    }

    private static boolean fromCurrent(Target target) {
        return target instanceof Target.Relative relative && relative.fromCurrent();
    }

    /** Steps that lead too far end where the graph ends. */
    private List<Node> end(Target target, Set<Node> from) {
        var resolver = new Resolver(graph, from);
        return target instanceof Target.Relative relative
                ? new Steps(graph, resolver, from).asFarAsPossible(relative).end().map(List::of).orElse(List.of())
                : resolver.select(target);
    }

    /** Steps down from an upper end that is several revisions go down from each of them. */
    private List<Node> below(Target.Relative lower, List<Node> upTo) {
        var from = new Resolver(graph, applied).onBranch(lower.branch(), upTo);
        if (from.isEmpty()) {
            throw Steps.outOfRange(lower, 0);
        }
        var ends = new LinkedHashSet<Node>();
        boolean allToBase = true;
        for (Node node : from) {
            Optional<Node> end = Walk.down(Optional.of(node), -lower.steps()).end();
            allToBase &= end.isEmpty();
            ends.addAll(end.map(List::of).orElseGet(() -> baseOf(node)));
        }
        return allToBase ? List.of() : new ArrayList<>(ends);
    }

    private static List<Node> baseOf(Node node) {
        return Node.reach(List.of(node), Node::parents).stream().filter(it -> it.parents().isEmpty()).toList();
    }

    /** A lower end with a branch, as {@code lab@base}, takes from several upper ends those of the branch. */
    private List<Node> onBranchOf(Target lower, List<Node> upTo) {
        if (lower.branch().isEmpty()) {
            return upTo;
        }
        String branch = lower.branch().get();
        return graph.labelled().containsKey(branch)
                ? upTo.stream().filter(node -> graph.branchLabels().of(node).contains(branch)).toList()
                : new Resolver(graph, applied).onBranch(lower.branch(), upTo);
    }

    private static List<Revision> list(List<Node> upTo, List<Node> downTo, String range) {
        Upgrade.refuseOverlap(upTo);
        Set<Node> listed = Node.reach(upTo, Node::before);
        for (Node end : downTo) {
            if (!listed.contains(end)) {
                throw new MigrateException(ErrorKind.NOT_ANCESTOR, "The range " + range
                        + " has no revisions: " + end.id() + " does not come before its upper end.",
                        "Put the older revision first; `migrate history` lists them all.");
            }
        }
        if (!downTo.isEmpty()) {
            listed.retainAll(Node.reach(downTo, Node::children));
        }
        return StepOrder.newestFirst(listed, upTo);
    }
}
