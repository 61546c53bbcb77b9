package restrack.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Which revisions an upgrade applies. */
final class Upgrade {
    private Upgrade() {
    }

    static List<Revision> steps(Graph graph, Set<Node> applied, List<String> targets) {
        var wanted = new LinkedHashSet<Node>();
        targets.forEach(target -> wanted.addAll(select(graph, applied, target)));
        refuseOverlap(wanted);
        Set<Node> needed = Node.reach(wanted, Node::before);
        needed.removeAll(applied);
        return StepOrder.oldestFirst(needed, wanted);
    }

    private static List<Node> select(Graph graph, Set<Node> applied, String text) {
        Target target = Target.parse(text);
        if (target instanceof Target.Relative relative && relative.fromCurrent() && relative.steps() < 0) {
            throw new MigrateException(ErrorKind.RELATIVE_OUT_OF_RANGE,
                    "An upgrade cannot go down, as '" + text + "' says.", "Use `migrate downgrade " + text + "`.");
        }
        return new Resolver(graph, applied).select(target);
    }

    /** Throws OVERLAP if one of the nodes comes before another. */
    static void refuseOverlap(Collection<Node> wanted) {
        var below = new LinkedHashSet<Node>();
        wanted.forEach(node -> below.addAll(node.before()));
        Set<Node> ancestors = Node.reach(below, Node::before);
        wanted.stream().filter(ancestors::contains).findFirst().ifPresent(node -> {
            throw new MigrateException(ErrorKind.OVERLAP, "Revision " + node.id()
                    + " overlaps with the other targets: it comes before one of " + GraphErrors.ids(wanted) + ".",
                    "Leave it out; it is applied with what needs it.");
        });
    }
}
