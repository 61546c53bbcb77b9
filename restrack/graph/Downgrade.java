package restrack.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import restrack.ErrorKind;
import restrack.MigrateException;

/** Which revisions a downgrade takes back: what stands upon its target and what depends on any of that. */
final class Downgrade {
    private final Graph graph;
    private final Set<Node> applied;
    private final Resolver resolver;

    Downgrade(Graph graph, Set<Node> applied) {
        this.graph = graph;
        this.applied = applied;
        resolver = new Resolver(graph, applied);
    }

    List<Revision> steps(String text) {
        Target target = Target.parse(text);
        if (target instanceof Target.Relative relative && relative.fromCurrent() && relative.steps() > 0) {
            throw new MigrateException(ErrorKind.RELATIVE_OUT_OF_RANGE,
                    "A downgrade cannot go up, as '" + text + "' says.", "Use `migrate upgrade " + text + "`.");
        }
        Optional<Node> end = resolver.one(target);
        Set<Node> undone = above(end, branch(target), text);
        if (undone.isEmpty() && end.isPresent() && !applied.contains(end.get())) {
            throw new MigrateException(ErrorKind.NOT_ANCESTOR, "Revision " + end.get().id()
                    + " is not applied, so there is no way down to it.", "`migrate current` shows what is applied.");
        }
        return StepOrder.newestFirst(undone, Tips.of(applied));
    }

    /** {@return what {@code stamp} forgets to get down to a target, which may mean several revisions} */
    Set<Node> forgotten(Target target, String text) {
        List<Node> ends = resolver.select(target);
        var forgotten = new LinkedHashSet<Node>();
        if (ends.isEmpty()) {
            forgotten.addAll(above(Optional.empty(), branch(target), text));
        }
        ends.forEach(end -> forgotten.addAll(above(Optional.of(end), Optional.empty(), text)));
        return forgotten;
    }

    /** The branch that was named, or for {@code -N} the one that is current: others above the target stay. */
    private Optional<Node> branch(Target target) {
        if (target.branch().isPresent()) {
            return target.branch().map(resolver::branch);
        }
        return target instanceof Target.Relative relative && relative.fromCurrent() && relative.steps() < 0
                ? Optional.of(new Steps(graph, resolver, applied).tipOf(relative)) : Optional.empty();
    }

    private Set<Node> above(Optional<Node> end, Optional<Node> branch, String text) {
        Collection<Node> roots = end.map(Node::children).orElseGet(graph::baseNodes);
        if (branch.isPresent() && roots.size() > 1) {
            Set<Node> ancestors = Node.reach(List.of(branch.get()), Node::parents);
            roots = roots.stream().filter(ancestors::contains).toList();
            if (roots.isEmpty()) {
                throw new MigrateException(ErrorKind.BAD_DOWNGRADE_TARGET, "'" + text + "' is no target for a "
                        + "downgrade: the branch of " + branch.get().id() + " does not stand upon it.",
                        "Name a revision that the branch comes from; `migrate history` lists them.");
            }
        }
        Set<Node> above = Node.reach(roots, Node::after);
        above.retainAll(applied);
        return above;
    }
}
