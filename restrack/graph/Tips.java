package restrack.graph;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The newest of some revisions: those that none of the others revises or depends on. */
final class Tips {
    private Tips() {
    }

    static List<Node> of(Set<Node> nodes) {
        return nodes.stream().filter(node -> Collections.disjoint(nodes, node.after())).toList();
    }

    /** {@return those that none of the others revises} A branch whose newest revision another needs has one too. */
    static List<Node> ofBranches(Set<Node> nodes) {
        return nodes.stream().filter(node -> Collections.disjoint(nodes, node.children())).toList();
    }
}
