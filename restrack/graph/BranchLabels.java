package restrack.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which labels each revision goes by: its own, and those that reach it from others of its branch. */
final class BranchLabels {
    private final Map<Node, Set<String>> labels = new HashMap<>();

    private BranchLabels() {
    }

    /** {@return the labels, spread from the revisions that give them} */
    static BranchLabels spread(Map<String, Node> labelled) {
        var spread = new BranchLabels();
        labelled.forEach((label, from) -> territory(from)
                .forEach(node -> spread.labels.computeIfAbsent(node, any -> new LinkedHashSet<>()).add(label)));
        return spread;
    }

    /** {@return the labels of a revision} */
    Set<String> of(Node node) {
        return Collections.unmodifiableSet(labels.getOrDefault(node, Set.of()));
    }

    /**
     * A label belongs to all descendants. As in Alembic, it also belongs to the ancestors down to the last branch
     * or merge point, but only if the branch neither splits nor merges above the revision that gives the label.
     */
    private static Collection<Node> territory(Node from) {
        Set<Node> territory = Node.reach(List.of(from), Node::children);
        if (territory.stream().anyMatch(BranchLabels::splitsOrMerges)) {
            return territory;
        }
        Node node = from;
        while (!node.parents().isEmpty() && !splitsOrMerges(node.parents().get(0))) {
            node = node.parents().get(0);
            territory.add(node);
        }
        return territory;
    }

    private static boolean splitsOrMerges(Node node) {
        return node.after().size() > 1 || node.parents().size() > 1;
    }
}
