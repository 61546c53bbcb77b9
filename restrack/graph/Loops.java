package restrack.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds a loop in a directed graph. */
final class Loops {
    private Loops() {
    }

    /**
     * Takes away what has nothing before it until nothing more goes; what remains has a loop.
     *
     * @param nodes  all nodes
     * @param before the edges in one direction
     * @param after  the same edges in the other direction
     * @return the nodes of one loop, each followed by one that it comes before; empty if there is no loop
     */
    static List<Node> find(Collection<Node> nodes, Function<Node, List<Node>> before,
                           Function<Node, List<Node>> after) {
        Map<Node, Integer> waiting = new HashMap<>(nodes.size() * 2);
        var free = new ArrayDeque<Node>();
        for (Node node : nodes) {
            int edges = before.apply(node).size();
            if (edges == 0) {
                free.add(node);
            } else {
                waiting.put(node, edges);
            }
        }
        while (!free.isEmpty()) {
            for (Node next : after.apply(free.remove())) {
                if (waiting.merge(next, -1, Integer::sum) == 0) {
                    waiting.remove(next);
                    free.add(next);
                }
            }
        }
        return waiting.isEmpty() ? List.of() : loopWithin(waiting, before, firstOf(nodes, waiting));
    }

    private static Node firstOf(Collection<Node> nodes, Map<Node, Integer> waiting) {
        return nodes.stream().filter(waiting::containsKey).findFirst().orElseThrow();
    }

    /** Each node that waits has another one before it that waits too, so following these leads into a loop. */
    private static List<Node> loopWithin(Map<Node, Integer> waiting, Function<Node, List<Node>> before, Node start) {
        var path = new LinkedHashSet<Node>();
        Node node = start;
        while (path.add(node)) {
            node = before.apply(node).stream().filter(waiting::containsKey).findFirst().orElseThrow();
        }
        var walked = new ArrayList<>(path);
        var loop = new ArrayList<>(walked.subList(walked.indexOf(node), walked.size()));
        Collections.reverse(loop);
        Collections.rotate(loop, 1);
        return loop;
    }
}
