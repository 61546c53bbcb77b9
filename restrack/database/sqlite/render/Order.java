package restrack.database.sqlite.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts things in an order in which each stands behind those that it needs, as far as that is possible. */
final class Order<T> {
    private final Map<T, Set<T>> needed = new LinkedHashMap<>();
    private final Map<T, Set<T>> wished = new LinkedHashMap<>();

    /** @param things the things, in the order that they have if nothing else is said; each once */
    Order(List<T> things) {
        for (var thing : things) {
            needed.put(thing, new LinkedHashSet<>());
            wished.put(thing, new LinkedHashSet<>());
        }
    }

    /** Says that one thing has to be before another one. Those that have to be must not go round in circles. */
    void need(T before, T after) {
        add(needed, before, after);
    }

    /** Says that one thing had better be before another one. */
    void wish(T before, T after) {
        add(wished, before, after);
    }

    private void add(Map<T, Set<T>> edges, T before, T after) {
        if (!before.equals(after) && edges.containsKey(before) && edges.containsKey(after)) {
            edges.get(after).add(before);
        }
    }

    List<T> sorted() {
        var left = new ArrayList<>(needed.keySet());
        var sorted = new ArrayList<T>();
        while (!left.isEmpty()) {
            var waiting = new HashSet<>(left);
            var next = left.stream().filter(it -> none(needed.get(it), waiting) && none(wished.get(it), waiting))
                    .findFirst().or(() -> left.stream().filter(it -> none(needed.get(it), waiting)).findFirst())
                    .orElse(left.get(0));
            sorted.add(next);
            left.remove(next);
        }
        return sorted;
    }

    private boolean none(Set<T> before, Set<T> waiting) {
        return before.stream().noneMatch(waiting::contains);
    }
}
