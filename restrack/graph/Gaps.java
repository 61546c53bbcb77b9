package restrack.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What lies between some nodes without being one of them. An old script that turns up below revisions that have been
 * applied leaves such a gap between itself and what is still to be applied on top.
 */
final class Gaps {
    private final Set<Node> nodes;
    private final Set<Node> between;

    private Gaps(Set<Node> nodes, Set<Node> between) {
        this.nodes = nodes;
        this.between = between;
    }

    static Gaps between(Set<Node> nodes) {
        var outside = new HashSet<Node>();
        for (Node node : nodes) {
            for (Node lower : node.before()) {
                if (!nodes.contains(lower)) {
                    outside.add(lower);
                }
            }
        }
        Set<Node> lower = Node.reach(outside, Node::before);
        List<Node> again = lower.stream().filter(nodes::contains).toList();
        if (again.isEmpty()) {
            return new Gaps(nodes, Set.of());
        }
        Set<Node> between = new HashSet<>(Node.reach(again, Node::after));
        between.retainAll(lower);
        between.removeAll(nodes);
        return new Gaps(nodes, between);
    }

    /** {@return whether nothing lies between the nodes} */
    boolean areNone() {
        return between.isEmpty();
    }

    /** {@return whether a node is in a gap} */
    boolean lieBetween(Node node) {
        return between.contains(node);
    }

    /** {@return those of the nodes that come next below this one, across gaps as well} */
    List<Node> below(Node node) {
        if (areNone()) {
            List<Node> before = node.before();
            return nodes.containsAll(before) ? before : before.stream().filter(nodes::contains).toList();
        }
        Set<Node> seen = Node.reach(node.before(), lower -> between.contains(lower) ? lower.before() : List.of());
        seen.retainAll(nodes);
        return List.copyOf(seen);
    }
}
