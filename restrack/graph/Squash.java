package restrack.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;

/**
 * Where the revision stands that several become. Inside of a range branches may part and join; it has one way in and
 * one way out.
 */
final class Squash {
    private final Graph graph;
    private final String text;
    private final List<Revision> range;
    private final Set<String> inside;

    private Squash(Graph graph, String text) {
        this.graph = graph;
        this.text = text;
        range = new ArrayList<>(Plans.history(graph, Set.of(), text));
        Collections.reverse(range);
        inside = ids(range);
    }

    /** {@return the place of a squash} See {@link NewRevision#squash}. */
    static NewRevision place(Graph graph, String range, String id, List<String> labels) {
        NewRevision.refuseNames(graph, id, labels);
        return new Squash(graph, range).place(id, labels);
    }

    private NewRevision place(String id, List<String> labels) {
        if (range.size() < 2) {
            throw refused("has " + (range.isEmpty() ? "no revision" : "one revision only"),
                    "Name the first and the last of several, A:B");
        }
        var entrances = entrances();
        refuseSeveralExits();
        refuseBetween();
        var dependencies = new LinkedHashSet<String>();
        range.forEach(it -> dependencies.addAll(graph.dependencies(it.id())));
        dependencies.removeAll(inside);
        var all = new ArrayList<>(range.stream().flatMap(it -> it.labels().stream()).toList());
        all.addAll(labels);
        return new NewRevision(id, entrances.get(0).revises(), List.copyOf(dependencies), all, List.copyOf(inside));
    }

    /** {@return the revisions that revise none of the others: one, or several bases} */
    private List<Revision> entrances() {
        var entrances = select(it -> Collections.disjoint(it.revises(), inside));
        var sideways = select(it -> !entrances.contains(it) && !inside.containsAll(it.revises()));
        boolean oneWay = entrances.size() == 1 || entrances.stream().allMatch(it -> it.revises().isEmpty());
        if (!oneWay || !sideways.isEmpty()) {
            var all = new ArrayList<>(entrances);
            all.addAll(sideways);
            throw refused("has several ways in: " + String.join(", ", ids(all)),
                    "Begin at a base or where the branches part");
        }
        return entrances;
    }

    private void refuseSeveralExits() {
        var exits = select(it -> {
            var children = graph.children(it.id());
            return children.isEmpty() || children.stream().anyMatch(child -> !inside.contains(child.id()));
        });
        if (exits.size() > 1) {
            throw refused("has several ways out: " + String.join(", ", ids(exits)),
                    "End where the branches have joined");
        }
    }

    /** What depends on a part of the range, while another part depends on it, has no place any more. */
    private void refuseBetween() {
        var between = new HashSet<>(graph.descendants(inside, true));
        between.retainAll(graph.ancestors(inside, true));
        between.removeAll(inside);
        if (!between.isEmpty()) {
            throw refused("has " + String.join(", ", between) + " in its middle, which depends on a part of it and "
                    + "comes before another", "Squash what is before it and what is behind it");
        }
    }

    private List<Revision> select(Predicate<Revision> condition) {
        return range.stream().filter(condition).toList();
    }

    private MigrateException refused(String what, String hint) {
        return new MigrateException(ErrorKind.CANNOT_SQUASH, "The range " + text + " " + what + ". Nothing was "
                + "written.", hint + "; `migrate history --graph` draws them.");
    }

    private static Set<String> ids(Collection<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
