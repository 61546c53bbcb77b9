package restrack.graph;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Ties revisions together, and refuses those that make no graph. */
final class GraphBuilder {
    private final Map<String, Node> nodes;
    private final Map<String, Node> labelled = new LinkedHashMap<>();
    private final Replacements replacements;

    private GraphBuilder(Collection<Revision> revisions) {
        nodes = new LinkedHashMap<>(revisions.size() * 2);
        replacements = Replacements.of(revisions);
    }

    /** {@return the graph of these revisions} See {@link Graph#of} for what is thrown. */
    static Graph build(Collection<Revision> revisions) {
        var builder = new GraphBuilder(revisions);
        revisions.forEach(builder::add);
        builder.nodes.values().forEach(builder::label);
        builder.nodes.values().forEach(builder::tie);
        builder.refuseLoops();
        return new Graph(builder.nodes, builder.labelled, builder.replacements);
    }

    private void add(Revision written) {
        var revision = replacements.areNone() ? written : replacements.in(written);
        Names.legal("revision id", revision.id());
        if (nodes.putIfAbsent(revision.id(), new Node(revision, nodes.size())) != null) {
            throw new MigrateException(ErrorKind.DUPLICATE_ID,
                    "Two scripts have the revision id '" + revision.id() + "'.",
                    "Give one of them another id.");
        }
    }

    private void label(Node node) {
        for (String label : node.revision().labels()) {
            Names.legal("branch label", label);
            Node other = nodes.getOrDefault(label, labelled.putIfAbsent(label, node));
            if (other != null) {
                throw new MigrateException(ErrorKind.LABEL_CLASH, "The branch label '" + label + "' of revision "
                        + node.id() + " " + (nodes.containsKey(label) ? "is a revision id as well."
                        : "is also given by revision " + other.id() + "."),
                        "Take it out of one of the two, or rename it.");
            }
        }
    }

    private void tie(Node node) {
        for (String parent : node.revision().revises()) {
            if (parent.equals(node.id())) {
                throw new MigrateException(ErrorKind.SELF_LOOP, "Revision " + node.id() + " revises itself.",
                        "Name the revision before it in its 'revises' line, or leave the line empty.");
            }
            node.follow(named(nodes.get(parent), parent, node, "revises"));
        }
        for (String dependency : node.revision().dependsOn()) {
            Node found = named(nodes.getOrDefault(dependency, labelled.get(dependency)), dependency, node,
                    "depends on");
            if (found == node) {
                throw new MigrateException(ErrorKind.DEPENDENCY_SELF_LOOP,
                        "Revision " + node.id() + " depends on itself.",
                        "Take " + dependency + " out of its 'depends-on' line.");
            }
            node.dependOn(found);
        }
    }

    private static Node named(Node found, String name, Node by, String verb) {
        if (found == null) {
            throw new MigrateException(ErrorKind.UNKNOWN_PARENT,
                    "Revision " + by.id() + " " + verb + " '" + name + "', which no script has as its id.",
                    "Bring the script of " + name + " back, or correct the header of " + by.id() + ".");
        }
        return found;
    }

    private void refuseLoops() {
        if (nodes.values().stream().allMatch(GraphBuilder::comesAfterAllItNeeds)) {
            return;
        }
        List<Node> loop = Loops.find(nodes.values(), Node::parents, Node::children);
        if (!loop.isEmpty()) {
            throw new MigrateException(ErrorKind.CYCLE, "Revisions follow each other in a circle: "
                    + circle(loop) + ".", "Correct the 'revises' line of one of them.");
        }
        loop = Loops.find(nodes.values(), Node::before, Node::after);
        if (!loop.isEmpty()) {
            throw new MigrateException(ErrorKind.DEPENDENCY_CYCLE, "Revisions depend on each other in a circle: "
                    + circle(loop) + ".", "Correct the 'depends-on' line of one of them.");
        }
    }

    /** Folders are mostly in order already, and what is in order has no loop. */
    private static boolean comesAfterAllItNeeds(Node node) {
        for (Node lower : node.before()) {
            if (lower.place() > node.place()) {
                return false;
            }
        }
        return true;
    }

    private static String circle(List<Node> loop) {
        return loop.stream().map(Node::id).collect(Collectors.joining(" -> ")) + " -> " + loop.get(0).id();
    }
}
