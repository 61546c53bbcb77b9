package restrack.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which revisions run: no revision before what it needs, and one branch after the other as far as that
 * allows. Among the many such orders this is Alembic's, found by walking down from the heads: the walk stays on its
 * branch until it meets a revision that another branch still stands upon, and then goes on with that branch.
 */
final class StepOrder {
    private final Gaps gaps;
    private final Map<Node, Integer> waitingFor = new HashMap<>();
    private final Set<Node> open;
    private final List<Node> fronts;
    private final Set<Node> atFront;
    private final List<Revision> order;

    private StepOrder(Set<Node> todo, Set<Node> heads) {
        gaps = Gaps.between(todo);
        open = new HashSet<>(todo);
        fronts = new ArrayList<>();
        for (Node node : todo) {
            for (Node lower : gaps.below(node)) {
                waitingFor.merge(lower, 1, Integer::sum);
            }
            if (heads.contains(node) || Collections.disjoint(open, node.after())) {
                fronts.add(node);
            }
        }
        fronts.sort(Comparator.comparingInt(Node::place));
        atFront = new HashSet<>(fronts);
        order = new ArrayList<>(todo.size());
    }

    /** {@return the revisions of the nodes, oldest first} For the parameters see {@link #newestFirst}. */
    static List<Revision> oldestFirst(Set<Node> todo, Collection<Node> heads) {
        List<Revision> order = newestFirst(todo, heads);
        Collections.reverse(order);
        return order;
    }

    /**
     * {@return the revisions of the nodes, newest first}
     *
     * @param todo  the nodes to put in order; there may be gaps between them
     * @param heads where the walk may begin, besides at those nodes of {@code todo} that have none of it above them
     */
    static List<Revision> newestFirst(Set<Node> todo, Collection<Node> heads) {
        var walk = new StepOrder(todo, new HashSet<>(heads));
        walk.run();
        return walk.order;
    }

    private void run() {
        int at = 0;
        while (!fronts.isEmpty()) {
            Node node = fronts.get(at);
            if (waitingFor.getOrDefault(node, 0) > 0) {
                at = frontAbove(node);
            } else {
                finish(node);
                at = advance(at, node);
            }
        }
    }

    private void finish(Node node) {
        order.add(node.revision());
        open.remove(node);
        atFront.remove(node);
        for (Node lower : gaps.below(node)) {
            waitingFor.merge(lower, -1, Integer::sum);
        }
    }

    /**
     * Moves the front down from the node, makes a new front of each further way down, and says where to go on.
     * Where there are gaps, the ancestor that shares a dependency may be in one, so none is left to it.
     */
    private int advance(int at, Node node) {
        boolean moved = false;
        for (Node lower : gaps.areNone() ? NormalDependencies.before(node) : node.before()) {
            if (!open.contains(lower) || !atFront.add(lower)) {
                continue;
            }
            if (moved) {
                fronts.add(lower);
            } else {
                fronts.set(at, lower);
                moved = true;
            }
        }
        if (moved) {
            return at;
        }
        fronts.remove(at);
        return Math.max(at - 1, 0);
    }

    /** {@return the first front that stands upon the node} There is one, as something above the node is not done. */
    private int frontAbove(Node node) {
        Set<Node> above = Node.reach(upwards(node), this::upwards);
        int at = 0;
        while (!above.contains(fronts.get(at))) {
            at++;
        }
        return at;
    }

    private List<Node> upwards(Node node) {
        var upwards = new ArrayList<Node>();
        for (Node upper : node.after()) {
            if (open.contains(upper) || gaps.lieBetween(upper)) {
                upwards.add(upper);
            }
        }
        return upwards;
    }
}
