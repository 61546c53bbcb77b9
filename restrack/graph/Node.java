package restrack.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A revision in its graph, with its edges in both directions. */
final class Node {
    private final Revision revision;
    private final int place;
    private final List<Node> parents = new ArrayList<>(1);
    private final List<Node> children = new ArrayList<>(1);
    private final List<Node> dependencies = new ArrayList<>(0);
    private final List<Node> dependents = new ArrayList<>(0);

    /**
     * @param revision what the node stands for
     * @param place    its position in the collection that the graph was made of, which settles the order of
     *                 revisions that are not related
     */
    Node(Revision revision, int place) {
        this.revision = revision;
        this.place = place;
    }

    Revision revision() {
        return revision;
    }

    String id() {
        return revision.id();
    }

    int place() {
        return place;
    }

    List<Node> parents() {
        return parents;
    }

    List<Node> children() {
        return children;
    }

    /** {@return what it depends on without following it} */
    List<Node> dependencies() {
        return dependencies;
    }

    /** {@return what depends on it without following it} */
    List<Node> dependents() {
        return dependents;
    }

    /** {@return all that has to be applied before it, one step away: parents first, then dependencies} */
    List<Node> before() {
        return joined(parents, dependencies);
    }

    /** {@return all that needs it to be applied before, one step away} */
    List<Node> after() {
        return joined(children, dependents);
    }

    void follow(Node parent) {
        if (!parents.contains(parent)) {
            parents.add(parent);
            parent.children.add(this);
        }
    }

    void dependOn(Node dependency) {
        if (!dependencies.contains(dependency)) {
            dependencies.add(dependency);
            dependency.dependents.add(this);
        }
    }

    /** {@return the nodes that can be reached over {@code next}, the starting ones included} */
    static Set<Node> reach(Collection<Node> from, Function<Node, List<Node>> next) {
        var seen = new LinkedHashSet<>(from);
        var open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            for (Node node : next.apply(open.remove(open.size() - 1))) {
                if (seen.add(node)) {
                    open.add(node);
                }
            }
        }
        return seen;
    }

    private static List<Node> joined(List<Node> first, List<Node> second) {
        if (second.isEmpty()) {
            return first;
        }
        if (first.isEmpty()) {
            return second;
        }
        var all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return id();
    }
}
