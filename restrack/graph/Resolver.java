package restrack.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Finds the revisions that an absolute target means: everything but steps from what is applied. */
final class Resolver {
    private final Graph graph;
    private final Set<Node> applied;

    /**
     * @param graph   the revisions
     * @param applied those that are recorded
     */
    Resolver(Graph graph, Set<Node> applied) {
        this.graph = graph;
        this.applied = applied;
    }

    /** {@return the nodes that a target means} None is base. See {@link Graph#select} for what is thrown. */
    List<Node> select(Target target) {
        target.branch().ifPresent(this::branch);
        if (target instanceof Target.Base) {
            return List.of();
        } else if (target instanceof Target.Head) {
            List<Node> heads = onBranch(target.branch(), graph.headNodes());
            if (heads.size() > 1) {
                throw GraphErrors.multipleHeads(target, heads);
            }
            return heads;
        } else if (target instanceof Target.Heads) {
            return target.branch().isEmpty()
                    ? graph.headNodes().stream().filter(node -> node.dependents().isEmpty()).toList()
                    : onBranch(target.branch(), graph.headNodes());
        } else if (target instanceof Target.Current) {
            return onBranch(target.branch(), Tips.of(applied));
        } else if (target instanceof Target.Named named) {
            return List.of(named(named));
        }
        return new Steps(graph, this, applied).to((Target.Relative) target).end().map(List::of).orElse(List.of());
    }

    /** {@return the one node that a target means, or none for base} Throws MULTIPLE_HEADS if there are several. */
    Optional<Node> one(Target target) {
        List<Node> nodes = select(target);
        if (nodes.size() > 1) {
            throw GraphErrors.multipleHeads(target, nodes);
        }
        return nodes.stream().findFirst();
    }

    /** {@return the revision whose branch is meant} Throws NO_SUCH_BRANCH. */
    Node branch(String label) {
        Node exact = graph.named(label);
        if (exact != null) {
            return exact;
        }
        Collection<Node> found = startingWith(label);
        if (found.isEmpty()) {
            throw new MigrateException(ErrorKind.NO_SUCH_BRANCH, "There is no branch '" + label + "'.",
                    graph.labelled().isEmpty() ? "No script gives a label; `migrate heads` lists the heads."
                            : "The labels are " + String.join(", ", graph.labelled().keySet()) + ".");
        }
        return only(label, found);
    }

    /** {@return those of the nodes that are on the branch} No branch: all. */
    List<Node> onBranch(Optional<String> branch, Collection<Node> nodes) {
        if (branch.isEmpty()) {
            return List.copyOf(nodes);
        }
        Set<Node> lineage = lineage(branch(branch.get()));
        return nodes.stream().filter(lineage::contains).toList();
    }

    /** {@return a revision with all that it follows and all that follows it, without dependencies} */
    static Set<Node> lineage(Node node) {
        Set<Node> lineage = Node.reach(List.of(node), Node::parents);
        lineage.addAll(Node.reach(List.of(node), Node::children));
        return lineage;
    }

    private Node named(Target.Named target) {
        graph.replacements().refuseInner(target.name());
        Node exact = graph.named(target.name());
        Collection<Node> found = exact != null ? List.of(exact) : startingWith(target.name());
        if (found.isEmpty()) {
            graph.replacements().refuseInnerStartingWith(target.name());
            throw GraphErrors.unknown(target.name());
        }
        List<Node> here = onBranch(target.branch(), found);
        if (here.isEmpty()) {
            throw new MigrateException(ErrorKind.NOT_IN_BRANCH,
                    "Revision " + GraphErrors.ids(found) + " is not on the branch '" + target.branch().get() + "'.",
                    "Leave '" + target.branch().get() + "@' out, or name a revision of that branch.");
        }
        return only(target.name(), here);
    }

    private Node only(String prefix, Collection<Node> found) {
        if (found.size() > 1) {
            throw new MigrateException(ErrorKind.AMBIGUOUS_PARTIAL,
                    "Several revisions start with '" + prefix + "': " + GraphErrors.ids(found) + ".",
                    "Type more characters of the one you mean.");
        }
        return found.iterator().next();
    }

    /** Labels can be shortened as well; a revision whose id and label both fit is still one revision. */
    private Collection<Node> startingWith(String prefix) {
        if (prefix.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashSet<Node>();
        graph.nodes().stream().filter(node -> node.id().startsWith(prefix)).forEach(found::add);
        graph.labelled().forEach((label, node) -> {
            if (label.startsWith(prefix)) {
                found.add(node);
            }
        });
        graph.replacements().lastStartingWith(prefix).forEach(it -> found.add(graph.node(it.id())));
        return found;
    }
}
