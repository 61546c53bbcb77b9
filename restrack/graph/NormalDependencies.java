package restrack.graph;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What comes right before a revision, without the dependencies that one of its ancestors has as well: those are met
 * there. It changes nothing about what is needed, only the order in which Alembic, and so we, meet it.
 */
final class NormalDependencies {
    private NormalDependencies() {
    }

    /** {@return the parents, then the dependencies that no ancestor shares} */
    static List<Node> before(Node node) {
        if (node.dependencies().stream().allMatch(dependency -> dependency.dependents().size() == 1)) {
            return node.before();
        }
        var before = new LinkedHashSet<>(node.parents());
        before.addAll(own(node));
        return List.copyOf(before);
    }

    private static Set<Node> own(Node node) {
        var own = new LinkedHashSet<>(node.dependencies());
        var seen = new HashSet<>(node.parents());
        var open = new ArrayDeque<>(node.parents());
        while (!open.isEmpty() && !own.isEmpty()) {
            Node ancestor = open.remove();
            own.removeAll(ancestor.dependencies());
            ancestor.parents().stream().filter(seen::add).forEach(open::add);
        }
        return own;
    }
}
